import type { CalendarDate, Fen } from '@huiying/shared/kernel'
import { rentStandingOn, type ContractRow } from '@huiying/shared/ledger'
import { longDay } from '../typed'

/** Rent up to and with one instalment: payments fill the oldest first, so nobody pays the third before the second. */
export interface RentDue {
  readonly number: number
  readonly amountFen: Fen
  readonly words: string
}

/** So many are offered; who pays further ahead writes the amount. */
const SHOWN = 4

/** What is still to be paid, each with all that comes before it. */
export function rentDues(contract: ContractRow, today: CalendarDate): readonly RentDue[] {
  const paid = [{ entryId: '', on: today, amountFen: contract.paidFen }]
  const left = rentStandingOn(contract, paid, today).instalments.filter((one) => one.paidFen < one.amountFen)
  return left.slice(0, SHOWN).map((instalment, at) => ({
    number: instalment.number,
    amountFen: left.slice(0, at + 1).reduce((sum, one) => sum + one.amountFen - one.paidFen, 0),
    words: `${at === 0 ? '' : '连同前面，'}交到 ${longDay(instalment.toOn)}`,
  }))
}
