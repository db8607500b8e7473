import { DomainError, HOUR_MS, textLength, type Decision, type EpochMs } from '../kernel'
import { HAND_OVER_NOTE_LIMIT, type HandOverNote } from './book'
import type { DutySlot } from './duty-slot'
import type { RosterFact } from './facts'
import { metresBetween, type GeoPoint } from './geo-point'
import type { RosterTerms } from './policy'

/** How long before its beginning a shift may be taken over. */
export const TAKE_OVER_EARLY_MS = HOUR_MS
/** How long after its end whoever sat in a shift may still leave a note for the next. */
export const NOTE_AFTER_MS = HOUR_MS

export type TakeOverRefusal =
  | 'roster.slot-not-found' | 'roster.taken-over-already' | 'roster.cell-over' | 'roster.too-early'

/** Why the shift cannot be taken over now; `null`: it can. */
export function takeOverRefusal(slot: DutySlot | null, personId: string, now: EpochMs): TakeOverRefusal | null {
  if (slot === null || slot.personId !== personId || slot.publishedAt === null) return 'roster.slot-not-found'
  if (slot.takenOverAt !== null) return 'roster.taken-over-already'
  if (now >= slot.toAt) return 'roster.cell-over'
  return now < slot.fromAt - TAKE_OVER_EARLY_MS ? 'roster.too-early' : null
}

/**
 * 接班, with one tap. Who comes late is noted as late; where he stands is only compared with the circle, where the policy
 * draws one and the phone said where it is, and stops nobody.
 * @throws roster.slot-not-found, roster.taken-over-already, roster.cell-over, roster.too-early
 */
export function takeOver(
  slot: DutySlot | null,
  personId: string,
  now: EpochMs,
  place: GeoPoint | null,
  centre: GeoPoint | null,
  { locationCircleM }: Pick<RosterTerms, 'locationCircleM'>,
): Decision<DutySlot, RosterFact> {
  const refusal = takeOverRefusal(slot, personId, now)
  if (slot === null || refusal !== null) throw new DomainError(refusal ?? 'roster.slot-not-found')
  const isOnSite = locationCircleM === null || place === null || centre === null
    ? null
    : metresBetween(place, centre) <= locationCircleM
  const isLate = now > slot.takeOverDueAt
  return {
    next: { ...slot, takenOverAt: now, isOnSite },
    facts: [{ type: 'roster.taken-over', subjectId: slot.id, villageId: slot.villageId, personId, isLate, at: now }],
  }
}

/**
 * What whoever sits next should know.
 * @throws roster.slot-not-found for whoever neither sits there nor did a short while ago, roster.note-missing,
 * roster.text-too-long
 */
export function leaveNote(
  slot: DutySlot | null,
  personId: string,
  words: string,
  noteId: string,
  now: EpochMs,
): Decision<HandOverNote, RosterFact> {
  const text = words.trim()
  if (slot === null || !mayLeaveNote(slot, personId, now)) throw new DomainError('roster.slot-not-found')
  if (text === '') throw new DomainError('roster.note-missing')
  if (textLength(text) > HAND_OVER_NOTE_LIMIT) {
    throw new DomainError('roster.text-too-long', { limit: HAND_OVER_NOTE_LIMIT })
  }
  const { id: slotId, villageId } = slot
  return {
    next: { id: noteId, villageId, slotId, personId, text, at: now },
    facts: [{ type: 'roster.note-left', subjectId: villageId }],
  }
}

/** Sits there now, or did until a short while ago. */
export function mayLeaveNote(slot: DutySlot, personId: string, now: EpochMs): boolean {
  const isOwn = slot.personId === personId && slot.publishedAt !== null
  return isOwn && slot.fromAt <= now && now < slot.toAt + NOTE_AFTER_MS
}
