import { sumFen, type Fen } from '../kernel'
import { otherSide, type Side } from './chart'
import { sourceTypeOf, type Entry } from './entry'
import type { Month } from './month'

/**
 * What an account took in a month, as every statement is made of it: a sum that the database can make of any number
 * of entries. `kind` keeps apart what is no traffic of the month.
 */
export interface Turnover {
  readonly account: string
  readonly month: Month
  readonly kind: 'opening' | 'ordinary' | 'year-end'
  readonly debitFen: Fen
  readonly creditFen: Fen
}

/**
 * A reversal counts in red, as accountants do it: less on the side it takes back, not more on the other; else a
 * mistake and its correction would both swell the year's turnover.
 */
export function turnoversOf(entries: readonly Entry[]): readonly Turnover[] {
  const totals = new Map<string, Turnover>()
  for (const entry of entries) {
    const { month, source } = entry
    const type = sourceTypeOf(source)
    const kind = type === 'opening' || type === 'year-end' ? type : 'ordinary'
    const isRed = source.type === 'reversal'
    for (const { account, side, amountFen } of entry.lines) {
      const key = `${month} ${kind} ${account}`
      const before = totals.get(key) ?? { account, month, kind, debitFen: 0, creditFen: 0 }
      totals.set(key, add(before, isRed ? otherSide(side) : side, isRed ? -amountFen : amountFen))
    }
  }
  return [...totals.values()]
}

/** Debit less credit. */
export function balanceOfFen(turnovers: readonly Turnover[]): Fen {
  return sumFen(turnovers.map(({ debitFen, creditFen }) => debitFen - creditFen))
}

function add(turnover: Turnover, side: Side, amountFen: Fen): Turnover {
  return side === 'debit'
    ? { ...turnover, debitFen: turnover.debitFen + amountFen }
    : { ...turnover, creditFen: turnover.creditFen + amountFen }
}
