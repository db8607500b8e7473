import type { PersonTag } from '@huiying/shared/identity'
import type { EpochMs } from '@huiying/shared/kernel'
import { holderAt, minutesHeld, stretchesHeld, type HeldStretch, type Seat } from '@huiying/shared/roster'
import type { HeldView, Ticket } from '@huiying/shared/tickets'
import type { Reads } from '../../platform/database/reads'
import { villageDutyOf } from '../roster/public'

/** Whom a ticket is with, and was with until somebody answered; by the roster, and by nothing that is stored. */
export interface TicketHolding {
  readonly holderId: string | null
  readonly stretches: readonly HeldStretch[]
  /** Of every slot that held it. */
  readonly seats: ReadonlyMap<string, Seat>
}

export async function holdingOf(reads: Reads, ticket: Ticket, now: EpochMs): Promise<TicketHolding> {
  const { villageId, addresseeId, submittedAt, respondedAt, endedAt, status } = ticket
  // Nobody's shift in the village ever held it.
  if (ticket.visibility === 'confidential') return { holderId: null, stretches: [], seats: new Map() }
  const span = { fromAt: submittedAt, toAt: respondedAt ?? endedAt ?? now }
  const duty = await villageDutyOf(reads, villageId, { fromAt: submittedAt, toAt: span.toAt + 1 })
  return {
    holderId: status === 'submitted' ? (holderAt(duty, addresseeId, now)?.personId ?? null) : null,
    stretches: stretchesHeld(duty, addresseeId, span),
    seats: new Map(duty.slots.map(({ id, seat }) => [id, seat])),
  }
}

export function heldViews(
  { stretches, seats }: TicketHolding,
  tag: (personId: string | null) => PersonTag | null,
): readonly HeldView[] {
  const minutes = minutesHeld(stretches)
  return stretches.map(({ holding, fromAt, toAt }, index) => ({
    person: tag(holding?.personId ?? null),
    seat: holding?.slotId == null ? null : (seats.get(holding.slotId) ?? null),
    fromAt,
    toAt,
    minutes: minutes[index] ?? 0,
  }))
}

export function holdersIn({ holderId, stretches }: TicketHolding): readonly string[] {
  const held = stretches.flatMap(({ holding }) => holding?.personId ?? [])
  return holderId === null ? held : [holderId, ...held]
}
