import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import {
  checkAsset, checkContract, checkResource, mustRun, requireKeeper, type Asset, type Resource,
} from '@huiying/shared/ledger'
import type { Table } from '../../platform/database/table'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Work } from '../../platform/database/work'
import { bookTable } from './book.table'
import { assetTable, contractTable, resourceTable, type StoredContract } from './holding.table'

/** A line of the register of the village's 三资. */
export type Holding =
  | { readonly what: 'asset'; readonly row: Asset }
  | { readonly what: 'resource'; readonly row: Resource }
  | { readonly what: 'contract'; readonly row: StoredContract }

/** Ids as phones make them. */
const ID = /^[A-Za-z0-9_-]{8,32}$/

/**
 * Writes an asset, a resource or a contract, new or known, under the id that the phone made.
 * @throws ledger.book-not-found, ledger.book-stopped, ledger.only-accountant, ledger.holding-invalid,
 *   ledger.contract-invalid, ledger.contract-too-long, request.not-found for an id of another book
 */
export class SaveHolding {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, holding: Holding): Promise<void> {
    const { what, row: { id, bookId } } = holding
    return this.unitOfWork.run(async (work) => {
      const book = await work.findOne(bookTable, { id: bookId }, { lock: true })
      if (book === null) throw new DomainError('ledger.book-not-found')
      requireKeeper(viewerLater(viewer, work.now), book)
      mustRun(book)
      if (!ID.test(id)) throw new DomainError('ledger.holding-invalid', { field: 'id' })
      await save(work, holding)
      work.record(viewer.personId, [{ type: 'ledger.register-changed', subjectId: bookId, what, id }])
    })
  }
}

async function save(work: Work, holding: Holding): Promise<void> {
  switch (holding.what) {
    case 'asset':
      checkAsset(holding.row)
      return store(work, assetTable, holding.row)
    case 'resource':
      checkResource(holding.row)
      return store(work, resourceTable, holding.row)
    case 'contract':
      checkContract(holding.row)
      await checkLinks(work, holding.row)
      return store(work, contractTable, holding.row)
  }
}

/** It lets something of the same book, and was not ended outside its own time. */
async function checkLinks(work: Work, { bookId, holdingId, fromOn, toOn, endedOn }: StoredContract): Promise<void> {
  const isWithin = endedOn === null || (endedOn >= fromOn && endedOn <= toOn)
  if (!isWithin) throw new DomainError('ledger.contract-invalid', { field: 'endedOn' })
  const asset = await work.findOne(assetTable, { id: holdingId, bookId })
  const held = asset ?? (await work.findOne(resourceTable, { id: holdingId, bookId }))
  if (held === null) throw new DomainError('ledger.contract-invalid', { field: 'holdingId' })
}

async function store<Row extends { readonly id: string; readonly bookId: string }>(
  work: Work, table: Table<Row>, row: Row,
): Promise<void> {
  const [known] = await work.query<{ readonly book_id: string }>(
    `SELECT book_id FROM ${table.name} WHERE id = ?`, [row.id],
  )
  if (known === undefined) work.insert(table, row)
  else if (known.book_id !== row.bookId) throw new DomainError('request.not-found')
  else work.update(table, row)
}
