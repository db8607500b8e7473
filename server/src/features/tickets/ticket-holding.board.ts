import type { PersonTag } from '@huiying/shared/identity'
import type { EpochMs } from '@huiying/shared/kernel'
import { holderAt, minutesHeld, stretchesHeld, type HeldStretch, type Seat } from '@huiying/shared/roster'
import { firstHolderOf, stretchesByUnit, type HeldByUnit, type HeldView, type Ticket } from '@huiying/shared/tickets'
import type { UnitBrief } from '@huiying/shared/villages'
import type { Reads } from '../../platform/database/reads'
import { villageDutyOf } from '../roster/public'

/** Whom a ticket is with, and was with until somebody answered; by the roster, and by nothing that is stored. */
export interface TicketHolding {
  readonly holderId: string | null
  readonly stretches: readonly (HeldStretch & Pick<HeldByUnit, 'unitId'>)[]
  /** Of every slot that held it. */
  readonly seats: ReadonlyMap<string, Seat>
}

/** Where it went to another village, by that one's roster; a department or the sub-district has none. */
export async function holdingOf(reads: Reads, ticket: Ticket, now: EpochMs): Promise<TicketHolding> {
  const { villageId, addresseeId, submittedAt, respondedAt, endedAt, status, moves } = ticket
  const first = firstHolderOf(ticket)
  // Above the village from the start: nobody who sits there ever had it.
  if (first !== villageId) return { holderId: null, stretches: [], seats: new Map() }
  const span = { fromAt: submittedAt, toAt: respondedAt ?? endedAt ?? now }
  const units = moves.length === 0 ? [{ unitId: first, ...span }] : stretchesByUnit(ticket, span.toAt, span.fromAt)
  const asked = (unitId: string): string | null => (unitId === villageId ? addresseeId : null)
  const parts = await Promise.all(units.map(async ({ unitId, fromAt, toAt }) => {
    const duty = await villageDutyOf(reads, unitId, { fromAt, toAt: toAt + 1 })
    const stretches = stretchesHeld(duty, asked(unitId), { fromAt, toAt }).map((one) => ({ ...one, unitId }))
    return { unitId, duty, stretches }
  }))
  const { holderUnitId } = ticket
  const last = parts.at(-1)
  const duty = last !== undefined && last.unitId === holderUnitId
    ? last.duty
    : await villageDutyOf(reads, holderUnitId, { fromAt: now, toAt: now + 1 })
  return {
    holderId: status === 'submitted' && ticket.mergedIntoId === null
      ? (holderAt(duty, asked(holderUnitId), now)?.personId ?? null)
      : null,
    stretches: parts.flatMap(({ stretches }) => stretches),
    seats: new Map(parts.flatMap((part) => part.duty.slots.map(({ id, seat }) => [id, seat] as const))),
  }
}

/** @param away the units it went to, each named where it was not in the village that was told */
export function heldViews(
  { stretches, seats }: TicketHolding,
  tag: (personId: string | null) => PersonTag | null,
  away: (unitId: string) => UnitBrief | null,
): readonly HeldView[] {
  const minutes = minutesHeld(stretches)
  return stretches.map(({ holding, fromAt, toAt, unitId }, index) => {
    const unit = away(unitId)
    return {
      person: tag(holding?.personId ?? null),
      seat: holding?.slotId == null ? null : (seats.get(holding.slotId) ?? null),
      fromAt,
      toAt,
      minutes: minutes[index] ?? 0,
      ...(unit === null ? {} : { unit }),
    }
  })
}

export function holdersIn({ holderId, stretches }: TicketHolding): readonly string[] {
  const held = stretches.flatMap(({ holding }) => holding?.personId ?? [])
  return holderId === null ? held : [holderId, ...held]
}
