import { addDays, DomainError, isCalendarDate, startOfChinaDay, DAY_MS, textLength, type CalendarDate, type Fen } from '../kernel'
import { AMOUNT_LIMIT_FEN, COUNTERPARTY_LIMIT } from './limits'
import { dayAfterMonths } from './month'

export type RentRhythm = 'month' | 'quarter' | 'year'

/** A contract by which somebody uses what is the village's, for rent. Both days included. */
export interface Contract {
  readonly id: string
  readonly bookId: string
  /** A lease 租赁 ends after twenty years (民法典第七百零五条); land contracted out 承包 may run longer. */
  readonly kind: 'lease' | 'land'
  /** Of the asset or resource. */
  readonly holdingId: string
  readonly title: string
  readonly tenant: string
  readonly fromOn: CalendarDate
  readonly toOn: CalendarDate
  readonly rent: Rent
}

export interface Rent {
  readonly rhythm: RentRhythm
  /** For each whole period, from the beginning. */
  readonly amountFen: Fen
  /** Agreed raises, in order of days: from the first period that begins on or after `fromOn`. */
  readonly steps: readonly { readonly fromOn: CalendarDate; readonly amountFen: Fen }[]
  /** In advance: due so many days after a period began; else after it ended. */
  readonly isInAdvance: boolean
  readonly dueAfterDays: number
}

export interface Instalment {
  /** From 1. */
  readonly number: number
  readonly fromOn: CalendarDate
  readonly toOn: CalendarDate
  /** The last day on which it is paid in time. */
  readonly dueOn: CalendarDate
  readonly amountFen: Fen
}

export const RHYTHM_MONTHS: Readonly<Record<RentRhythm, number>> = { month: 1, quarter: 3, year: 12 }

const LEASE_YEARS = 20
/** 承包期 of forest land, the longest there is (农村土地承包法第二十一条: 三十年至七十年). */
const LAND_YEARS = 70
const DUE_LIMIT_DAYS = 366

/** @throws ledger.contract-invalid with the field that is wrong, ledger.contract-too-long */
export function checkContract({ kind, title, tenant, fromOn, toOn, rent }: Contract): void {
  if (title.trim() === '' || textLength(title) > COUNTERPARTY_LIMIT) fault('title')
  if (tenant.trim() === '' || textLength(tenant) > COUNTERPARTY_LIMIT) fault('tenant')
  if (!isCalendarDate(fromOn)) fault('fromOn')
  if (!isCalendarDate(toOn) || toOn < fromOn) fault('toOn')
  const years = kind === 'lease' ? LEASE_YEARS : LAND_YEARS
  if (toOn >= dayAfterMonths(fromOn, years * 12)) throw new DomainError('ledger.contract-too-long', { years })
  for (const amountFen of [rent.amountFen, ...rent.steps.map((step) => step.amountFen)]) {
    if (!Number.isInteger(amountFen) || amountFen < 0 || amountFen > AMOUNT_LIMIT_FEN) fault('amountFen')
  }
  for (const [at, step] of rent.steps.entries()) {
    const earliest = rent.steps[at - 1]?.fromOn ?? fromOn
    if (!isCalendarDate(step.fromOn) || step.fromOn <= earliest || step.fromOn > toOn) fault('steps')
  }
  const { dueAfterDays } = rent
  if (!Number.isInteger(dueAfterDays) || dueAfterDays < 0 || dueAfterDays > DUE_LIMIT_DAYS) fault('dueAfterDays')
}

/**
 * What falls due, period by period, from the day the contract begins. A last period that is cut short costs by its
 * days, rounded down in the tenant's favour. A period begins on the same day of the month as the contract; where there
 * is none, on the month's last (as in 民法典第二百零二条).
 */
export function rentSchedule({ fromOn, toOn, rent }: Pick<Contract, 'fromOn' | 'toOn' | 'rent'>): readonly Instalment[] {
  const months = RHYTHM_MONTHS[rent.rhythm]
  const instalments: Instalment[] = []
  for (let number = 1; ; number += 1) {
    const beginsOn = dayAfterMonths(fromOn, (number - 1) * months)
    if (beginsOn > toOn) return instalments
    const wholeToOn = addDays(dayAfterMonths(fromOn, number * months), -1)
    const endsOn = wholeToOn < toOn ? wholeToOn : toOn
    const wholeFen = rent.steps.filter((step) => step.fromOn <= beginsOn).at(-1)?.amountFen ?? rent.amountFen
    instalments.push({
      number,
      fromOn: beginsOn,
      toOn: endsOn,
      dueOn: rent.isInAdvance ? addDays(beginsOn, rent.dueAfterDays) : addDays(endsOn, rent.dueAfterDays),
      amountFen: partFen(wholeFen, daysFrom(beginsOn, endsOn), daysFrom(beginsOn, wholeToOn)),
    })
  }
}

/** 10^11 fen by 366 days stays far below 2^53. */
function partFen(wholeFen: Fen, days: number, ofDays: number): Fen {
  return days === ofDays ? wholeFen : Math.floor((wholeFen * days) / ofDays)
}

function daysFrom(fromOn: CalendarDate, toOn: CalendarDate): number {
  return (startOfChinaDay(toOn) - startOfChinaDay(fromOn)) / DAY_MS + 1
}

function fault(field: string): never {
  throw new DomainError('ledger.contract-invalid', { field })
}
