import type { EpochMs, CalendarDate, Fen } from '@huiying/shared/kernel'
import type { BankAssertion, LegalBody, LedgerTerms, Month, MonthStatus, Reserve, SubAccount } from '@huiying/shared/ledger'
import { bool, code, date, fen, id, instant, int, json, named, nullable, text } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

/** A book and how far it has come. Its row is the lock for everything that is written into it. */
export interface StoredBook {
  readonly id: string
  readonly villageId: string
  readonly subDistrictId: string
  readonly legalBody: LegalBody
  readonly name: string
  readonly chartVersion: number
  readonly firstMonth: Month
  readonly openedAt: EpochMs
  readonly openedBy: string
  readonly entryCount: number
  readonly hasOpening: boolean
  /** The first month that is not closed; the months' own rows say the same. */
  readonly openFrom: Month
  /** Since when it takes nothing more: what others hold of it is newer, so it was restored from a backup. */
  readonly stoppedAt: EpochMs | null
}

export const bookTable = defineTable<StoredBook>({
  name: 'ledger_books',
  columns: {
    id: id(), villageId: id(), subDistrictId: id(), legalBody: code<LegalBody>(24), name: text(60), chartVersion: int(),
    firstMonth: code(7), openedAt: instant(), openedBy: id(), entryCount: int(), hasOpening: bool(),
    openFrom: code(7), stoppedAt: nullable(instant()),
  },
  primaryKey: ['id'],
  indices: [['subDistrictId']],
  uniques: [['villageId', 'legalBody']],
})

export const subAccountTable = defineTable<SubAccount & { readonly bookId: string }>({
  name: 'ledger_sub_accounts',
  columns: { bookId: id(), code: code(12), name: text(60), isActive: bool() },
  primaryKey: ['bookId', 'code'],
})

export interface StoredMonth {
  readonly bookId: string
  readonly month: Month
  readonly status: MonthStatus
  readonly voucherCount: number
  readonly assertions: readonly BankAssertion[]
  readonly closedAt: EpochMs | null
  readonly closedBy: string | null
  readonly closedSize: number | null
  readonly publishedAt: EpochMs | null
  readonly publishedBy: string | null
  readonly noticeLastOn: CalendarDate | null
  readonly noticeEndsAt: EpochMs | null
}

export const monthTable = defineTable<StoredMonth>({
  name: 'ledger_months',
  columns: {
    bookId: id(), month: code(7), status: code<MonthStatus>(12), voucherCount: int(), assertions: json(),
    closedAt: nullable(instant()), closedBy: nullable(id()), closedSize: nullable(int()),
    publishedAt: nullable(instant()), publishedBy: nullable(id()), noticeLastOn: nullable(date()),
    noticeEndsAt: nullable(instant()),
  },
  primaryKey: ['bookId', 'month'],
  checks: {
    ck_ledger_months_closed: "(status IN ('closed', 'published')) = (closed_size IS NOT NULL)",
    ck_ledger_months_published: "(status = 'published') = (published_at IS NOT NULL)",
  },
})

/** A cash box or bank account. What is reserved was promised to approved expenses. */
export interface StoredMoney {
  readonly bookId: string
  readonly account: string
  readonly closedFen: Fen
  readonly balanceFen: Fen
  readonly reservedFen: Fen
}

export const moneyTable = defineTable<StoredMoney>({
  name: 'ledger_money',
  columns: { bookId: id(), account: code(12), closedFen: fen(), balanceFen: fen(), reservedFen: fen() },
  primaryKey: ['bookId', 'account'],
  // No overdraft, whoever writes: two approvals that race meet here at the latest.
  checks: { ck_ledger_money_covered: 'reserved_fen >= 0 AND balance_fen >= reserved_fen AND closed_fen >= 0' },
})

/** What a day of a month that is not closed changed. */
export interface StoredMoneyDay {
  readonly bookId: string
  readonly account: string
  readonly on: CalendarDate
  readonly netFen: Fen
}

export const moneyDayTable = defineTable<StoredMoneyDay>({
  name: 'ledger_money_days',
  columns: { bookId: id(), account: code(12), on: named('day_on', date()), netFen: fen() },
  primaryKey: ['bookId', 'account', 'on'],
})

export const reserveTable = defineTable<Reserve & { readonly bookId: string }>({
  name: 'ledger_reserves',
  columns: { expenseId: id(), bookId: id(), account: code(12), amountFen: fen(), at: instant() },
  primaryKey: ['expenseId'],
  indices: [['bookId']],
  checks: { ck_ledger_reserves_amount: 'amount_fen > 0' },
})

export interface StoredLedgerPolicy {
  readonly subDistrictId: string
  readonly version: number
  readonly firstOn: CalendarDate
  readonly terms: LedgerTerms
}

export const ledgerPolicyTable = defineTable<StoredLedgerPolicy>({
  name: 'ledger_policies',
  columns: { subDistrictId: id(), version: int(), firstOn: date(), terms: json() },
  primaryKey: ['subDistrictId', 'version'],
})
