import { sumFen, type Fen } from '../kernel'
import { accountOf, isMoney, isOther, isProfitAndLoss } from './account'
import type { Book } from './book'
import { signedFen, sourceTypeOf, type Entry } from './entry'
import { moneyMovedFen } from './money-rules'

/** What money went to or came from, in plain words. Above zero on both sides, unless more was taken back. */
export interface Use {
  readonly account: string
  readonly name: string
  readonly amountFen: Fen
  /** Says nothing of what it was for; may be no more than a little. */
  readonly isOther: boolean
}

export interface Uses {
  readonly out: readonly Use[]
  readonly in: readonly Use[]
}

/**
 * Where the village's money went and came from, the greatest first. An entry that moves money is split by its other
 * accounts and adds up to what it moved; one that moves none counts only with what it earned or spent (a loss,
 * depreciation). Opening balances and 年末结转 are neither. A reversal takes off what it takes back.
 */
export function usesOf(book: Book, entries: readonly Entry[]): Uses {
  const outFen = new Map<string, Fen>()
  const inFen = new Map<string, Fen>()
  for (const { source, lines } of entries) {
    if (['opening', 'year-end'].includes(sourceTypeOf(source))) continue
    const movedFen = moneyMovedFen(lines)
    const isReversal = source.type === 'reversal'
    for (const line of lines) {
      if (isMoney(line.account) || (movedFen === 0 && !isProfitAndLoss(line.account))) continue
      // Without money the line's own side says it. A line taken back stands on the other side, but belongs here.
      const goesOut = (movedFen === 0 ? line.side === 'debit' : movedFen < 0) !== isReversal
      const totals = goesOut ? outFen : inFen
      totals.set(line.account, (totals.get(line.account) ?? 0) + (goesOut ? signedFen(line) : -signedFen(line)))
    }
  }
  return { out: sortedUses(book, outFen), in: sortedUses(book, inFen) }
}

/** Sums as they are kept beside the entries: of one account in one direction, be it in one month or in several. */
export interface UseSum {
  readonly direction: 'in' | 'out'
  readonly account: string
  readonly amountFen: Fen
}

/** What `usesOf` says of the entries that the sums are of. */
export function namedUses(book: Book, sums: readonly UseSum[]): Uses {
  const totals = { in: new Map<string, Fen>(), out: new Map<string, Fen>() }
  for (const { direction, account, amountFen } of sums) {
    totals[direction].set(account, (totals[direction].get(account) ?? 0) + amountFen)
  }
  return { out: sortedUses(book, totals.out), in: sortedUses(book, totals.in) }
}

/** For a picture: what is greater than zero, with its share in tenths of a percent. */
export function sharesOf(uses: readonly Use[]): readonly (Use & { readonly perMille: number })[] {
  const shown = uses.filter(({ amountFen }) => amountFen > 0)
  const totalFen = sumFen(shown.map(({ amountFen }) => amountFen))
  return shown.map((use) => ({ ...use, perMille: perMilleOf(use.amountFen, totalFen) }))
}

/** What a picture leaves out: more was taken back or held back than was spent. */
export function correctionsIn(uses: readonly Use[]): readonly Use[] {
  return uses.filter(({ amountFen }) => amountFen < 0)
}

/** Rounded down. Money times 1000 may pass 2^53, so the whole part is taken off step by step. */
function perMilleOf(partFen: Fen, totalFen: Fen): number {
  if (totalFen === 0) return 0
  let restFen = partFen
  let perMille = 0
  for (let place = 0; place < 4; place += 1) {
    const digit = Math.floor(restFen / totalFen)
    perMille = perMille * 10 + digit
    restFen = (restFen - digit * totalFen) * 10
  }
  return perMille
}

function sortedUses(book: Book, totals: ReadonlyMap<string, Fen>): readonly Use[] {
  return [...totals]
    .filter(([, amountFen]) => amountFen !== 0)
    .map(([account, amountFen]) => ({
      account, name: accountOf(book, account).plainName, amountFen, isOther: isOther(book, account),
    }))
    .sort((one, other) => other.amountFen - one.amountFen || (one.account < other.account ? -1 : 1))
}
