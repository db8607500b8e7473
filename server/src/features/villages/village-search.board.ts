import type { VillageSearchAnswer } from '@huiying/shared/villages'
import type { Reads } from '../../platform/database/reads'

const SHOWN = 30

interface VillageRow {
  readonly id: string
  readonly name: string
  readonly sub_district_name: string
}

/** Villages whose name, or whose sub-district's name, holds the words; without words the first ones. */
export async function villagesMatching(reads: Reads, words: string): Promise<VillageSearchAnswer> {
  const pattern = `%${words.trim().replace(/[!%_]/g, '!$&')}%`
  const rows = await reads.query<VillageRow>(
    `SELECT v.id, v.name, s.name AS sub_district_name FROM units v JOIN units s ON s.id = v.parent_id
     WHERE v.kind = ? AND (v.name LIKE ? ESCAPE '!' OR s.name LIKE ? ESCAPE '!') ORDER BY s.code, v.code LIMIT ?`,
    ['village', pattern, pattern, SHOWN],
  )
  return {
    villages: rows.map(({ id, name, sub_district_name: subDistrictName }) => ({ id, kind: 'village', name, subDistrictName })),
  }
}
