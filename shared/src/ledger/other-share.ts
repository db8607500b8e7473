import { DomainError, sumFen, type Fen } from '../kernel'
import type { LedgerTerms } from './policy'
import type { Use, Uses } from './uses'

export interface OtherShare {
  readonly otherFen: Fen
  readonly totalFen: Fen
}

export function otherShareOf(uses: readonly Use[]): OtherShare {
  const shown = uses.filter(({ amountFen }) => amountFen > 0)
  return {
    otherFen: sumFen(shown.filter(({ isOther }) => isOther).map(({ amountFen }) => amountFen)),
    totalFen: sumFen(shown.map(({ amountFen }) => amountFen)),
  }
}

/**
 * "其他" may not hide more than 5 % (handbook §5), of what came in and of what went out. Checked when a month is
 * closed, since afterwards nobody can put it under its proper name any more.
 * @throws ledger.other-too-large
 */
export function checkOther(uses: Uses, { otherLimitPercent }: LedgerTerms): void {
  for (const [side, rows] of [['out', uses.out], ['in', uses.in]] as const) {
    const { otherFen, totalFen } = otherShareOf(rows)
    if (exceedsPercent(otherFen, totalFen, otherLimitPercent)) {
      throw new DomainError('ledger.other-too-large', { side, otherFen, limitPercent: otherLimitPercent })
    }
  }
}

/** Exactly, without a product that passes 2^53: the whole hundreds first, what is left afterwards. */
function exceedsPercent(partFen: Fen, wholeFen: Fen, percent: number): boolean {
  const left = wholeFen % 100
  const beyond = partFen - ((wholeFen - left) / 100) * percent
  return beyond >= percent || beyond * 100 > left * percent
}
