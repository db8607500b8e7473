import { HOUR_MS, startOfChinaDay, type CalendarDate, type EpochMs, type Fen } from '../../kernel'
import type { PostKind, Viewer } from '../../identity'
import type { Book } from '../book'
import { newBookState, type BookState } from '../book-state'
import type { Entry, Line, PostedEntry } from '../entry'
import { monthOf } from '../month'
import { postEntry, type EntryDraft, type Posting } from '../post-entry'
import { reserveMoney } from '../reserve-money'
import { reverseEntry, type Reversal } from '../reverse-entry'
import { STANDARD_SUB_ACCOUNTS } from '../standard-sub-accounts'

export const BOOK: Book = {
  id: 'book-1',
  villageId: 'liushu',
  subDistrictId: 'qingxi',
  legalBody: 'collective',
  name: '柳树村集体经济组织',
  chartVersion: 1,
  firstMonth: '2026-08',
  subAccounts: STANDARD_SUB_ACCOUNTS,
}

export function someone(personId: string, kind: PostKind, villageId: string | null = 'liushu', subDistrictId = 'qingxi'): Viewer {
  const unitId = villageId ?? subDistrictId
  const post = { id: `${personId}-${kind}`, personId, kind, unitId, villageId, subDistrictId, charge: null, fromAt: 0, toAt: null }
  return { accountId: `account-${personId}`, personId, posts: [post] }
}

export const ACCOUNTANT = someone('qian', 'accountant')
export const SECRETARY = someone('li', 'secretary')
export const SUPERVISOR = someone('zhou', 'supervisor')
export const GRANDMOTHER = someone('wang', 'resident')
export const STAFF = someone('sun', 'staff', null)
export const STRANGER = someone('feng', 'accountant', 'taoyuan', 'shanhe')

/** Noon in China. */
export function noon(on: CalendarDate): EpochMs {
  return startOfChinaDay(on) + 12 * HOUR_MS
}

/** Long after anything the tests write. */
export const LATER = noon('2027-12-31')

export function debit(account: string, amountFen: Fen): Line {
  return { account, side: 'debit', amountFen }
}

export function credit(account: string, amountFen: Fen): Line {
  return { account, side: 'credit', amountFen }
}

/** From one account into another. */
export function move(from: string, to: string, amountFen: Fen): readonly Line[] {
  return [debit(to, amountFen), credit(from, amountFen)]
}

export function draftOf(on: CalendarDate, lines: readonly Line[], changes: Partial<EntryDraft> = {}): EntryDraft {
  return {
    entryId: 'entry', month: monthOf(on), on, purpose: '修下水道', counterparty: null, source: { type: 'manual' }, lines, vouchers: [], ...changes,
  }
}

/** A book that is written in, one line a step. */
export class Pen {
  readonly entries: PostedEntry[] = []
  constructor(
    public state: BookState = newBookState(BOOK),
    public now: EpochMs = LATER,
  ) {}

  post(on: CalendarDate, lines: readonly Line[], changes: Partial<EntryDraft> = {}): Entry {
    const draft = draftOf(on, lines, { entryId: `entry-${this.state.entryCount}`, ...changes })
    return this.take(postEntry(ACCOUNTANT, this.state, draft, this.now).next)
  }

  open(on: CalendarDate, lines: readonly Line[]): Entry {
    return this.post(on, lines, { source: { type: 'opening' }, purpose: '期初余额' })
  }

  income(on: CalendarDate, account: string, amountFen: Fen, changes: Partial<EntryDraft> = {}): Entry {
    return this.post(on, move(account, '102', amountFen), { source: { type: 'income', contractId: null }, purpose: '鱼塘租金', ...changes })
  }

  /** Reserved and posted at once. */
  spend(on: CalendarDate, account: string, amountFen: Fen, changes: Partial<EntryDraft> = {}): Entry {
    const expenseId = `expense-${this.state.entryCount}`
    this.state = reserveMoney(this.state, { expenseId, account: '102', amountFen, isPosted: false }, this.now).next
    return this.post(on, move('102', account, amountFen), { source: { type: 'expense', expenseId, approval: 'ab'.repeat(32) }, ...changes })
  }

  reverse(entry: Entry, on: CalendarDate): Entry {
    const posted = this.posted(entry)
    const wish = { entryId: `entry-${this.state.entryCount}`, month: monthOf(on), on, reason: '金额写错了' }
    const { next } = reverseEntry(ACCOUNTANT, this.state, posted, wish, this.now)
    this.entries[this.entries.indexOf(posted)] = next.original
    return this.take(next)
  }

  posted({ id }: Entry): PostedEntry {
    const found = this.entries.find(({ entry }) => entry.id === id)
    if (found === undefined) throw new Error(`not in the book: ${id}`)
    return found
  }

  get written(): readonly Entry[] {
    return this.entries.map(({ entry }) => entry)
  }

  private take({ state, entry }: Posting | Reversal): Entry {
    this.state = state
    this.entries.push({ entry, reversedBy: null })
    return entry
  }
}

/** For `expect(…).toThrow`. */
export function refusal(code: string, details?: Readonly<Record<string, unknown>>): Error {
  return expect.objectContaining(details === undefined ? { code } : { code, details: expect.objectContaining(details) })
}
