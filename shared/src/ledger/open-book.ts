import { chinaDateOf, DomainError, type Decision, type EpochMs } from '../kernel'
import type { Viewer } from '../identity'
import { LEGAL_BODY_NAMES, type Book, type LegalBody } from './book'
import { CHART_2023 } from './chart-2023'
import type { LedgerFact } from './facts'
import { isMonth, monthOf, type Month } from './month'
import { requireKeeper } from './rights'

export interface BookWish {
  readonly bookId: string
  readonly villageId: string
  readonly subDistrictId: string
  readonly villageName: string
  readonly legalBody: LegalBody
  /** Not later than the month that runs. */
  readonly firstMonth: Month
}

/**
 * 建账: one book per legal body of a village, on the chart in force.
 * @param existing whether the village has one for this body
 * @throws ledger.book-not-found, ledger.only-accountant, ledger.book-exists, ledger.date-in-future
 */
export function openBook(viewer: Viewer, wish: BookWish, existing: boolean, now: EpochMs): Decision<Book, LedgerFact> {
  const { bookId, villageId, subDistrictId, villageName, legalBody, firstMonth } = wish
  requireKeeper(viewer, wish)
  if (existing) throw new DomainError('ledger.book-exists')
  if (!isMonth(firstMonth) || firstMonth > monthOf(chinaDateOf(now))) throw new DomainError('ledger.date-in-future')
  return {
    next: {
      id: bookId, villageId, subDistrictId, legalBody, name: bookNameOf(villageName, legalBody),
      chartVersion: CHART_2023.version, firstMonth, subAccounts: [],
    },
    facts: [{ type: 'ledger.book-opened', subjectId: bookId, villageId }],
  }
}

/** "柳树村" and "村集体经济组织" share their 村; "桃园社区" brings none. */
function bookNameOf(villageName: string, legalBody: LegalBody): string {
  return `${villageName.replace(/村$/, '')}${LEGAL_BODY_NAMES[legalBody]}`
}

/**
 * A book that was restored from an old backup would grow a second history beside the one that others hold.
 * @throws ledger.book-stopped
 */
export function mustRun({ stoppedAt }: { readonly stoppedAt: EpochMs | null }): void {
  if (stoppedAt !== null) throw new DomainError('ledger.book-stopped')
}
