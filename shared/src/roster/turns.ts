import { compareText, type EpochMs } from '../kernel'
import { cellKey, type DutySlot } from './duty-slot'
import type { RosterFact } from './facts'
import { isAbsent } from './shift'

/**
 * What the clock has to tell of the published slots of a sub-district: shifts that changed, and people who were absent,
 * at instants in (doneAt, now], in order. What somebody's act brought about at once has been told with that act.
 */
export function turnsBetween(slots: readonly DutySlot[], doneAt: EpochMs, now: EpochMs): readonly RosterFact[] {
  const published = slots.filter(({ publishedAt }) => publishedAt !== null)
  const isDue = (slot: DutySlot, at: EpochMs): boolean => at > doneAt && at <= now && at > (slot.publishedAt ?? 0)
  const facts = [...bordersOf(published, isDue), ...absencesOf(published, isDue)]
  return facts
    .sort((one, other) => one.at - other.at || compareText(one.fact.subjectId, other.fact.subjectId))
    .map(({ fact }) => fact)
}

/** The next instant after `now` at which there is something to tell; `null`: none is known. */
export function nextTurnAt(slots: readonly DutySlot[], now: EpochMs): EpochMs | null {
  const instants = slots.flatMap((slot) => {
    const mayBeAbsent = slot.personId !== null && slot.takenOverAt === null && slot.takeOverDueAt < slot.toAt
    return [slot.fromAt, slot.toAt, ...(mayBeAbsent ? [slot.takeOverDueAt + 1] : [])]
  })
  const first = instants.filter((at) => at > now).reduce((least, at) => Math.min(least, at), Infinity)
  return first === Infinity ? null : first
}

interface Turn {
  readonly at: EpochMs
  readonly fact: RosterFact
}
type IsDue = (slot: DutySlot, at: EpochMs) => boolean

function bordersOf(slots: readonly DutySlot[], isDue: IsDue): readonly Turn[] {
  const begun = slots.filter((slot) => isDue(slot, slot.fromAt) && !isStartedByHand(slot))
  const wentOn = new Set(slots.filter(isStartedByHand).map((slot) => `${cellKey(slot)}|${slot.fromAt}`))
  const ended = slots.filter((slot) => isDue(slot, slot.toAt) && !wentOn.has(`${cellKey(slot)}|${slot.toAt}`))
  const borders = new Map<string, { readonly villageId: string; readonly at: EpochMs; readonly slotIds: string[] }>()
  const borderAt = (villageId: string, at: EpochMs): { readonly slotIds: string[] } => {
    const key = `${villageId}|${at}`
    const known = borders.get(key) ?? { villageId, at, slotIds: [] }
    borders.set(key, known)
    return known
  }
  for (const slot of begun) borderAt(slot.villageId, slot.fromAt).slotIds.push(slot.id)
  for (const slot of ended) borderAt(slot.villageId, slot.toAt)
  return [...borders.values()].map(({ villageId, at, slotIds }) =>
    ({ at, fact: { type: 'roster.shift-changed', subjectId: villageId, at, slotIds } }))
}

function absencesOf(slots: readonly DutySlot[], isDue: IsDue): readonly Turn[] {
  return slots.flatMap((slot) => {
    const at = slot.takeOverDueAt + 1
    const { id, villageId, personId } = slot
    if (personId === null || !isDue(slot, at) || !isAbsent(slot, at)) return []
    return [{ at, fact: { type: 'roster.absent', subjectId: id, villageId, personId, at } as const }]
  })
}

/** Somebody took another's place in a running shift; that has been told as what it was. */
function isStartedByHand({ fromAt, changedAt }: DutySlot): boolean {
  return changedAt === fromAt
}
