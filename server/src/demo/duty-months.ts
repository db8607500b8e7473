import { NATIONAL_YEARS } from '@huiying/shared/calendar'
import { chinaDateOf, HOUR_MS, startOfChinaDay, type EpochMs } from '@huiying/shared/kernel'
import { addMonths, monthOfDay, type Month, type VillageMark } from '@huiying/shared/roster'
import { GenerateMonth } from '../features/roster/generate-month'
import { monthTable } from '../features/roster/month.table'
import { PublishMonth } from '../features/roster/publish-month'
import { SetMarks } from '../features/roster/set-marks'
import type { Viewer } from '@huiying/shared/identity'
import type { Log } from '../platform/log'
import type { StreetCast } from './cast'
import type { Stage } from './stage'

/** The day of the month before on which staff makes a month. */
const MADE_ON = '25'
const AFTERNOON_MS = 15 * HOUR_MS

/** Where a leader is to sit; the first is the village that visitors look at. */
const MARKS: Readonly<Record<string, readonly VillageMark[]>> = {
  'QX-01': ['petitioned'], 'QX-06': ['weak', 'conflicted'],
}

/** This month and the one before, in which the nine days lie, as far as it is known which days they give off. */
export function dutyMonths(now: EpochMs): readonly Month[] {
  const month = monthOfDay(chinaDateOf(now))
  return [addMonths(month, -1), month].filter(isKnown)
}

/** When staff sits down to make them: while the month before still runs. */
export function makingInstant(months: readonly Month[]): EpochMs | null {
  const [first] = months
  return first === undefined ? null : startOfChinaDay(`${addMonths(first, -1)}-${MADE_ON}`) + AFTERNOON_MS
}

/** Marks villages, makes and publishes the months. Without any the duty is whoever's it is without a roster. */
export async function publishDuty(
  { database, register, now }: Stage,
  street: StreetCast,
  months: readonly Month[],
  log: Log,
): Promise<void> {
  const { unitOfWork, ids, clock } = database
  const today = monthOfDay(chinaDateOf(now))
  if (!months.includes(today)) log.info(`the demo has no roster of ${today}: its year's days off are not announced yet`)
  if (months.length === 0) return
  const staff = staffOf({ register }, street, await clock.now())
  for (const [code, marks] of Object.entries(MARKS)) {
    await new SetMarks(unitOfWork).execute(staff, register.unitId(code), marks)
  }
  for (const month of months) {
    await new GenerateMonth(unitOfWork, ids).execute(staff, month, { keepEdits: true })
    const draft = await unitOfWork.run((work) => work.findOne(monthTable, { month }))
    const seenRevision = draft?.revision ?? 0
    await new PublishMonth(unitOfWork, ids).execute(staff, month, { seenRevision, acceptHoles: true })
  }
}

/** What staff works on today. */
export async function draftNextMonth({ database, register, now }: Stage, street: StreetCast): Promise<void> {
  const next = addMonths(monthOfDay(chinaDateOf(now)), 1)
  if (!isKnown(next)) return
  const { unitOfWork, ids } = database
  await new GenerateMonth(unitOfWork, ids).execute(staffOf({ register }, street, now), next, { keepEdits: true })
}

function staffOf({ register }: Pick<Stage, 'register'>, { staff }: StreetCast, at: EpochMs): Viewer {
  return register.viewer(register.personId(staff[0]?.person.code ?? ''), at)
}

function isKnown(month: Month): boolean {
  return NATIONAL_YEARS.some(({ year }) => year === Number(month.slice(0, 4)))
}
