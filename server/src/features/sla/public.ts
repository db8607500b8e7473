import { isYearKnown } from '@huiying/shared/calendar'
import { chinaDateOf, type EpochMs } from '@huiying/shared/kernel'
import {
  keptTerms, policyOn, promiseViewOf, unknownYearIn, type KeptTerms, type PromiseView,
} from '@huiying/shared/sla'
import type { Reads } from '../../platform/database/reads'
import type { Work } from '../../platform/database/work'
import { calendarOf } from '../calendar/public'
import { lockUnit } from '../villages/public'
import { policiesOf, policiesOver } from './policies'
import { unknownYearTable } from './unknown-year.table'

/** The terms for a grievance of that kind that is raised in the village now. */
export async function termsInForce(
  work: Work,
  villageId: string,
  kind: string,
): Promise<{ readonly version: number; readonly terms: KeptTerms }> {
  const policies = await work.kept(`promises over ${villageId}`, () => policiesOver(work, villageId))
  // None: the default, which keeps no hours of its own, so nobody asks for its calendar.
  const subDistrictId = policies[0]?.subDistrictId ?? ''
  const { version, terms } = policyOn(policies, subDistrictId, chinaDateOf(work.now))
  const calendar = terms.serviceHours === undefined ? [] : await calendarOf(work, subDistrictId)
  return { version, terms: keptTerms(terms, kind, calendar, work.now) }
}

/** What whoever thinks of saying something there is told. */
export async function promiseOf(reads: Reads, subDistrictId: string, now: EpochMs): Promise<PromiseView> {
  const { terms } = policyOn(await policiesOf(reads, subDistrictId), subDistrictId, chinaDateOf(now))
  const calendar = terms.serviceHours === undefined ? [] : await calendarOf(reads, subDistrictId)
  return promiseViewOf(terms, calendar, now)
}

/**
 * A deadline that reaches into a year whose days off nobody has entered: the admin is told, once for each year. Reads
 * now; what it hands back writes, or does nothing.
 */
export async function alarmOfUnknownYear(
  work: Work,
  subDistrictId: string,
  { terms, dueAt }: { readonly terms: KeptTerms; readonly dueAt: EpochMs },
): Promise<() => void> {
  const year = unknownYearIn(terms.openHours, work.now, dueAt)
  if (year === null || (await isTold(work, subDistrictId, year))) return () => undefined
  // Two who speak at once: the second waits here, and finds it told.
  await lockUnit(work, subDistrictId)
  if (await isTold(work, subDistrictId, year)) return () => undefined
  return () => {
    work.insert(unknownYearTable, { subDistrictId, year, noticedAt: work.now })
    work.record(null, [{ type: 'sla.year-unknown', subjectId: subDistrictId, year }])
  }
}

/** Has somebody entered it meanwhile? */
export async function isYearEntered(reads: Reads, subDistrictId: string, year: number): Promise<boolean> {
  return isYearKnown(await calendarOf(reads, subDistrictId), `${year}-01-01`)
}

async function isTold(work: Work, subDistrictId: string, year: number): Promise<boolean> {
  return (await work.findOne(unknownYearTable, { subDistrictId, year })) !== null
}
