import type { UnitBrief, UnitKind } from '@huiying/shared/villages'
import { placeholders } from '../../platform/database/own-sql'
import { keptRead, rowsByKey, type Reads } from '../../platform/database/reads'
import type { Work } from '../../platform/database/work'

export { UnitRepository } from './unit.repository'

export interface Village extends UnitBrief {
  readonly kind: 'village'
  readonly subDistrictId: string
}

interface UnitRow {
  readonly id: string
  readonly kind: UnitKind
  readonly name: string
  readonly parent_id: string | null
}

/** The village of the id; `null` when there is none, or the unit is no village. */
export function villageOf(reads: Reads, villageId: string): Promise<Village | null> {
  return keptRead(reads, `village ${villageId}`, async () => {
    const row = await unitRow(reads, villageId)
    if (row === null || row.kind !== 'village' || row.parent_id === null) return null
    return { id: row.id, kind: 'village', name: row.name, subDistrictId: row.parent_id }
  })
}

/** The sub-district's villages, in the order of their codes. */
export async function villagesOf(reads: Reads, subDistrictId: string): Promise<readonly Village[]> {
  const rows = await reads.query<UnitRow>(
    "SELECT id, kind, name, parent_id FROM units WHERE parent_id = ? AND kind = 'village' ORDER BY code, id",
    [subDistrictId],
  )
  return rows.map(({ id, name }) => ({ id, kind: 'village', name, subDistrictId }))
}

/** The sub-district's departments, in the order of their codes. */
export async function departmentsOf(reads: Reads, subDistrictId: string): Promise<readonly UnitBrief[]> {
  const rows = await reads.query<UnitRow>(
    "SELECT id, kind, name, parent_id FROM units WHERE parent_id = ? AND kind = 'department' ORDER BY code, id",
    [subDistrictId],
  )
  return rows.map(({ id, kind, name }) => ({ id, kind, name }))
}

/** The sub-district and what lies in it, its county, and the county's departments: wherever its matters can lie. */
export async function unitsAround(reads: Reads, subDistrictId: string): Promise<ReadonlyMap<string, UnitBrief>> {
  const county = '(SELECT s.parent_id FROM units s WHERE s.id = ?)'
  const rows = await reads.query<UnitRow>(
    `SELECT id, kind, name, parent_id FROM units
     WHERE id = ? OR parent_id = ? OR id = ${county} OR (parent_id = ${county} AND kind = 'department')`,
    [subDistrictId, subDistrictId, subDistrictId, subDistrictId],
  )
  return new Map(rows.map(({ id, kind, name }) => [id, { id, kind, name }]))
}

/** Several units by their ids; unknown ones are left out. */
export async function unitsById(reads: Reads, unitIds: readonly string[]): Promise<ReadonlyMap<string, UnitBrief>> {
  const ids = [...new Set(unitIds)]
  if (ids.length === 0) return new Map()
  const rows = await reads.query<UnitRow>(
    `SELECT id, kind, name, parent_id FROM units WHERE id IN (${placeholders(ids.length)})`,
    ids,
  )
  return new Map(rows.map(({ id, kind, name }) => [id, { id, kind, name }]))
}

/** The sub-district that all of these villages lie in; `null` where one is no village, or they lie in several. */
export async function subDistrictOfAll(reads: Reads, villageIds: readonly string[]): Promise<string | null> {
  const ids = [...new Set(villageIds)]
  if (ids.length === 0) return null
  const rows = await reads.query<UnitRow>(
    `SELECT id, kind, name, parent_id FROM units WHERE kind = 'village' AND id IN (${placeholders(ids.length)})`,
    ids,
  )
  const [first] = rows
  const isOne = rows.length === ids.length && rows.every((row) => row.parent_id === first?.parent_id)
  return isOne ? first?.parent_id ?? null : null
}

export async function unitOf(
  reads: Reads,
  unitId: string,
): Promise<(UnitBrief & { readonly parentId: string | null }) | null> {
  const row = await unitRow(reads, unitId)
  return row === null ? null : { id: row.id, kind: row.kind, name: row.name, parentId: row.parent_id }
}

/** Makes two servers that both settle something within the unit (numbers, duty) meet here, one after the other. */
export async function lockUnit(work: Work, unitId: string): Promise<void> {
  await work.query('SELECT id FROM units WHERE id = ?', [unitId], { lock: true })
}

async function unitRow(reads: Reads, unitId: string): Promise<UnitRow | null> {
  const [row] = await rowsByKey<UnitRow>(reads, 'SELECT kind, name, parent_id, id FROM units WHERE id', unitId)
  return row ?? null
}
