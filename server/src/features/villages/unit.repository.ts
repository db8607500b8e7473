import type { Unit } from '@huiying/shared/villages'
import type { RawRow } from '../../platform/database/table'
import type { Work } from '../../platform/database/work'
import { unitTable } from './unit.table'

/** Values of one query; SQLite binds at most 32,766. */
const CHUNK = 5_000

/** The tree of units, as lists bring it. */
export class UnitRepository {
  constructor(private readonly work: Work) {}

  async withCodes(codes: readonly string[]): Promise<readonly Unit[]> {
    const units: Unit[] = []
    for (let start = 0; start < codes.length; start += CHUNK) {
      units.push(...(await this.work.find(unitTable, { code: codes.slice(start, start + CHUNK) })))
    }
    return units
  }

  /** Villages and departments of the sub-district, and the groups of its villages. */
  async below(subDistrictId: string): Promise<readonly Unit[]> {
    const rows = await this.work.query<RawRow>(
      `SELECT ${unitTable.columnList} FROM units
       WHERE parent_id = ? OR parent_id IN (SELECT id FROM units WHERE parent_id = ?)`,
      [subDistrictId, subDistrictId],
    )
    return rows.map(unitTable.fromRaw)
  }

  store(added: readonly Unit[], changed: readonly Unit[]): void {
    this.work.insert(unitTable, ...added)
    for (const unit of changed) this.work.update(unitTable, unit)
  }
}
