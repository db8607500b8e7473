import type { SealRequest } from '@huiying/shared/seal'
import type { Scalar } from '../../platform/database/column'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { sealFrom } from './seal-rows'
import { sealRevisionTable, sealSignatureTable, sealTable, sealUseTable } from './seal.table'

/** Whole requests without their locks, by a condition on `seal_requests`; what follows WHERE may order and limit. */
export async function sealsBy(
  reads: Reads,
  where: string,
  params: readonly Scalar[],
): Promise<readonly SealRequest[]> {
  const rows = await reads.query<RawRow>(`SELECT ${sealTable.columnList} FROM seal_requests WHERE ${where}`, params)
  if (rows.length === 0) return []
  const stored = rows.map(sealTable.fromRaw)
  const ids = stored.map(({ id }) => id)
  const ofThem = `request_id IN (${placeholders(ids.length)})`
  const [revisions, signatures, uses] = await Promise.all([
    reads.query<RawRow>(`SELECT ${sealRevisionTable.columnList} FROM seal_revisions WHERE ${ofThem} ORDER BY number`, ids),
    reads.query<RawRow>(
      `SELECT ${sealSignatureTable.columnList} FROM seal_signatures WHERE ${ofThem} ORDER BY at, nonce`, ids,
    ),
    reads.query<RawRow>(`SELECT ${sealUseTable.columnList} FROM seal_uses WHERE ${ofThem} ORDER BY at, id`, ids),
  ])
  const [changes, given] = [revisions.map(sealRevisionTable.fromRaw), signatures.map(sealSignatureTable.fromRaw)]
  return stored.map((one) => sealFrom(one, changes, given, uses.map(sealUseTable.fromRaw)))
}

export async function sealById(reads: Reads, id: string): Promise<SealRequest | null> {
  return (await sealsBy(reads, 'id = ?', [id]))[0] ?? null
}
