import type { EpochMs } from '@huiying/shared/kernel'
import type { SentTicket, Ticket } from '@huiying/shared/tickets'
import type { UnitBrief } from '@huiying/shared/villages'
import type { Reads } from '../../platform/database/reads'
import { unitOf, villageOf } from '../villages/public'
import { readTicket } from './ticket-rows'

/** What whoever sent it is told; the caller has asked whose it is. */
export async function sentTicket(reads: Reads, ticketId: string, now: EpochMs): Promise<SentTicket> {
  const found = await readTicket(reads, ticketId)
  const village = found === null ? null : await villageOf(reads, found.ticket.villageId)
  if (found === null || village === null) throw new Error(`ticket ${ticketId} was sent and is not there`)
  return sentTicketOf(found.ticket, village, await confidenceInBrief(reads, found.ticket), now)
}

export function sentTicketOf(
  ticket: Ticket, { id, kind, name }: UnitBrief, confidence: SentTicket['confidence'], now: EpochMs,
): SentTicket {
  return {
    id: ticket.id,
    now,
    village: { id, kind, name },
    kind: ticket.kind,
    visibility: ticket.visibility,
    submittedAt: ticket.submittedAt,
    responseDueAt: ticket.responseDueAt,
    addresseeId: ticket.addresseeId,
    confidence,
  }
}

/** Where a confidential ticket lies; `null` for the others. */
export async function confidenceInBrief(
  reads: Reads,
  { visibility, holderUnitId, subDistrictId, about }: Ticket,
): Promise<SentTicket['confidence']> {
  if (visibility !== 'confidential') return null
  const [holder, subDistrict] = await Promise.all([unitOf(reads, holderUnitId), unitOf(reads, subDistrictId)])
  const brief = {
    holder: { name: holder?.name ?? '', isCounty: holder?.kind === 'county' },
    about,
    subDistrictName: subDistrict?.name ?? '',
  }
  return brief
}
