import { chinaDateOf, DomainError, maskNumbersIn, textLength, type Decision, type EpochMs } from '../kernel'
import { handlesVillage, watchesSubDistrict, type Viewer } from '../identity'
import { BOOK_WORDS_LIMIT, type BookEntry, type BookOutcome } from './book'
import { SEATS, type DutySlot } from './duty-slot'
import type { RosterFact } from './facts'
import { isSitting } from './shift'

interface Place {
  readonly id: string
  readonly subDistrictId: string
}

/** What a cadre writes down. */
export interface BookLine {
  readonly words: string
  readonly result: string
  readonly outcome: BookOutcome
}

/**
 * Whoever answers for the village, the sub-district over it, and whoever sits there today: a stationed cadre may come
 * from another village in a colleague's place. `slotsToday`: his own in that village.
 */
export function mayReadBook(viewer: Viewer, village: Place, slotsToday: readonly DutySlot[]): boolean {
  return mayWriteBook(viewer, village, slotsToday) || watchesSubDistrict(viewer, village.subDistrictId)
}

/** Of the sub-district only who sits there today: the others settled nothing on the spot. */
export function mayWriteBook(viewer: Viewer, village: Place, slotsToday: readonly DutySlot[]): boolean {
  if (viewer.personId === null) return false
  return handlesVillage(viewer, village.id) || slotsToday.some(({ personId }) => personId === viewer.personId)
}

/**
 * A line of the book. Numbers that lead to a person are masked before anything is kept.
 * @throws identity.village-not-found, roster.not-sitting, roster.note-missing, roster.text-too-long
 */
export function writeBook(
  viewer: Viewer,
  village: Place,
  slotsToday: readonly DutySlot[],
  line: BookLine,
  entryId: string,
  now: EpochMs,
): Decision<BookEntry, RosterFact> {
  const { personId } = viewer
  if (personId === null || !mayReadBook(viewer, village, slotsToday)) throw new DomainError('identity.village-not-found')
  if (!mayWriteBook(viewer, village, slotsToday)) throw new DomainError('roster.not-sitting')
  const words = checkedText(line.words)
  const result = checkedText(line.result)
  // Of what goes to the meeting nothing has come yet.
  if (words === '' || (result === '' && line.outcome === 'settled')) throw new DomainError('roster.note-missing')
  const slot = slotsToday
    .filter((one) => one.personId === personId && isSitting(one, now))
    .sort((one, other) => SEATS.indexOf(one.seat) - SEATS.indexOf(other.seat))[0]
  return {
    next: {
      id: entryId, subDistrictId: village.subDistrictId, villageId: village.id, on: chinaDateOf(now), personId,
      slotId: slot?.id ?? null, words, result, outcome: line.outcome, at: now,
    },
    facts: [{ type: 'roster.book-written', subjectId: village.id }],
  }
}

function checkedText(text: string): string {
  const trimmed = text.trim()
  if (textLength(trimmed) > BOOK_WORDS_LIMIT) throw new DomainError('roster.text-too-long', { limit: BOOK_WORDS_LIMIT })
  return maskNumbersIn(trimmed)
}
