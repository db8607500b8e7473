import type { CalendarDate, EpochMs } from '@huiying/shared/kernel'
import {
  slotHolds, type DutySlot, type RemovedSlot, type Replacement, type RosterFact, type SlotSource,
} from '@huiying/shared/roster'

/** One cell's slot, and what comes in its place. */
export interface SlotChange {
  readonly before: DutySlot
  readonly replacement: Replacement
}

/** Cells that came to be or ceased to be. */
export interface CellsAddedAndRemoved {
  readonly added?: readonly DutySlot[]
  readonly removed?: readonly RemovedSlot[]
}

/** One fact for each village and pair of people, so that both are told once however many days went over. */
export function passedFacts(
  changes: readonly SlotChange[],
  why: SlotSource,
  now: EpochMs,
  { added = [], removed = [] }: CellsAddedAndRemoved = {},
): readonly RosterFact[] {
  const passings = [
    ...changes.map(({ before, replacement: { next } }) =>
      passing(next, before.personId, next.personId, slotHolds(next, now))),
    ...added.map((slot) => passing(slot, null, slot.personId, slotHolds(slot, now))),
    ...removed.map(({ before, ended }) => passing(before, before.personId, null, ended !== null)),
  ]
  const pairs = new Map<string, Passing[]>()
  const running = passings.filter(({ runs }) => runs)
  for (const one of [...running, ...withoutMovesWithinADay(passings.filter(({ runs }) => !runs))]) {
    if (one.from === one.to) continue
    const key = [one.villageId, one.from, one.to].join('|')
    pairs.set(key, [...(pairs.get(key) ?? []), one])
  }
  return [...pairs.values()].flatMap((ofPair): readonly RosterFact[] => {
    const [first] = ofPair
    if (first === undefined) return []
    const days = [...new Set(ofPair.map(({ on }) => on))].sort()
    const at = ofPair.some(({ runs }) => runs) ? now : null
    const { villageId: subjectId, from: fromPersonId, to: toPersonId } = first
    return [{ type: 'roster.duty-passed', subjectId, fromPersonId, toPersonId, days, why, at }]
  })
}

/** A seat that goes from one to the other. */
interface Passing {
  readonly villageId: string
  readonly on: CalendarDate
  readonly from: string | null
  readonly to: string | null
  /** At this very instant. */
  readonly runs: boolean
}

function passing({ villageId, on }: DutySlot, from: string | null, to: string | null, runs: boolean): Passing {
  return { villageId, on, from, to, runs }
}

/**
 * Who only changes his seat of a coming day is not told that the day is no more his: what he left and what he took is
 * one way from whoever goes to whoever comes.
 */
function withoutMovesWithinADay(passings: readonly Passing[]): readonly Passing[] {
  const dayOf = ({ villageId, on }: Passing): string => `${villageId}|${on}`
  const leaving = new Map(passings.filter(({ from }) => from !== null).map((one) => [`${dayOf(one)}|${one.from}`, one]))
  const coming = new Set(passings.map((one) => `${dayOf(one)}|${one.to}`))
  return passings.filter((one) => one.from === null || !coming.has(`${dayOf(one)}|${one.from}`)).map((one) => {
    let { to } = one
    for (let steps = 0; to !== null && steps < passings.length; steps += 1) {
      const onward = leaving.get(`${dayOf(one)}|${to}`)
      if (onward === undefined) break
      to = onward.to
    }
    return { ...one, to }
  })
}
