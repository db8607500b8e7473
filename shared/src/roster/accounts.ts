import type { DayKind } from '../calendar'

/** Shares of a day are whole numbers, so that no rounding tells two equals apart: divisible by 1 to 20. */
const DAY_SHARES = 232_792_560

/** What somebody is owed, in shares of a day: below zero, he has sat more than his part. */
export interface Credit {
  readonly all: number
  /** Rest days and public holidays together. */
  readonly rest: number
  readonly holiday: number
}

const NOTHING: Credit = { all: 0, rest: 0, holiday: 0 }

/**
 * Fair shares among those who take turns. On each day whoever could sit is owed an equal part of it, and who sits pays
 * the whole: so leave and posts that begin or end cost nobody anything and save him nothing.
 */
export class Accounts {
  private readonly credits = new Map<string, Credit>()

  creditOf(personId: string): Credit {
    return this.credits.get(personId) ?? NOTHING
  }

  /** `sharers`: whose turn it could have been. Where somebody else came, none of them is owed anything for that day. */
  book(kind: DayKind, sharers: readonly string[], personId: string): void {
    const share = Math.floor(DAY_SHARES / sharers.length)
    if (sharers.includes(personId)) for (const one of sharers) this.add(one, kind, share)
    this.add(personId, kind, -DAY_SHARES)
  }

  private add(personId: string, kind: DayKind, shares: number): void {
    const { all, rest, holiday } = this.creditOf(personId)
    this.credits.set(personId, {
      all: all + shares,
      rest: kind === 'working-day' ? rest : rest + shares,
      holiday: kind === 'public-holiday' ? holiday + shares : holiday,
    })
  }
}

/** Who is owed more comes first (a negative number). Which account counts, and which after it, is the day's. */
export function compareCredit(kind: DayKind, one: Credit, other: Credit): number {
  if (kind === 'working-day') return other.all - one.all
  return other.rest - one.rest || (kind === 'public-holiday' ? other.holiday - one.holiday : 0) || other.all - one.all
}
