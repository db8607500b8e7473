import { LIVE_STATUSES, type DecisionRow } from '@huiying/shared/expenses'
import type { EpochMs, Fen } from '@huiying/shared/kernel'
import type { Scalar } from '../../platform/database/column'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { fileUrls, type FileUrlSigner } from '../files/public'
import { decisionTable } from './ground.table'

/** A village's decisions, the latest first. */
export function decisionRowsOf(
  reads: Reads,
  signer: FileUrlSigner,
  villageId: string,
  now: EpochMs,
): Promise<readonly DecisionRow[]> {
  return decisionRows(reads, signer, 'd.village_id = ?', [villageId], now)
}

export async function decisionRowsById(
  reads: Reads,
  signer: FileUrlSigner,
  ids: readonly string[],
  now: EpochMs,
): Promise<ReadonlyMap<string, DecisionRow>> {
  if (ids.length === 0) return new Map()
  const rows = await decisionRows(reads, signer, `d.id IN (${placeholders(ids.length)})`, ids, now)
  return new Map(rows.map((row) => [row.id, row]))
}

async function decisionRows(
  reads: Reads,
  signer: FileUrlSigner,
  where: string,
  params: readonly Scalar[],
  now: EpochMs,
): Promise<readonly DecisionRow[]> {
  const rows = await reads.query<RawRow & { readonly used_fen: Fen }>(
    `SELECT ${decisionTable.columnListOf('d')}, (SELECT COALESCE(SUM(e.amount_fen), 0) FROM expenses e
       WHERE e.decision_id = d.id AND e.status IN (${placeholders(LIVE_STATUSES.length)})) AS used_fen
     FROM village_decisions d WHERE ${where} ORDER BY d.passed_on DESC, d.id DESC`,
    [...LIVE_STATUSES, ...params],
  )
  const found = rows.map((raw) => ({ decision: decisionTable.fromRaw(raw), usedFen: Number(raw.used_fen) }))
  const files = await fileUrls(reads, signer, found.flatMap(({ decision }) => decision.fileIds), now)
  return found.map(({ decision, usedFen }) => {
    const { id, title, method, passedOn, budgetFen, presentCount, yesCount, fileIds, voidedAt } = decision
    const photos = files.photos(fileIds)
    const isVoided = voidedAt !== null
    return { id, title, method, passedOn, budgetFen, usedFen, presentCount, yesCount, photos, isVoided }
  })
}
