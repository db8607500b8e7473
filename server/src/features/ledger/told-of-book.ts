import { excerpt, maskNumbersIn, type EpochMs } from '@huiying/shared/kernel'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { objectionTable } from './holding.table'
import { findingTable } from './log.table'

const EXCERPT_LENGTH = 20

/** A doubt as it is now, for whoever tells somebody about it. */
export interface ObjectionInBrief {
  readonly raisedBy: string
  readonly answeredAt: EpochMs | null
  /** At most 20 characters; numbers are masked, since it leaves the house through WeChat. */
  readonly excerpt: string
}

export async function objectionInBrief(reads: Reads, objectionId: string): Promise<ObjectionInBrief | null> {
  const [row] = await reads.query<RawRow>(
    `SELECT ${objectionTable.columnList} FROM ledger_objections WHERE id = ?`, [objectionId],
  )
  if (row === undefined) return null
  const { raisedBy, answeredAt, words } = objectionTable.fromRaw(row)
  return { raisedBy, answeredAt, excerpt: excerpt(maskNumbersIn(words), EXCERPT_LENGTH) }
}

/** What the nightly check found and what still stands of it: in words, the first found first. */
export async function standingFindings(reads: Reads, findingIds: readonly string[]): Promise<readonly string[]> {
  if (findingIds.length === 0) return []
  const rows = await reads.query<RawRow>(
    `SELECT ${findingTable.columnList} FROM ledger_findings
     WHERE id IN (${placeholders(findingIds.length)}) AND cleared_at IS NULL ORDER BY found_at, id`,
    findingIds,
  )
  return rows.map((row) => findingTable.fromRaw(row).words)
}
