import type { EpochMs } from '@huiying/shared/kernel'
import type { Reads } from '../../platform/database/reads'

/** Whoever is of the village now, cadres before residents, by name. Admins are of none. */
export async function peopleOfVillage(reads: Reads, villageId: string, now: EpochMs): Promise<readonly string[]> {
  const rows = await reads.query<{ readonly person_id: string }>(
    `SELECT p.person_id, MIN(CASE WHEN p.kind = 'resident' THEN 1 ELSE 0 END) AS later, MIN(h.name) AS name
     FROM posts p JOIN people h ON h.id = p.person_id
     WHERE p.village_id = ? AND p.kind <> 'admin' AND p.from_at <= ? AND (p.to_at IS NULL OR p.to_at > ?)
     GROUP BY p.person_id ORDER BY later, name, p.person_id`,
    [villageId, now, now],
  )
  return rows.map((row) => row.person_id)
}
