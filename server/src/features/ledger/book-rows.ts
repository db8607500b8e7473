import type { Book, BookMonth, MoneyAccount, SubAccount } from '@huiying/shared/ledger'
import type { StoredBook, StoredMoney, StoredMoneyDay, StoredMonth } from './book.table'

export function bookFrom(row: StoredBook, subAccounts: readonly SubAccount[]): Book {
  const { id, villageId, subDistrictId, legalBody, name, chartVersion, firstMonth } = row
  return {
    id, villageId, subDistrictId, legalBody, name, chartVersion, firstMonth,
    subAccounts: subAccounts.map((one) => ({ code: one.code, name: one.name, isActive: one.isActive })),
  }
}

export function monthFrom(row: StoredMonth): BookMonth {
  const { month, status, voucherCount, assertions, closedAt, closedBy, closedSize } = row
  const { publishedAt, publishedBy, noticeLastOn: lastOn, noticeEndsAt: endsAt } = row
  const isPublished = publishedAt !== null && publishedBy !== null && lastOn !== null && endsAt !== null
  const publication = isPublished ? { publishedAt, publishedBy, lastOn, endsAt } : null
  return { month, status, voucherCount, assertions, closedAt, closedBy, closedSize, publication }
}

export function storedMonth(bookId: string, { publication, ...month }: BookMonth): StoredMonth {
  return {
    bookId, ...month,
    publishedAt: publication?.publishedAt ?? null,
    publishedBy: publication?.publishedBy ?? null,
    noticeLastOn: publication?.lastOn ?? null,
    noticeEndsAt: publication?.endsAt ?? null,
  }
}

/** @param days in the order of days */
export function moneyFrom({ account, closedFen }: StoredMoney, days: readonly StoredMoneyDay[]): MoneyAccount {
  const own = days.filter((day) => day.account === account)
  return { account, closedFen, days: own.map(({ on, netFen }) => ({ on, netFen })) }
}
