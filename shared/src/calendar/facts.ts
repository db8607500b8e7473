/** `subjectId`: the sub-district. */
export interface CalendarFact {
  readonly type: 'calendar.year-entered'
  readonly subjectId: string
  readonly year: number
}
