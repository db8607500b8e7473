import { sumFen, type CalendarDate, type Fen } from '../kernel'

/** One cash box or bank account, as far as rules need it. */
export interface MoneyAccount {
  readonly account: string
  /** At the end of the last closed month. */
  readonly closedFen: Fen
  /** What each later day changed, in order of days; days without a change are left out. */
  readonly days: readonly { readonly on: CalendarDate; readonly netFen: Fen }[]
}

export function balanceFen({ closedFen, days }: MoneyAccount): Fen {
  return closedFen + sumFen(days.map(({ netFen }) => netFen))
}

/** At the end of the day. Days of closed months are not known any more. */
export function balanceFenOn({ closedFen, days }: MoneyAccount, day: CalendarDate): Fen {
  return closedFen + sumFen(days.filter(({ on }) => on <= day).map(({ netFen }) => netFen))
}

/** The least it held at the end of any day from the given one on. */
export function lowestFenFrom(money: MoneyAccount, day: CalendarDate): Fen {
  let runningFen = balanceFenOn(money, day)
  let lowestFen = runningFen
  for (const { on, netFen } of money.days) {
    if (on <= day) continue
    runningFen += netFen
    lowestFen = Math.min(lowestFen, runningFen)
  }
  return lowestFen
}
