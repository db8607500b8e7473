import type {
  NoticeListAnswer,
  PreferencesBody,
  ReadNoticesBody,
  SubscriptionsAnswer,
  UndeliveredAnswer,
  UnreadAnswer,
} from '@huiying/shared/notifications'
import { get, post, put } from '@/platform/request'
import { changeMe } from '@/platform/session'
import { rememberSubscriptions } from '@/platform/subscribe'

export async function fetchNotices(cursor: string | null): Promise<NoticeListAnswer> {
  const answer = await get<NoticeListAnswer>('/api/notices', { cursor })
  changeMe((me) => ({ ...me, unreadNotices: answer.unread }))
  return answer
}

/** Of which matters nobody on duty could be told. */
export function fetchUndelivered(): Promise<UndeliveredAnswer> {
  return get('/api/undelivered')
}

/** Marks these as read, or all when `ids` is left out; the tab's badge follows. */
export async function readNotices(ids?: readonly string[]): Promise<void> {
  const body: ReadNoticesBody = ids === undefined ? {} : { ids }
  const { unread } = await post<UnreadAnswer>('/api/notices/read', body)
  changeMe((me) => ({ ...me, unreadNotices: unread }))
}

/** Whoever has opened a matter has read what he was told of it, by whatever way he came. */
export async function readNoticesOf(ticketId: string): Promise<void> {
  const body: ReadNoticesBody = { ticketId }
  const { unread } = await post<UnreadAnswer>('/api/notices/read', body)
  changeMe((me) => ({ ...me, unreadNotices: unread }))
}

export async function savePreferences(body: PreferencesBody): Promise<SubscriptionsAnswer> {
  const answer = await put<SubscriptionsAnswer>('/api/me/preferences', body)
  rememberSubscriptions(answer)
  return answer
}
