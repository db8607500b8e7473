import type { EpochMs } from '../kernel'
import type { Post, PostKind } from '../identity'
import { cellKey, isCommitteeSeat, type Cell, type Seat } from './duty-slot'
import type { DutyAbsence, PlannedCell } from './generation'
import type { SlotSpan } from './shift'

export type SeatRefusal = 'roster.cannot-sit' | 'roster.on-leave' | 'roster.sits-elsewhere'

/** A `Leave` is one; a leave that was called off counts no more. */
export type AbsenceNow = DutyAbsence & { readonly cancelledAt?: EpochMs | null }

export interface SeatQuestion {
  readonly cell: Cell
  readonly personId: string
  /** What he is to sit of it: `spanOf` the day, or the rest of a slot that runs. */
  readonly span: SlotSpan
  /** As for `maySit`. */
  readonly posts: readonly Post[]
  readonly leaves: readonly AbsenceNow[]
  /** Who sits that day anywhere, as it will be once all asked for together is done; the cell itself included. */
  readonly planned: readonly PlannedCell[]
}

/** Why he cannot be put there by hand, by a swap or by leave; `null`: he can. */
export function seatRefusal({ cell, personId, span, posts, leaves, planned }: SeatQuestion): SeatRefusal | null {
  if (!maySit(cell, personId, posts, span)) return 'roster.cannot-sit'
  if (isAway(leaves, personId, cell.on)) return 'roster.on-leave'
  const elsewhere = planned.some((other) =>
    other.personId === personId && other.on === cell.on && cellKey(other) !== cellKey(cell))
  return elsewhere ? 'roster.sits-elsewhere' : null
}

/** Whose posts give a seat. Secretary and director are of the committee and may take a member's place. */
export const SEAT_POSTS: Readonly<Record<Seat, readonly PostKind[]>> = {
  lead: ['secretary', 'director'],
  member: ['committee-member', 'secretary', 'director'],
  stationed: ['stationed-cadre'],
  leader: ['leader'],
}

/** Every post that gives a seat. */
export const SEAT_POST_KINDS: readonly PostKind[] = [...new Set(Object.values(SEAT_POSTS).flat())]

/**
 * Does he hold a post that gives the seat, all the time of the span? `posts`: the village's, and for the seats of
 * visitors those of the whole sub-district, any of whose stationed cadres may come in another's place; more of them do
 * no harm.
 */
export function maySit(
  { seat, villageId }: Pick<Cell, 'seat' | 'villageId'>,
  personId: string,
  posts: readonly Post[],
  span: SlotSpan,
): boolean {
  const isVisitor = !isCommitteeSeat({ seat })
  return holdsThrough(
    posts.filter((post) =>
      post.personId === personId && SEAT_POSTS[seat].includes(post.kind) && (isVisitor || post.unitId === villageId)),
    span,
  )
}

/** Do the posts, one after another, cover the span to its end? */
export function holdsThrough(posts: readonly Pick<Post, 'fromAt' | 'toAt'>[], { fromAt, toAt }: SlotSpan): boolean {
  let coveredTo = fromAt
  for (const post of [...posts].sort((one, other) => one.fromAt - other.fromAt)) {
    if (post.fromAt > coveredTo) return false
    coveredTo = Math.max(coveredTo, post.toAt ?? toAt)
    if (coveredTo >= toAt) return true
  }
  return false
}

/** Is he on leave on the duty day? */
export function isAway(leaves: readonly AbsenceNow[], personId: string, on: string): boolean {
  return leaves.some((leave) =>
    leave.personId === personId && leave.fromOn <= on && on <= leave.toOn && leave.cancelledAt == null)
}
