import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { bookTable } from './book.table'
import { findingTable, logTable } from './log.table'

/** What somebody outside the database knows of a book, by what this database is found out. */
export interface KnownOutside {
  readonly size: number
  /** It is not the beginning of this log, or of another root at the same size. */
  readonly isForked: boolean
  readonly by: 'kept-head' | 'witness'
}

/**
 * The book takes nothing more: going on would make a second history out of one that was shown to people. False when it
 * has caught up in the meantime: another server was faster.
 */
export function stopBook(unitOfWork: UnitOfWork, ids: Ids, bookId: string, known: KnownOutside): Promise<boolean> {
  return unitOfWork.run(async (work) => {
    const book = await work.findOne(bookTable, { id: bookId }, { lock: true })
    const size = (await work.findOne(logTable, { bookId }))?.size ?? 0
    if (book === null || (!known.isForked && size >= known.size)) return false
    if (book.stoppedAt !== null) return true
    work.write('UPDATE ledger_books SET stopped_at = ? WHERE id = ?', [work.now, bookId])
    const id = ids.next()
    work.insert(findingTable, {
      id, bookId, villageId: book.villageId, kind: 'behind-witness', about: null, position: null,
      words: wordsOf(known, size), foundAt: work.now, clearedAt: null,
    })
    work.record(null, [{ type: 'ledger.damage-found', subjectId: bookId, findingIds: [id] }])
    return true
  })
}

/** The right database is back. False when it was not stopped. */
export function letBookGoOn(unitOfWork: UnitOfWork, bookId: string): Promise<boolean> {
  return unitOfWork.run(async (work) => {
    const book = await work.findOne(bookTable, { id: bookId }, { lock: true })
    const findings = await work.find(findingTable, { bookId, kind: 'behind-witness', clearedAt: null })
    if (book === null || book.stoppedAt === null) return false
    work.write('UPDATE ledger_books SET stopped_at = NULL WHERE id = ?', [bookId])
    for (const finding of findings) work.update(findingTable, { ...finding, clearedAt: work.now })
    return true
  })
}

function wordsOf({ size: known, isForked, by }: KnownOutside, size: number): string {
  const who = by === 'witness' ? '见证那里' : '服务器另存的账本指纹'
  return isForked
    ? `${who}记着这本账的前 ${known} 笔，和现在库里的对不上：库里的账被换过。账本已停记。`
    : `${who}记着这本账已有 ${known} 笔，库里只有 ${size} 笔：库是从旧备份恢复的，少了账。账本已停记。`
}
