import type { PersonTag } from '@huiying/shared/identity'
import { maskNumbersIn, type EpochMs } from '@huiying/shared/kernel'
import {
  currentSealRevision, sealUseLabel, type SealContent, type SealRequest, type SealUse, type SealUseRow,
} from '@huiying/shared/seal'
import { jsonOf } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { personTags } from '../identity/public'
import { sealUseTable } from './seal.table'

/** What a wall has room for; the whole of it is in the books of years. */
const REGISTER_ROWS = 200

/** The register 用章登记簿 of the village, newest first. */
export async function registerOf(reads: Reads, villageId: string, now: EpochMs): Promise<readonly SealUseRow[]> {
  // A title is what was signed; once the seal may be used it changes no more, so the last revision has it.
  const rows = await reads.query<RawRow & { readonly title_content: string }>(
    `SELECT ${sealUseTable.columnListOf('u')}, r.content AS title_content FROM seal_uses u
     JOIN seal_revisions r ON r.request_id = u.request_id
       AND r.number = (SELECT MAX(l.number) FROM seal_revisions l WHERE l.request_id = u.request_id)
     WHERE u.village_id = ? ORDER BY u.year DESC, u.number DESC LIMIT ?`,
    [villageId, REGISTER_ROWS],
  )
  const uses = rows.map((row) => ({
    use: sealUseTable.fromRaw(row), title: jsonOf<SealContent>(row.title_content).title,
  }))
  const tags = await personTags(reads, uses.map(({ use }) => use.by), now, villageId)
  // The whole village reads it here.
  return uses.map(({ use, title }) => useRow(use, maskNumbersIn(title), tags))
}

/** The uses of one request, oldest first. */
export function usesOf(request: SealRequest, tags: ReadonlyMap<string, PersonTag>): readonly SealUseRow[] {
  const { title } = currentSealRevision(request).content
  return request.uses.map((use) => useRow(use, title, tags))
}

function useRow(use: SealUse, title: string, tags: ReadonlyMap<string, PersonTag>): SealUseRow {
  const { id, documentSha256, copies, by, at } = use
  return { id, label: sealUseLabel(use), title, documentSha256, copies, by: tags.get(by) ?? null, at }
}
