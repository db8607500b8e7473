import type { JournalEntry } from '@huiying/shared/facts'
import type { NoticeKind } from '@huiying/shared/notifications'
import { addToDigests, countForGroup, hasDigest, isFlooded, notify, type NoticeDraft } from '../features/notifications/public'
import type { Work } from '../platform/database/work'
import type { Ids } from '../platform/ids/ids'
import type { Reaction } from './reaction'

/**
 * A notice each; but of what came to light only when the product was back after a long while, one digest for each
 * person.
 */
export async function tell(
  work: Work,
  ids: Ids,
  { id, fact }: JournalEntry,
  drafts: readonly NoticeDraft[],
): Promise<void> {
  const isOverslept = 'noticedAt' in fact && fact.noticedAt !== undefined
  if (!isOverslept || drafts.length === 0) return notify(work, ids, id, drafts)
  if (await isFlooded(work)) return addToDigests(work, ids, id, drafts)
  const joins = await Promise.all(drafts.map(({ personId }) => hasDigest(work, personId)))
  const join = drafts.filter((_draft, index) => joins[index])
  if (join.length === drafts.length) return addToDigests(work, ids, id, drafts)
  return notify(work, ids, id, drafts)
}

/**
 * The group of the sub-district's staff hears of it too, as a number: what is confidential is not even counted there.
 */
export function inGroupToo<F extends { readonly ticketId: string }>(
  kind: NoticeKind,
  reaction: Reaction<F>,
): Reaction<F> {
  return async (work, fact, at, ids) => {
    const consequences = await reaction(work, fact, at, ids)
    if (consequences.notices.length === 0) return consequences
    const [ticket] = await work.query<{
      readonly villageId: string
      readonly subDistrictId: string
      readonly visibility: string
    }>('SELECT village_id AS villageId, sub_district_id AS subDistrictId, visibility FROM tickets WHERE id = ?', [fact.ticketId])
    if (ticket === undefined || ticket.visibility === 'confidential') return consequences
    const write = (): void => {
      consequences.write?.()
      countForGroup(work, ticket, kind)
    }
    return { ...consequences, write }
  }
}
