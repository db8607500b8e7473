import type { Me } from '@huiying/shared/identity'
import type { NoticeKind, NoticePage, NoticeRow } from '@huiying/shared/notifications'
import { expenseUrl } from '@/features/expenses/ways'
import { bearerOf, boardUrl, leadsVillage, mayHaveDuty, mySubDistrict, ticketUrl } from '@/features/identity'
import { entryUrl, ledgerUrl } from '@/features/ledger/ways'
import { CALENDAR_URL, MONTH_URL, MY_DUTY_URL, SITTING_URL, WEEK_URL } from '@/features/roster/ways'
import { sealUrl } from '@/features/seal/ways'
import { HELD_URL } from '@/features/tickets/held-ways'

/** About one's own duty, whether or not a grievance goes with it. */
const OWN_DUTY: readonly NoticeKind[] = [
  'duty-received', 'duty-handed-on', 'shift-begins', 'swap-asked', 'swap-answered', 'roster-published',
]
/** About what is missing on a roster. */
const ROSTER_TROUBLE: readonly NoticeKind[] = ['shift-absent', 'roster-holes', 'hole-met', 'roster-order']

/** The page where one does something about a notice; `null`: there is nothing to open. */
export function noticeTarget(
  { kind, ticketId, isOwnAbsence, opens }: Pick<NoticeRow, 'kind' | 'ticketId' | 'isOwnAbsence' | 'opens'>,
  me: Me,
): string | null {
  if (opens !== null) return pageOf(opens)
  if (OWN_DUTY.includes(kind) || isOwnAbsence) return mayHaveDuty(me) ? MY_DUTY_URL : SITTING_URL
  if (ROSTER_TROUBLE.includes(kind)) return troubleTarget(me)
  if (kind === 'to-look-at') return HELD_URL
  // The county has no board; its home says the same.
  if (kind === 'undeliverable' || kind === 'caught-up') return mySubDistrict(me) === null ? '/pages/home/index' : boardUrl()
  // Of a matter it may not see the county is told the order alone.
  if (kind === 'order-issued' && ticketId === null) return '/pages/home/index'
  if (ticketId !== null) return ticketUrl(ticketId)
  if (kind === 'days-off-missing') return CALENDAR_URL
  if (kind === 'membership-requested') return '/packages/account/members/index'
  if (kind === 'membership-approved') return '/pages/home/index'
  return null
}

/** The sub-district looks at the week, a village's leads mend their month. */
function troubleTarget(me: Me): string {
  if (bearerOf(me, ['staff', 'leader']) !== null) return WEEK_URL
  return leadsVillage(me) === null ? MY_DUTY_URL : MONTH_URL
}

function pageOf({ page, id }: NoticePage): string {
  switch (page) {
    case 'expense': return expenseUrl(id)
    case 'seal': return sealUrl(id)
    case 'entry': return entryUrl(id)
    case 'book': return ledgerUrl({ book: id })
  }
}
