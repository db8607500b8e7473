import type { Reads } from '../../platform/database/reads'

/** By id; those no longer in use as well, for what was raised while they were. */
export async function topicNamesOf(reads: Reads, subDistrictId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await reads.query<{ readonly id: string; readonly name: string }>(
    'SELECT id, name FROM ticket_topics WHERE sub_district_id = ?', [subDistrictId],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
