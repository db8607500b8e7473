import type { FinanceAnswer, FindingView, HeadView } from '@huiying/shared/ledger'
import { parseHex, shortFingerprint } from '@huiying/shared/proof'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { checkRunTable, findingTable, headTable, type StoredFinding } from './log.table'

const FINDING_LIMIT = 20

/** What the nightly check says of the book as it stands: found and not yet right again. */
export async function checkOf(reads: Reads, bookId: string): Promise<FinanceAnswer['check']> {
  const [[run], findings] = await Promise.all([
    reads.query<RawRow>(`SELECT ${checkRunTable.columnList} FROM ledger_checks WHERE book_id = ?`, [bookId]),
    reads.query<RawRow>(
      `SELECT ${findingTable.columnList} FROM ledger_findings
       WHERE book_id = ? AND cleared_at IS NULL ORDER BY found_at DESC LIMIT ${FINDING_LIMIT}`,
      [bookId],
    ),
  ])
  return {
    checkedAt: run === undefined ? null : checkRunTable.fromRaw(run).checkedAt,
    findings: findings.map(findingTable.fromRaw).map(findingViewOf),
  }
}

/** The newest signed head; `null`: nothing was signed yet. */
export async function headOf(reads: Reads, bookId: string): Promise<HeadView | null> {
  const [row] = await reads.query<RawRow>(
    `SELECT ${headTable.columnList} FROM ledger_heads WHERE book_id = ? ORDER BY size DESC LIMIT 1`, [bookId],
  )
  if (row === undefined) return null
  const { size, root, signedAt, witnessedAt } = headTable.fromRaw(row)
  const bytes = parseHex(root)
  if (bytes === null) throw new Error(`the head of book ${bookId} at ${size} has no root`)
  return { size, root, fingerprint: shortFingerprint(bytes), signedAt, witnessedAt }
}

/** Only a finding about an entry leads somewhere. */
function findingViewOf({ kind, about, words, foundAt }: StoredFinding): FindingView {
  return { words, entryId: kind === 'entry-changed' ? about : null, foundAt }
}
