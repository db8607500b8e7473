import { DAY_MS, startOfChinaDay, sumFen, type CalendarDate, type Fen } from '../kernel'
import { rentSchedule, type Contract, type Instalment } from './contract'

/** Rent that came in; each is an entry of the book. One taken back is left out by whoever loads them. */
export interface RentPayment {
  readonly entryId: string
  readonly on: CalendarDate
  readonly amountFen: Fen
}

export interface InstalmentStanding extends Instalment {
  readonly paidFen: Fen
  readonly overdueFen: Fen
  /** 0 on the due day itself, and where nothing is owed. */
  readonly overdueDays: number
}

export interface RentStanding {
  readonly instalments: readonly InstalmentStanding[]
  /** Of the whole contract. */
  readonly agreedFen: Fen
  /** Of what was to be paid up to the day, the day included. */
  readonly dueFen: Fen
  readonly paidFen: Fen
  /** Due days have passed and it is not there: what villagers see in red. */
  readonly overdueFen: Fen
  /** Since the oldest unpaid due day. */
  readonly overdueDays: number
  /** Paid beyond the whole contract; somebody should look. */
  readonly excessFen: Fen
  readonly next: Instalment | null
}

/** How a contract stands at the end of a day. Payments fill the oldest instalment first; later ones do not count. */
export function rentStandingOn(
  contract: Pick<Contract, 'fromOn' | 'toOn' | 'rent'>,
  payments: readonly RentPayment[],
  day: CalendarDate,
): RentStanding {
  const paidFen = sumFen(payments.filter(({ on }) => on <= day).map(({ amountFen }) => amountFen))
  const schedule = rentSchedule(contract)
  let leftFen = paidFen
  const instalments = schedule.map((instalment): InstalmentStanding => {
    const takenFen = Math.min(leftFen, instalment.amountFen)
    leftFen -= takenFen
    const overdueFen = instalment.dueOn < day ? instalment.amountFen - takenFen : 0
    const overdueDays = overdueFen === 0 ? 0 : daysBetween(instalment.dueOn, day)
    return { ...instalment, paidFen: takenFen, overdueFen, overdueDays }
  })
  return {
    instalments,
    agreedFen: sumFen(schedule.map(({ amountFen }) => amountFen)),
    dueFen: sumFen(schedule.filter(({ dueOn }) => dueOn <= day).map(({ amountFen }) => amountFen)),
    paidFen,
    overdueFen: sumFen(instalments.map(({ overdueFen }) => overdueFen)),
    overdueDays: instalments.reduce((most, { overdueDays }) => Math.max(most, overdueDays), 0),
    excessFen: leftFen,
    next: instalments.find((one) => one.paidFen < one.amountFen && one.dueOn >= day) ?? null,
  }
}

function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (startOfChinaDay(to) - startOfChinaDay(from)) / DAY_MS
}
