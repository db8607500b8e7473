import { contentOf } from '@huiying/shared/expenses'
import { revisionTable } from '../features/expenses/expense.table'
import { digestOf } from '../features/signing/public'
import type { Reads } from '../platform/database/reads'
import type { RawRow } from '../platform/database/table'
import type { Finding } from './finding'

const PAGE = 200
/** More of them say no more: whoever looks begins with the first. */
const LIMIT = 20

interface SignedRow extends RawRow {
  readonly x_id: string
  readonly village_id: string
}

/**
 * Approved expenses whose content is not what the signatures' digest was made of. The leaf in the log says what was
 * paid to whom and for what; statement, items, account and who was to sign are bound by this digest alone.
 */
export async function changedContents(reads: Reads, bookId: string): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (let after = ''; findings.length < LIMIT; ) {
    const rows = await reads.query<SignedRow>(
      `SELECT ${revisionTable.columnListOf('r')}, x.id AS x_id, x.village_id FROM expenses x
       JOIN expense_revisions r ON r.expense_id = x.id AND r.number = x.revision
       WHERE x.book_id = ? AND x.status IN ('approved', 'paid', 'posted', 'published') AND x.id > ?
       ORDER BY x.id LIMIT ${PAGE}`,
      [bookId, after],
    )
    for (const row of rows.filter((one) => !isAsSigned(one, bookId))) {
      const words = '有一笔批准了的开支，内容和五个人签的不一样。'
      findings.push({ kind: 'signatures-missing', about: row.x_id, position: null, words })
    }
    if (rows.length < PAGE) break
    after = rows[rows.length - 1]?.x_id ?? ''
  }
  return findings.slice(0, LIMIT)
}

/** What no content can be, half a character or something else than a content, was never signed. */
function isAsSigned(row: SignedRow, bookId: string): boolean {
  try {
    const { number, content, digest } = revisionTable.fromRaw(row)
    return digestOf(contentOf({ id: row.x_id, villageId: row.village_id, bookId }, number, content)) === digest
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return false
    throw error
  }
}
