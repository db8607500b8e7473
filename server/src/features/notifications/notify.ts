import { DEFAULT_NOTICE_PREFERENCES, templateOf, type NoticeData, type NoticeKind } from '@huiying/shared/notifications'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import { accountsOf } from '../identity/public'
import { deliveryTable } from './delivery.table'
import { noticeTable, type StoredNotice } from './notice.table'
import { preferencesTable, subscriptionTable, type Subscription } from './subscription.table'

/** Whom to tell what. */
export interface NoticeDraft {
  readonly personId: string
  readonly kind: NoticeKind
  readonly ticketId: string | null
  readonly data: NoticeData
  /** Nothing is added while the person has not read an equal one: several answers in a row are one notice. */
  readonly joinsUnread: boolean
}

interface Planned {
  readonly notice: StoredNotice
  readonly channel: OpenChannel | null
}

interface OpenChannel {
  readonly subscription: Subscription
  readonly openId: string
}

/**
 * Puts notices into people's in-app inboxes, once for each fact and person however often it runs, and queues a WeChat
 * message for whoever still has an acceptance left. Reads first, writes after.
 */
export async function notify(work: Work, ids: Ids, factId: string, drafts: readonly NoticeDraft[]): Promise<void> {
  const planned: Planned[] = []
  for (const draft of onePerPerson(drafts)) {
    if (await isToldAlready(work, factId, draft)) continue
    const notice: StoredNotice = {
      id: ids.next(), personId: draft.personId, factId, kind: draft.kind, ticketId: draft.ticketId, data: draft.data,
      unreadKey: unreadKeyOf(draft), createdAt: work.now, readAt: null,
    }
    planned.push({ notice, channel: await openChannel(work, draft) })
  }
  for (const { notice, channel } of planned) {
    work.insert(noticeTable, notice)
    if (channel === null) continue
    const { subscription, openId } = channel
    const { accountId, templateKey, remaining } = subscription
    work.update(subscriptionTable, { ...subscription, remaining: remaining - 1 })
    work.insert(deliveryTable, {
      id: ids.next(),
      dueAt: work.now,
      noticeId: notice.id,
      accountId,
      openId,
      templateKey,
      attempts: 0,
    })
  }
}

async function isToldAlready(work: Work, factId: string, draft: NoticeDraft): Promise<boolean> {
  const known = await work.findOne(noticeTable, { personId: draft.personId, factId })
  if (known !== null) return true
  const unreadKey = unreadKeyOf(draft)
  return unreadKey !== null && (await work.findOne(noticeTable, { unreadKey })) !== null
}

/** An account of the person that still takes this template, if he wants it at all; one is enough. */
async function openChannel(work: Work, draft: NoticeDraft): Promise<OpenChannel | null> {
  const templateKey = templateOf(draft.kind)
  const preferences = (await work.findOne(preferencesTable, { personId: draft.personId })) ?? DEFAULT_NOTICE_PREFERENCES
  if (preferences[templateKey] === false) return null
  const accounts = await accountsOf(work, draft.personId)
  const held = await work.find(
    subscriptionTable,
    { accountId: accounts.map(({ id }) => id), templateKey },
    { lock: true },
  )
  const subscription = held.find((one) => one.remaining > 0)
  const account = accounts.find(({ id }) => id === subscription?.accountId)
  return subscription === undefined || account === undefined ? null : { subscription, openId: account.openId }
}

function onePerPerson(drafts: readonly NoticeDraft[]): readonly NoticeDraft[] {
  return [...new Map(drafts.map((draft) => [draft.personId, draft])).values()]
}

function unreadKeyOf(draft: NoticeDraft): string | null {
  return draft.joinsUnread ? `${draft.personId}:${draft.ticketId ?? ''}:${draft.kind}` : null
}
