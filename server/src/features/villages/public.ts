import type { UnitBrief, UnitKind } from '@huiying/shared/villages'
import type { Reads } from '../../platform/database/reads'
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
export async function villageOf(reads: Reads, villageId: string): Promise<Village | null> {
  const row = await unitRow(reads, villageId)
  if (row === null || row.kind !== 'village' || row.parent_id === null) return null
  return { id: row.id, kind: 'village', name: row.name, subDistrictId: row.parent_id }
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
  const [row] = await reads.query<UnitRow>('SELECT id, kind, name, parent_id FROM units WHERE id = ?', [unitId])
  return row ?? null
}
