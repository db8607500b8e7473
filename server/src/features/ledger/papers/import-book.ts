import { errorWords, isErrorCode } from '@huiying/shared/facts'
import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import { mustRun, planBookImport, requireReader, type ImportedAnswer } from '@huiying/shared/ledger'
import type { WorkbookSheet } from '@huiying/shared/tables'
import type { UnitOfWork } from '../../../platform/database/unit-of-work'
import type { Ids } from '../../../platform/ids/ids'
import { FaultyLists } from '../../../platform/workbook/faulty-lists'
import { bookInHand } from '../book-in-hand'
import { assetTable, contractTable, resourceTable } from '../holding.table'

/**
 * Brings an older book into an empty one, in one go: all of the file, or nothing and every fault.
 * @throws FaultyLists (lists.faulty), ledger.book-not-found, ledger.book-stopped, ledger.only-accountant,
 *   ledger.import-not-empty
 */
export class ImportBook {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(asking: Viewer, bookId: string, sheets: readonly WorkbookSheet[]): Promise<ImportedAnswer> {
    return this.unitOfWork.run(async (work) => {
      const viewer = viewerLater(asking, work.now)
      const book = await bookInHand(work, bookId)
      if (book === null) throw new DomainError('ledger.book-not-found')
      requireReader(viewer, book.state.book)
      mustRun(book)
      const ground = { state: book.state, now: work.now, nextId: () => this.ids.next(), wordsOf }
      const { plan, faults } = planBookImport(viewer, ground, sheets)
      if (plan === null) throw new FaultyLists(faults)
      const { state, entries, facts, assets, resources, contracts, subAccountCount } = plan
      book.write({ next: state, entries, facts, by: viewer.personId })
      if (assets.length > 0) work.insert(assetTable, ...assets)
      if (resources.length > 0) work.insert(resourceTable, ...resources)
      if (contracts.length > 0) work.insert(contractTable, ...contracts)
      return {
        entries: entries.length, accounts: subAccountCount, assets: assets.length, resources: resources.length,
        contracts: contracts.length,
      }
    })
  }
}

function wordsOf({ code, details }: DomainError): string {
  return isErrorCode(code) ? errorWords(code, details) : code
}
