import {
  climbs, DEFAULT_NOTICE_PREFERENCES, isTexted, ladderOf, templateOf, type NoticeData, type NoticeKind,
} from '@huiying/shared/notifications'
import type { EpochMs } from '@huiying/shared/kernel'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import { accountsOf } from '../identity/public'
import { deliveryTable } from './delivery.table'
import { ladderTable } from './ladder.table'
import { noticeTable, type StoredNotice } from './notice.table'
import { preferencesTable, subscriptionTable, type Subscription } from './subscription.table'
import { textDeliveryTable } from './text.table'

/** Whom to tell what. */
export interface NoticeDraft {
  readonly personId: string
  readonly kind: NoticeKind
  readonly ticketId: string | null
  readonly data: NoticeData
  /** Nothing is added while the person has not read an equal one: several answers in a row are one notice. */
  readonly joinsUnread: boolean
}

/** A notice to be written, and the way out of the house that its person left open. */
export interface PlannedNotice {
  readonly notice: StoredNotice
  readonly channel: OpenChannel | null
}

export interface OpenChannel {
  readonly subscription: Subscription
  readonly openId: string
}

/**
 * Puts notices into people's in-app inboxes, once for each fact and person however often it runs, and queues a WeChat
 * message for whoever still has an acceptance left; a text for whoever has none and must hear of it. Where somebody has
 * to be reached, the ladder begins. Reads first, writes after.
 */
export async function notify(work: Work, ids: Ids, factId: string, drafts: readonly NoticeDraft[]): Promise<void> {
  const planned: PlannedNotice[] = []
  for (const draft of onePerPerson(drafts)) {
    if (await isToldAlready(work, factId, draft)) continue
    const notice: StoredNotice = {
      id: ids.next(), personId: draft.personId, factId, kind: draft.kind, ticketId: draft.ticketId, data: draft.data,
      unreadKey: unreadKeyOf(draft), createdAt: work.now, readAt: null,
    }
    planned.push({ notice, channel: await openChannel(work, draft) })
  }
  for (const one of planned) writeNotice(work, ids, one, work.now)
  const first = planned.find(({ notice }) => climbs(notice.kind))?.notice
  if (first?.ticketId == null) return
  work.insertIfAbsent(ladderTable, ladderOf(factId, first.ticketId, first.kind, work.now))
}

/** @param sendAt when the message may leave; the inbox has it at once */
export function writeNotice(work: Work, ids: Ids, { notice, channel }: PlannedNotice, sendAt: EpochMs): void {
  work.insert(noticeTable, notice)
  if (channel === null) {
    if (!isTexted(notice.kind)) return
    work.insertIfAbsent(textDeliveryTable, { noticeId: notice.id, dueAt: sendAt, attempts: 0 })
    return
  }
  const { subscription, openId } = channel
  const { accountId, templateKey, remaining } = subscription
  work.update(subscriptionTable, { ...subscription, remaining: remaining - 1 })
  work.insert(deliveryTable, {
    id: ids.next(), dueAt: sendAt, noticeId: notice.id, accountId, openId, templateKey, attempts: 0,
  })
}

/** An account of the person that still takes this template, if he wants it at all; one is enough. */
export async function openChannel(
  work: Work,
  { personId, kind }: Pick<NoticeDraft, 'personId' | 'kind'>,
): Promise<OpenChannel | null> {
  const templateKey = templateOf(kind)
  const preferences = (await work.findOne(preferencesTable, { personId })) ?? DEFAULT_NOTICE_PREFERENCES
  if (preferences[templateKey] === false) return null
  const accounts = await accountsOf(work, personId)
  const held = await work.find(
    subscriptionTable,
    { accountId: accounts.map(({ id }) => id), templateKey },
    { lock: true },
  )
  const subscription = held.find((one) => one.remaining > 0)
  const account = accounts.find(({ id }) => id === subscription?.accountId)
  return subscription === undefined || account === undefined ? null : { subscription, openId: account.openId }
}

export function onePerPerson(drafts: readonly NoticeDraft[]): readonly NoticeDraft[] {
  return [...new Map(drafts.map((draft) => [draft.personId, draft])).values()]
}

async function isToldAlready(work: Work, factId: string, draft: NoticeDraft): Promise<boolean> {
  const known = await work.findOne(noticeTable, { personId: draft.personId, factId })
  if (known !== null) return true
  const unreadKey = unreadKeyOf(draft)
  return unreadKey !== null && (await work.findOne(noticeTable, { unreadKey })) !== null
}

function unreadKeyOf(draft: NoticeDraft): string | null {
  return draft.joinsUnread ? `${draft.personId}:${draft.ticketId ?? ''}:${draft.kind}` : null
}
