import type { Fact } from '@huiying/shared/facts'
import type { EpochMs } from '@huiying/shared/kernel'
import type { NoticeData, NoticeKind } from '@huiying/shared/notifications'
import type { NoticeDraft } from '../features/notifications/public'
import type { Work } from '../platform/database/work'
import type { Ids } from '../platform/ids/ids'

/** What follows from a fact. */
export interface Consequences {
  readonly notices: readonly NoticeDraft[]
  /** Facts of their own, written after all reads. */
  readonly facts?: readonly Fact[]
  /** Rows of its own, written after all reads; once, however often it is begun. */
  readonly write?: () => void
  /** Whoever did it is told too: it brings him something he does not see before him. */
  readonly tellsActor?: boolean
}

/** @param at when the fact was recorded */
export type Reaction<F> = (work: Work, fact: F, at: EpochMs, ids: Ids) => Promise<Consequences>

export async function nobody(): Promise<Consequences> {
  return { notices: [] }
}

export function drafts(
  kind: NoticeKind,
  people: readonly string[],
  ticketId: string | null,
  data: NoticeData,
  joinsUnread = false,
): readonly NoticeDraft[] {
  return people.map((personId) => ({ personId, kind, ticketId, data, joinsUnread }))
}

export function holders(posts: readonly { readonly personId: string }[]): readonly string[] {
  return [...new Set(posts.map((post) => post.personId))]
}
