import { monthName } from '@huiying/shared/ledger'
import type { StoredFinding } from '../features/ledger/log.table'

/** Something that must not be, before it is stored. */
export type Finding = Pick<StoredFinding, 'kind' | 'about' | 'position' | 'words'>

/** What makes two findings the same one, found again another night. */
export function findingKey({ kind, about, position }: Pick<Finding, 'kind' | 'about' | 'position'>): string {
  return `${kind} ${about ?? ''} ${position ?? ''}`
}

/** "2026年9月第3号凭证", as the sheet on the wall numbers it. */
export function voucherName({ month, voucher }: { readonly month: string; readonly voucher: number }): string {
  return `${month.slice(0, 4)}年${monthName(month)}第${voucher}号凭证`
}
