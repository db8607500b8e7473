import { DomainError, type Decision, type EpochMs } from '../kernel'
import type { Post } from '../identity'
import type { DutySlot } from './duty-slot'
import { isAway, maySit, type AbsenceNow } from './eligibility'
import type { RosterFact } from './facts'
import { isMonthOver } from './month'
import type { RosterMonth } from './roster-month'

/** What the publisher had before his eyes, and whether he takes seats that nobody sits in. */
export interface PublicationWish {
  readonly by: string | null
  readonly seenRevision: number
  readonly acceptHoles: boolean
}

export interface DraftToPublish {
  readonly month: RosterMonth
  readonly slots: readonly DutySlot[]
  /** The sub-district's posts that give a seat at some time of the month. */
  readonly posts: readonly Post[]
  readonly leaves: readonly AbsenceNow[]
}

export interface Publication {
  readonly month: RosterMonth
  /** What is still to be sat, as it is from now on. */
  readonly slots: readonly DutySlot[]
  /** Of the draft: whoever was put there cannot come any more, so that nobody is. */
  readonly emptied: readonly DutySlot[]
}

/**
 * From now on the month is in force. A shift that runs begins with this instant, so that nobody was absent before he
 * could know; what ended before it is dropped. Whoever has lost his post or taken leave since he was put somewhere is
 * seated nowhere: that is a hole like any other.
 * @throws roster.month-published, roster.month-over, roster.revision-changed, roster.has-holes
 */
export function publishMonth(
  { month, slots, posts, leaves }: DraftToPublish,
  { by, seenRevision, acceptHoles }: PublicationWish,
  now: EpochMs,
): Decision<Publication, RosterFact> {
  if (month.publishedAt !== null) throw new DomainError('roster.month-published')
  if (isMonthOver(month.month, month.terms, now)) throw new DomainError('roster.month-over')
  if (month.revision !== seenRevision) throw new DomainError('roster.revision-changed', { revision: month.revision })
  const ahead = slots.filter(({ toAt }) => toAt > now)
  const emptied = ahead.filter(cannotCome(posts, leaves, now))
  const isEmptied = new Set(emptied)
  const inForce = ahead.map((slot): DutySlot => ({
    ...slot,
    personId: isEmptied.has(slot) ? null : slot.personId,
    publishedAt: now,
    ...(slot.fromAt < now ? { fromAt: now, takeOverDueAt: now + month.terms.absentAfterMs } : {}),
  }))
  const holes = inForce.filter(({ personId }) => personId === null).length
  if (holes > 0 && !acceptHoles) throw new DomainError('roster.has-holes', { holes, emptied: emptied.length })
  return {
    next: {
      month: { ...month, status: 'published', revision: month.revision + 1, publishedAt: now, publishedBy: by },
      slots: inForce,
      emptied,
    },
    facts: [
      { type: 'roster.month-published', subjectId: month.subDistrictId, month: month.month, holes },
      ...[...holesByVillage(inForce)].map(([subjectId, count]): RosterFact =>
        ({ type: 'roster.village-published', subjectId, month: month.month, holes: count })),
    ],
  }
}

/** Out of office before the end of it, or on leave. */
function cannotCome(
  posts: readonly Post[],
  leaves: readonly AbsenceNow[],
  now: EpochMs,
): (slot: DutySlot) => boolean {
  // Thousands of slots: nobody's posts are looked for among everybody's.
  const postsOf = new Map<string, Post[]>()
  for (const post of posts) postsOf.set(post.personId, [...(postsOf.get(post.personId) ?? []), post])
  return (slot) => {
    const { personId, fromAt, toAt, on } = slot
    if (personId === null) return false
    const span = { fromAt: Math.max(fromAt, now), toAt }
    return isAway(leaves, personId, on) || !maySit(slot, personId, postsOf.get(personId) ?? [], span)
  }
}

function holesByVillage(slots: readonly DutySlot[]): ReadonlyMap<string, number> {
  const holes = new Map(slots.map(({ villageId }) => [villageId, 0]))
  for (const { villageId, personId } of slots) {
    if (personId === null) holes.set(villageId, (holes.get(villageId) ?? 0) + 1)
  }
  return holes
}
