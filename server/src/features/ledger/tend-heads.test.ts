import { MINUTE_MS } from '@huiying/shared/kernel'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { freshDatabase, type FreshDatabase } from '../../../test/support/fresh-database'
import { appendEntries, openBareBook } from '../../../test/support/ledger-book'
import { entriesUpTo } from '../../../test/support/ledger-entries'
import { headsInHand, startLedgerWitness, type LedgerWitness } from '../../../test/support/ledger-witness'
import { hexOf, rootOf } from '@huiying/shared/proof'
import { sha256 } from '../../platform/crypto/sha-256'
import { openDatabase } from '../../platform/database/open-database'
import { bookTable } from './book.table'
import { keptHeads } from './kept-heads'
import { leafOf } from './log-in-hand'
import { findingTable, headTable } from './log.table'

let fresh: FreshDatabase
let witness: LedgerWitness

beforeEach(async () => {
  fresh = await freshDatabase()
  witness = await startLedgerWitness()
  await openBareBook(fresh.unitOfWork, 'book')
})

afterEach(async () => {
  await fresh.close()
  await witness.close()
  witness.remove()
})

const inHand = (database = fresh.database, dataDir = witness.folder) =>
  headsInHand(database, witness.config, dataDir)

async function stored(database = fresh.database) {
  return database.unitOfWork.run(async (work) => ({
    book: await work.findOne(bookTable, { id: 'book' }),
    heads: await work.find(headTable, { bookId: 'book' }, { orderBy: { size: 'asc' } }),
    findings: await work.find(findingTable, { bookId: 'book' }),
  }))
}

describe('the heads of a book', () => {
  it('are signed and co-signed as it grows, each over the whole log until then', async () => {
    const { worker } = inHand()
    await appendEntries(fresh.unitOfWork, 'book', 3)
    await worker.drain()
    await appendEntries(fresh.unitOfWork, 'book', 4)
    await worker.drain()
    const { heads, book } = await stored()
    expect(heads.map(({ size }) => size)).toEqual([3, 7])
    expect(book?.stoppedAt).toBeNull()
    for (const { size, root, note, witnessedAt } of heads) {
      expect(root).toBe(hexOf(rootOf(sha256, entriesUpTo('book', size).map(leafOf))))
      const opened = witness.signer.open('book', note)
      expect(opened?.checkpoint).toMatchObject({ origin: 'huiying.test/book/book', size })
      expect(opened?.witnesses.map(({ key }) => key.name)).toEqual(['witness.test'])
      expect(witnessedAt).toBe(1_790_000_000_000)
    }
  })

  it('stand with our signature alone while the witness is down, which is asked again', async () => {
    const { worker } = inHand()
    await witness.close()
    await appendEntries(fresh.unitOfWork, 'book', 2)
    await worker.drain()
    expect((await stored()).heads).toMatchObject([{ size: 2, witnessedAt: null }])
    await witness.restart()
    fresh.clock.advance(MINUTE_MS)
    await worker.drain()
    expect((await stored()).heads).toMatchObject([{ size: 2, witnessedAt: 1_790_000_000_000 }])
  })
})

describe('a book of which a head was kept', () => {
  it('and which the database knows no more is cried out about at the start, once, and stops nobody', async () => {
    const { worker, errors } = inHand()
    await appendEntries(fresh.unitOfWork, 'book', 2)
    await worker.drain()
    await worker.beforeServing(MINUTE_MS)
    expect(errors).toEqual([])
    keptHeads(witness.folder).keep('lost', 'a note')
    await worker.beforeServing(MINUTE_MS)
    await worker.drain()
    expect(errors).toEqual([{ details: { bookId: 'lost' }, words: 'a book is lost: its head was kept, the database has none' }])
    expect((await stored()).book?.stoppedAt).toBeNull()
  })
})

describe('an older copy of the database (a copied file, so with the embedded one only)', () => {
  async function olderCopy() {
    const file = fresh.url.slice('sqlite:'.length)
    const { worker } = inHand()
    await appendEntries(fresh.unitOfWork, 'book', 3)
    await worker.drain()
    const copy = join(witness.folder, 'backup.db')
    await fresh.database.close()
    copyFileSync(file, copy)
    const live = await openDatabase(`sqlite:${file}`, { clock: fresh.clock, isMigrated: true, isThrowaway: true })
    await appendEntries(live.unitOfWork, 'book', 2)
    await inHand(live).worker.drain()
    await live.close()
    return openDatabase(`sqlite:${copy}`, { clock: fresh.clock, isMigrated: true, isThrowaway: true })
  }
  /** An older copy of a server's database is a matter of its own backups; here a file is one. */
  const onSqlite = (title: string, body: () => Promise<void>): void => {
    const run = process.env['DB'] === 'mariadb' ? it.skip : it
    run(`${title} (only on the embedded database)`, body)
  }

  onSqlite('is stopped before anybody writes, by the head kept in the data folder, without a witness', async () => {
    const copy = await olderCopy()
    const alone = headsInHand(copy, { ...witness.config, witness: null }, witness.folder)
    await alone.worker.beforeServing(5_000)
    const { book, findings } = await stored(copy)
    expect(book?.stoppedAt).not.toBeNull()
    expect(findings).toMatchObject([{ kind: 'behind-witness', clearedAt: null }])
    expect(findings[0]?.words).toContain('已有 5 笔，库里只有 3 笔')
    await copy.close()
  })

  onSqlite('is stopped by the witness where the data folder is gone too, and goes on once it has caught up', async () => {
    const copy = await olderCopy()
    const elsewhere = inHand(copy, join(witness.folder, 'new'))
    await elsewhere.worker.beforeServing(5_000)
    expect((await stored(copy)).book?.stoppedAt).not.toBeNull()
    expect(elsewhere.said).toContain('book stopped')
    // What was lost comes back: the same entries.
    await appendEntries(copy.unitOfWork, 'book', 2)
    fresh.clock.advance(MINUTE_MS)
    await elsewhere.worker.drain()
    const { book, findings, heads } = await stored(copy)
    expect(book?.stoppedAt).toBeNull()
    expect(findings).toMatchObject([{ clearedAt: expect.any(Number) as number }])
    expect(heads.at(-1)).toMatchObject({ size: 5, witnessedAt: expect.any(Number) as number })
    await copy.close()
  })

  onSqlite('that was written on in the gap is found out as a fork, and signed no further', async () => {
    const copy = await olderCopy()
    await appendEntries(copy.unitOfWork, 'book', 6, { purpose: '别的账' })
    await inHand(copy, join(witness.folder, 'new')).worker.drain()
    const { book, findings } = await stored(copy)
    expect(book?.stoppedAt).not.toBeNull()
    expect(findings[0]?.words).toContain('对不上')
    await copy.close()
  })
})
