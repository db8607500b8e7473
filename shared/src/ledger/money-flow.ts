import { sumFen, type Fen } from '../kernel'
import { rootCodeOf } from './account'
import { availableFen, reservedFen, type BookState } from './book-state'
import { CASH } from './chart'
import { sourceTypeOf, type Entry } from './entry'
import { balanceFen } from './money-account'
import { moneyMovedFen } from './money-rules'
import type { Month } from './month'

/** What one entry, a month or a year did to the village's money. Cash drawn from the bank is neither in nor out. */
export interface MoneyFlow {
  readonly inFen: Fen
  readonly outFen: Fen
  /** What reversals gave back (above zero) or took away: shown apart, so that a mistake does not look like income. */
  readonly correctedFen: Fen
  /** What the book began with. */
  readonly openingFen: Fen
}

export const NO_FLOW: MoneyFlow = { inFen: 0, outFen: 0, correctedFen: 0, openingFen: 0 }

/** To be stored beside the entry, so that months and years are sums. */
export function flowOf({ source, lines }: Pick<Entry, 'source' | 'lines'>): MoneyFlow {
  const movedFen = moneyMovedFen(lines)
  if (sourceTypeOf(source) === 'opening') return { ...NO_FLOW, openingFen: movedFen }
  if (source.type === 'reversal') return { ...NO_FLOW, correctedFen: movedFen }
  return movedFen < 0 ? { ...NO_FLOW, outFen: -movedFen } : { ...NO_FLOW, inFen: movedFen }
}

export function sumFlows(flows: readonly MoneyFlow[]): MoneyFlow {
  return {
    inFen: sumFen(flows.map(({ inFen }) => inFen)),
    outFen: sumFen(flows.map(({ outFen }) => outFen)),
    correctedFen: sumFen(flows.map(({ correctedFen }) => correctedFen)),
    openingFen: sumFen(flows.map(({ openingFen }) => openingFen)),
  }
}

/** What there is more of afterwards. */
export function netFlowFen({ inFen, outFen, correctedFen, openingFen }: MoneyFlow): Fen {
  return sumFen([openingFen, inFen, -outFen, correctedFen])
}

export function flowOfMonth(entries: readonly Entry[], month: Month): MoneyFlow {
  return sumFlows(entries.filter((entry) => entry.month === month).map(flowOf))
}

/** January up to and with the month. */
export function flowOfYearTo(entries: readonly Entry[], month: Month): MoneyFlow {
  const fits = (entry: Entry): boolean => entry.month.slice(0, 4) === month.slice(0, 4) && entry.month <= month
  return sumFlows(entries.filter(fits).map(flowOf))
}

/** "村里还有多少钱": the one big number, and what it is made of. */
export interface MoneyLeft {
  readonly totalFen: Fen
  readonly cashFen: Fen
  readonly bankFen: Fen
  /** Promised to approved expenses; still in the total. */
  readonly reservedFen: Fen
  readonly freeFen: Fen
}

export function moneyLeft(state: BookState): MoneyLeft {
  const of = (isCash: boolean): Fen =>
    sumFen(state.money.filter(({ account }) => (rootCodeOf(account) === CASH) === isCash).map(balanceFen))
  const sum = (read: (state: BookState, account: string) => Fen): Fen =>
    sumFen(state.money.map(({ account }) => read(state, account)))
  return {
    totalFen: of(true) + of(false),
    cashFen: of(true),
    bankFen: of(false),
    reservedFen: sum(reservedFen),
    freeFen: sum(availableFen),
  }
}
