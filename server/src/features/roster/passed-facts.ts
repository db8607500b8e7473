import type { EpochMs } from '@huiying/shared/kernel'
import { slotHolds, type DutySlot, type Replacement, type RosterFact, type SlotSource } from '@huiying/shared/roster'

/** One cell's slot, and what comes in its place. */
export interface SlotChange {
  readonly before: DutySlot
  readonly replacement: Replacement
}

/** One fact for each village and pair of people, so that both are told once however many days went over. */
export function passedFacts(changes: readonly SlotChange[], why: SlotSource, now: EpochMs): readonly RosterFact[] {
  const pairs = new Map<string, SlotChange[]>()
  for (const change of changes) {
    const { before, replacement: { next } } = change
    if (before.personId === next.personId) continue
    const key = [next.villageId, before.personId, next.personId].join('|')
    pairs.set(key, [...(pairs.get(key) ?? []), change])
  }
  return [...pairs.values()].flatMap((ofPair): readonly RosterFact[] => {
    const [first] = ofPair
    if (first === undefined) return []
    const days = [...new Set(ofPair.map(({ replacement }) => replacement.next.on))].sort()
    const runs = ofPair.some(({ replacement }) => slotHolds(replacement.next, now))
    const { villageId: subjectId, personId: toPersonId } = first.replacement.next
    const { personId: fromPersonId } = first.before
    return [{ type: 'roster.duty-passed', subjectId, fromPersonId, toPersonId, days, why, at: runs ? now : null }]
  })
}
