import type { UnitOfWork } from '../platform/database/unit-of-work'
import type { Reads } from '../platform/database/reads'
import type { Ids } from '../platform/ids/ids'
import type { LedgerConfig } from '../platform/config/ledger-settings'
import { bookTable } from '../features/ledger/book.table'
import { checkRunTable, findingTable } from '../features/ledger/log.table'
import { checkBook, type BookCheck } from './check-book'
import { findingKey } from './finding'

/** Checks books one after the other and keeps what was found; what is right again is cleared. */
export class CheckBooks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: Reads,
    private readonly ids: Ids,
    private readonly ledger: LedgerConfig,
  ) {}

  /** Null: there is no such book. */
  async execute(bookId: string): Promise<BookCheck | null> {
    const check = await checkBook(this.reads, bookId, this.ledger)
    if (check !== null) await this.keep(bookId, check)
    return check
  }

  /** That a book is behind its witness is not for this check to find or to clear. */
  private async keep(bookId: string, { size, findings }: BookCheck): Promise<void> {
    await this.unitOfWork.run(async (work) => {
      const book = await work.findOne(bookTable, { id: bookId }, { lock: true })
      if (book === null) return
      const open = await work.find(findingTable, { bookId, clearedAt: null })
      const known = new Set(open.map(findingKey))
      const found = new Set(findings.map(findingKey))
      const run = await work.findOne(checkRunTable, { bookId })
      const fresh = findings.filter((finding) => !known.has(findingKey(finding))).map((finding) => ({
        ...finding, id: this.ids.next(), bookId, villageId: book.villageId, foundAt: work.now, clearedAt: null,
      }))
      for (const finding of open) {
        if (finding.kind === 'behind-witness' || found.has(findingKey(finding))) continue
        work.update(findingTable, { ...finding, clearedAt: work.now })
      }
      work.insert(findingTable, ...fresh)
      const row = { bookId, checkedAt: work.now, size, isSound: findings.length === 0 }
      if (run === null) work.insert(checkRunTable, row)
      else work.update(checkRunTable, row)
      if (fresh.length === 0) return
      work.record(null, [{ type: 'ledger.damage-found', subjectId: bookId, findingIds: fresh.map(({ id }) => id) }])
    })
  }
}
