/** `subjectId`: the sub-district. */
export type SlaFact =
  | { readonly type: 'sla.policy-set'; readonly subjectId: string; readonly version: number }
  /** A deadline by service hours reached into a year whose days off nobody has entered; once for each year. */
  | { readonly type: 'sla.year-unknown'; readonly subjectId: string; readonly year: number }
