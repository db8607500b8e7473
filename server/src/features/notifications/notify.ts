import { climbs, isTexted, ladderOf, type Ladder, type NoticeData, type NoticeKind } from '@huiying/shared/notifications'
import type { EpochMs } from '@huiying/shared/kernel'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import { deliveryTable } from './delivery.table'
import { ladderTable } from './ladder.table'
import { noticeTable, type StoredNotice } from './notice.table'
import { OpenChannels, type OpenChannel } from './open-channels'
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

/** Whom to tell of one fact. */
export interface FactDrafts {
  readonly factId: string
  readonly drafts: readonly NoticeDraft[]
  /** Nobody can have been told of it before: it is recorded in the same work. */
  readonly isNew: boolean
}

/** A notice to be written, and the way out of the house that its person left open. */
export interface PlannedNotice {
  readonly notice: StoredNotice
  readonly channel: OpenChannel | null
}

/**
 * Puts notices into people's in-app inboxes, once for each fact and person however often it runs, and queues a WeChat
 * message for whoever still has an acceptance left; a text for whoever has none and must hear of it. Where somebody has
 * to be reached, the ladder begins. Reads first, writes after.
 */
export async function notify(work: Work, ids: Ids, told: readonly FactDrafts[]): Promise<void> {
  const drafts = told.flatMap(({ factId, isNew, drafts: all }) =>
    onePerPerson(all).map((draft) => ({ ...draft, factId, isNew })))
  if (drafts.length === 0) return
  const isTold = await toldAlready(work, drafts)
  const fresh = drafts.filter((draft) => !isTold(draft))
  const channels = await OpenChannels.of(work, fresh)
  const planned = fresh.map((draft): PlannedNotice => ({
    notice: {
      id: ids.next(), personId: draft.personId, factId: draft.factId, kind: draft.kind, ticketId: draft.ticketId,
      data: draft.data, unreadKey: unreadKeyOf(draft), createdAt: work.now, readAt: null,
    },
    channel: channels.take(draft),
  }))
  writeNotices(work, ids, planned, work.now)
  channels.store(work)
  work.insertIfAbsent(ladderTable, ...laddersOf(planned, work.now))
}

/** One for each fact that somebody has to be reached with. */
function laddersOf(planned: readonly PlannedNotice[], now: EpochMs): readonly Ladder[] {
  const ladders = new Map<string, Ladder | null>()
  for (const { notice: { factId, kind, ticketId } } of planned) {
    if (ladders.has(factId) || !climbs(kind)) continue
    ladders.set(factId, ticketId === null ? null : ladderOf(factId, ticketId, kind, now))
  }
  return [...ladders.values()].flatMap((ladder) => ladder ?? [])
}

/** @param sendAt when the messages may leave; the inbox has them at once */
export function writeNotices(work: Work, ids: Ids, planned: readonly PlannedNotice[], sendAt: EpochMs): void {
  work.insert(noticeTable, ...planned.map(({ notice }) => notice))
  work.insert(deliveryTable, ...planned.flatMap(({ notice, channel }) =>
    channel === null ? [] : [{ id: ids.next(), dueAt: sendAt, noticeId: notice.id, ...channel, attempts: 0 }]))
  work.insert(textDeliveryTable, ...planned.flatMap(({ notice, channel }) =>
    channel === null && isTexted(notice.kind) ? [{ noticeId: notice.id, dueAt: sendAt, attempts: 0 }] : []))
}

export function onePerPerson(drafts: readonly NoticeDraft[]): readonly NoticeDraft[] {
  return [...new Map(drafts.map((draft) => [draft.personId, draft])).values()]
}

type DraftOfFact = NoticeDraft & Omit<FactDrafts, 'drafts'>

/** Also says yes from the second time on that it is asked for what would only repeat an unread one. */
async function toldAlready(work: Work, drafts: readonly DraftOfFact[]): Promise<(draft: DraftOfFact) => boolean> {
  const keys = drafts.flatMap((draft) => unreadKeyOf(draft) ?? [])
  const facts = [...new Set(drafts.flatMap(({ factId, isNew }) => (isNew ? [] : [factId])))]
  const { told, unread } = await work.findTogether({
    told: { table: noticeTable, where: { factId: facts } },
    unread: { table: noticeTable, where: { unreadKey: keys } },
  })
  const pairs = new Set(told.map(({ factId, personId }) => `${factId} ${personId}`))
  const unreadKeys = new Set(unread.map(({ unreadKey }) => unreadKey))
  return (draft) => {
    if (pairs.has(`${draft.factId} ${draft.personId}`)) return true
    const key = unreadKeyOf(draft)
    if (key === null) return false
    const isThere = unreadKeys.has(key)
    unreadKeys.add(key)
    return isThere
  }
}

function unreadKeyOf(draft: NoticeDraft): string | null {
  return draft.joinsUnread ? `${draft.personId}:${draft.ticketId ?? ''}:${draft.kind}` : null
}
