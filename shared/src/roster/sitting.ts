import { spanHolds, type BoundedSpan, type EpochMs } from '../kernel'
import { postHolds, VILLAGE_COMMITTEE_POSTS, type Post } from '../identity'
import { isCommitteeSeat, SEATS, type DutySlot } from './duty-slot'
import type { Leave } from './leave'
import { isSitting, slotHolds } from './shift'

/** What there is to know of one village's duty around an instant, or over a span. */
export interface VillageDuty {
  /** Published slots only count. */
  readonly slots: readonly DutySlot[]
  /** The village's posts. */
  readonly posts: readonly Post[]
  readonly leaves: readonly Leave[]
}

/** Who sits, and whether nobody does although somebody should. */
export interface Sitting {
  /** The lead first, then member, stationed cadre, leader; whoever is absent is not among them. */
  readonly slots: readonly DutySlot[]
  /** Nobody of the village committee sits: a hole, or everybody absent, or no roster at all. */
  readonly isEmpty: boolean
}

export function sittingAt({ slots, posts }: Pick<VillageDuty, 'slots' | 'posts'>, at: EpochMs): Sitting {
  const sitting = slots
    .filter((slot) => isSitting(slot, at) && isInOffice(slot, posts, at))
    .sort((one, other) => SEATS.indexOf(one.seat) - SEATS.indexOf(other.seat))
  return { slots: sitting, isEmpty: !sitting.some(isCommitteeSeat) }
}

/** The people a fresh grievance is told to beside whom it is @-ed to: all who sit, else the village's lead. */
export function onDutyAt(duty: VillageDuty, at: EpochMs): readonly string[] {
  const { slots: sitting, isEmpty } = sittingAt(duty, at)
  const people = sitting.flatMap(({ personId }) => (personId === null ? [] : [personId]))
  const lead = isEmpty ? standInAt(duty, at) : null
  return [...new Set(lead === null ? people : [lead, ...people])]
}

/** A roster that seats nobody of the committee now, and who stands in; `null`: somebody sits, or there is no roster. */
export function holeAt(duty: VillageDuty, at: EpochMs): { readonly standInId: string | null } | null {
  const isHole = duty.slots.some((slot) => slotHolds(slot, at)) && sittingAt(duty, at).isEmpty
  return isHole ? { standInId: standInAt(duty, at) } : null
}

/** Who holds an unanswered grievance at the instant. `slotId` `null`: no slot held it, the village's lead stood in. */
export interface Holding {
  readonly slotId: string | null
  readonly personId: string
}

/**
 * Whom an unanswered grievance is with: the @-ed cadre while he sits, else the first of those who sit; where nobody of
 * the committee sits, the secretary or director. It depends on the instant alone, so it is the same whoever asks, and
 * whenever.
 */
export function holderAt(duty: VillageDuty, addresseeId: string | null, at: EpochMs): Holding | null {
  const { slots: sitting, isEmpty } = sittingAt(duty, at)
  const asked = sitting.find(({ personId }) => personId !== null && personId === addresseeId)
  const lead = isEmpty && asked === undefined ? standInAt(duty, at) : null
  if (lead !== null) return { slotId: null, personId: lead }
  const slot = asked ?? sitting[0]
  return slot?.personId == null ? null : { slotId: slot.id, personId: slot.personId }
}

/** A stretch of an unanswered grievance's time. */
export interface HeldStretch {
  readonly holding: Holding | null
  readonly fromAt: EpochMs
  readonly toAt: EpochMs
}

/**
 * The time from submission to the answer, cut where it went from one slot to the next (handbook §2, "accounted to each
 * holder").
 */
export function stretchesHeld(
  duty: VillageDuty,
  addresseeId: string | null,
  span: BoundedSpan,
): readonly HeldStretch[] {
  const borders = [
    ...duty.slots.flatMap((slot) => [slot.fromAt, slot.toAt, slot.takeOverDueAt + 1, slot.takenOverAt ?? span.fromAt]),
    ...[...duty.posts, ...duty.leaves].flatMap(({ fromAt, toAt }) => [fromAt, toAt ?? span.toAt]),
  ]
  const within = borders.filter((at) => at > span.fromAt && at < span.toAt)
  const inside = [...new Set(within)].sort((one, other) => one - other)
  const stretches: HeldStretch[] = []
  for (const [index, fromAt] of [span.fromAt, ...inside].entries()) {
    const holding = holderAt(duty, addresseeId, fromAt)
    const last = stretches.at(-1)
    const toAt = inside[index] ?? span.toAt
    if (last !== undefined && isSameHolding(last.holding, holding)) stretches[stretches.length - 1] = { ...last, toAt }
    else stretches.push({ holding, fromAt, toAt })
  }
  return stretches
}

/**
 * An ended post gives no right (handbook §1), so no grievance can be with him; the roster may still name him.
 * Visitors' posts lie at other units than the village: of them only the roster speaks.
 */
function isInOffice(slot: DutySlot, posts: readonly Post[], at: EpochMs): boolean {
  return !isCommitteeSeat(slot) || posts.some((post) =>
    post.personId === slot.personId && VILLAGE_COMMITTEE_POSTS.includes(post.kind) && postHolds(post, at))
}

/** Secretary, else director, else any of the committee; of these rather somebody who is neither on leave nor absent. */
function standInAt({ slots, posts, leaves }: VillageDuty, at: EpochMs): string | null {
  const holders = (['secretary', 'director', 'committee-member'] as const).flatMap((kind) =>
    posts.filter((post) => post.kind === kind && postHolds(post, at)).map(({ personId }) => personId))
  const away = new Set([
    ...slots.filter((slot) => slotHolds(slot, at) && !isSitting(slot, at)).map(({ personId }) => personId),
    ...leaves.filter((leave) => spanHolds(leave, at)).map(({ personId }) => personId),
  ])
  return holders.find((personId) => !away.has(personId)) ?? holders[0] ?? null
}

function isSameHolding(one: Holding | null, other: Holding | null): boolean {
  return one?.slotId === other?.slotId && one?.personId === other?.personId
}
