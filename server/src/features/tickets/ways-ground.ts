import { DomainError } from '@huiying/shared/kernel'
import type { Destination, Ticket, Topic } from '@huiying/shared/tickets'
import type { UnitBrief } from '@huiying/shared/villages'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { unitOf } from '../villages/public'
import { topicTable } from './topic.table'

/** Where a ticket is to go, and whose it is by its topic. @throws ticket.unit-not-found */
export async function destinationOf(reads: Reads, ticket: Ticket, unitId: string): Promise<Destination> {
  const to = await unitOf(reads, unitId)
  if (to === null) throw new DomainError('ticket.unit-not-found')
  return { to, owner: await ownerOf(reads, ticket.topicId) }
}

/** The department that a topic belongs to. */
export async function ownerOf(reads: Reads, topicId: string | null): Promise<UnitBrief | null> {
  const topic = topicId === null ? null : await topicOf(reads, topicId)
  const owner = topic?.departmentUnitId == null ? null : await unitOf(reads, topic.departmentUnitId)
  return owner === null ? null : { id: owner.id, kind: owner.kind, name: owner.name }
}

export async function topicOf(reads: Reads, topicId: string): Promise<Topic | null> {
  const [raw] = await reads.query<RawRow>(`SELECT ${topicTable.columnList} FROM ticket_topics WHERE id = ?`, [topicId])
  return raw === undefined ? null : topicTable.fromRaw(raw)
}

/** By name. */
export async function topicsOf(reads: Reads, subDistrictId: string): Promise<readonly Topic[]> {
  const rows = await reads.query<RawRow>(
    `SELECT ${topicTable.columnList} FROM ticket_topics WHERE sub_district_id = ? ORDER BY name, id`,
    [subDistrictId],
  )
  return rows.map(topicTable.fromRaw)
}
