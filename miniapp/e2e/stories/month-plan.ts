import type { PersonTag } from '@huiying/shared/identity'
import { addDays, formatDate, type CalendarDate } from '@huiying/shared/kernel'
import { SEATS, type RosterMonthAnswer, type Seat } from '@huiying/shared/roster'

/** A month as a story reads it, village by village. */
export interface MonthPlan {
  readonly answer: RosterMonthAnswer
  /** Who sits there; `null`: nobody, or no such seat. */
  personAt(village: number, day: number, seat: Seat): PersonTag | null
}

export function readPlan(answer: RosterMonthAnswer): MonthPlan {
  const people = new Map(answer.cells.map(([village, day, seat, person]) => [`${village}/${day}/${SEATS[seat]}`, person]))
  return {
    answer,
    personAt: (village, day, seat) => answer.people[people.get(`${village}/${day}/${seat}`) ?? -1] ?? null,
  }
}

/** A day somebody else could lead: the secretary instead of the director, or the other way round. */
export interface LeadChange {
  readonly on: CalendarDate
  readonly before: PersonTag
  readonly after: PersonTag
  /** His number among those who may. */
  readonly number: number
}

/** The village's days on which the lead can be changed without anything else, in order. */
export function leadChanges({ answer, personAt }: MonthPlan, village: number): readonly LeadChange[] {
  const leads = answer.villages[village]?.candidates.committeeLeads ?? []
  return answer.days.flatMap(({ on }, day) => {
    const before = personAt(village, day, 'lead')
    const index = leads.findIndex((person) => answer.people[person]?.personId !== before?.personId)
    const after = answer.people[leads[index] ?? -1]
    if (before === null || after === undefined || personAt(village, day, 'member')?.personId === after.personId) return []
    return [{ on, before, after, number: index + 1 }]
  })
}

/** Two days whose members can change places. */
export interface MemberExchange {
  readonly one: { readonly on: CalendarDate; readonly person: PersonTag }
  readonly other: { readonly on: CalendarDate; readonly person: PersonTag }
}

/** @throws Error when the month has no such days */
export function memberExchange({ answer, personAt }: MonthPlan, village: number): MemberExchange {
  const days = answer.days.flatMap(({ on }, day) => {
    const person = personAt(village, day, 'member')
    return person === null ? [] : [{ on, person, lead: personAt(village, day, 'lead')?.personId }]
  })
  for (const one of days) {
    const other = days.find(({ person, lead }) =>
      person.personId !== one.person.personId && lead !== one.person.personId && one.lead !== person.personId)
    if (other !== undefined) return { one, other }
  }
  throw new Error('nobody could change places with anybody')
}

/** "12月2日 周三" */
export function longDay(on: CalendarDate): string {
  return formatDate(on, addDays(on, 7))
}

/** "12月2日" */
export function shortDay(on: CalendarDate): string {
  return longDay(on).replace(/ .*/, '')
}
