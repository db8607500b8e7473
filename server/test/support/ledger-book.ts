import type { Entry } from '@huiying/shared/ledger'
import { bookTable } from '../../src/features/ledger/book.table'
import { entryTable, lineTable } from '../../src/features/ledger/entry.table'
import { storedEntry, storedLines } from '../../src/features/ledger/entry-rows'
import { logInHand } from '../../src/features/ledger/log-in-hand'
import type { UnitOfWork } from '../../src/platform/database/unit-of-work'
import { entryAt } from './ledger-entries'

/** A book of Liushu, with its row and nothing else. */
export async function openBareBook(unitOfWork: UnitOfWork, bookId: string): Promise<void> {
  await unitOfWork.run(async (work) => {
    work.insert(bookTable, {
      id: bookId, villageId: 'liushu', subDistrictId: 'qingxi', legalBody: 'collective', name: '柳树村集体经济组织',
      chartVersion: 1, firstMonth: '2026-08', openedAt: work.now, openedBy: 'qian', entryCount: 0, hasOpening: false,
      openFrom: '2026-08', stoppedAt: null,
    })
  })
}

/** Entries as the product writes them: lines, rows, log. Sums and money are not touched. */
export async function appendEntries(
  unitOfWork: UnitOfWork, bookId: string, count: number, changes: Partial<Entry> = {},
): Promise<void> {
  await unitOfWork.run(async (work) => {
    await work.findOne(bookTable, { id: bookId }, { lock: true })
    const log = await logInHand(work, bookId)
    const entries = Array.from({ length: count }, (_, at) => entryAt(bookId, log.size + at, changes))
    work.insert(lineTable, ...entries.flatMap(storedLines))
    work.insert(entryTable, ...entries.map(storedEntry))
    log.append(entries)
    work.write('UPDATE ledger_books SET entry_count = ? WHERE id = ?', [log.size + count, bookId])
  })
}
