import { MINUTE_MS, type EpochMs } from '../kernel'
import type { Ticket } from './ticket'

/** A stretch of time that one unit held a ticket. */
export interface HeldByUnit {
  readonly unitId: string
  readonly fromAt: EpochMs
  readonly toAt: EpochMs
}

export interface HolderMinutes extends HeldByUnit {
  /** Whole minutes; those of all stretches add up to the minutes of the whole. */
  readonly minutes: number
}

/**
 * Who had it for how long, until the given instant: "A 50, B 10" (handbook §2, "minutes are accounted to each holder").
 * @param fromAt submission, unless one asks about a later round
 */
export function minutesByHolder(
  ticket: Ticket,
  untilAt: EpochMs,
  fromAt: EpochMs = ticket.submittedAt,
): readonly HolderMinutes[] {
  const minutesUpTo = (at: EpochMs): number => Math.floor((at - fromAt) / MINUTE_MS)
  return stretchesByUnit(ticket, untilAt, fromAt).map((stretch) =>
    ({ ...stretch, minutes: minutesUpTo(stretch.toAt) - minutesUpTo(stretch.fromAt) }))
}

/** From one holder to the next, without a gap; none where nothing has passed yet. */
export function stretchesByUnit(ticket: Ticket, untilAt: EpochMs, fromAt: EpochMs): readonly HeldByUnit[] {
  const steps = [{ unitId: firstHolderOf(ticket), at: ticket.submittedAt }, ...handOvers(ticket)]
  return steps.flatMap(({ unitId, at }, index) => {
    const stretch = { unitId, fromAt: Math.max(at, fromAt), toAt: Math.min(steps[index + 1]?.at ?? untilAt, untilAt) }
    return stretch.fromAt < stretch.toAt ? [stretch] : []
  })
}

interface HandOver {
  readonly unitId: string
  readonly at: EpochMs
}

/** Every move, and the second rejection, which takes it to the sub-district by itself. */
function handOvers(ticket: Ticket): readonly HandOver[] {
  const moves = ticket.moves.map(({ toUnitId, at }) => ({ unitId: toUnitId, at }))
  const takenUpAt = takenUpBySecondRejection(ticket)
  const all = takenUpAt === null ? moves : [...moves, { unitId: ticket.subDistrictId, at: takenUpAt }]
  return [...all].sort((one, other) => one.at - other.at)
}

/** Who had it when it was sent. */
export function firstHolderOf(ticket: Ticket): string {
  const [first] = ticket.moves
  if (first !== undefined) return first.fromUnitId
  return takenUpBySecondRejection(ticket) === null ? ticket.holderUnitId : ticket.villageId
}

/** `null`: it was not rejected twice, or was above the village anyway. */
function takenUpBySecondRejection({ cycles, visibility }: Ticket): EpochMs | null {
  if (visibility === 'confidential') return null
  return cycles.filter(({ rejected }) => rejected)[1]?.answeredAt ?? null
}
