import { NATIONAL_YEARS } from '@huiying/shared/calendar'
import {
  assertMonth, closeMonth, DEFAULT_LEDGER_TERMS, publishMonth, usesOf, type Asset, type Book, type Entry, type Resource,
} from '@huiying/shared/ledger'
import { ACCOUNTANT, credit, debit, Pen } from '@huiying/shared/ledger/testing'
import { assetTable, contractTable, resourceTable, type StoredContract } from '../../src/features/ledger/holding.table'
import { headTable, type StoredLog } from '../../src/features/ledger/log.table'
import type { Database } from '../../src/platform/database/open-database'
import { openBook, writeInBook } from './book-in-test'

const SHOP: Asset = {
  id: 'asset-shop', bookId: '', kind: 'building', name: '村口门面', place: '一组', originalFen: 12_000_000, acquiredOn: '2019-05-01', use: 'let',
}
const POND: Resource = {
  id: 'resource-pond', bookId: '', kind: 'pond', name: '东鱼塘', place: '三组', areaCentiMu: 1_235, use: 'let',
}
const LEASE: StoredContract = {
  id: 'contract-pond', bookId: '', kind: 'land', holdingId: 'resource-pond', title: '东鱼塘承包', tenant: '赵大山',
  fromOn: '2026-08-01', toOn: '2031-07-31', endedOn: null,
  rent: { rhythm: 'quarter', amountFen: 300_000, steps: [], isInAdvance: true, dueAfterDays: 10 },
}

/**
 * The collective's book of the small village with a full August, closed and published, and some of September: every
 * kind of source, a correction of August in September, three capitals with rent that is overdue.
 */
export async function settleFilledBook(database: Database, changes: Partial<Book> = {}): Promise<readonly Entry[]> {
  const { id: bookId } = await openBook(database, changes)
  const entries: Entry[] = []
  await writeInBook(database, bookId, (state, now) => {
    const pen = new Pen(state, now)
    pen.open('2026-08-01', [
      debit('101', 120_000), debit('102', 38_000_000), debit('151', 12_000_000), credit('152', 1_000_000),
      credit('301', 49_120_000),
    ])
    pen.income('2026-08-03', '50101', 1_200_000, { purpose: '村口门面租金', counterparty: '李记小卖部' })
    pen.spend('2026-08-05', '51402', 128_000, { purpose: '修三组下水道', counterparty: '青溪管道店' })
    const wrong = pen.spend('2026-08-09', '51403', 46_000, { purpose: '清扫保洁', counterparty: '马连英' })
    pen.post('2026-08-12', [debit('101', 50_000), credit('102', 50_000)], { purpose: '取备用金' })
    pen.income('2026-08-20', '50101', 100_000, {
      purpose: '东鱼塘租金', counterparty: '赵大山', source: { type: 'income', contractId: ownId(LEASE.id, bookId) },
    })
    pen.post('2026-08-31', [debit('513', 9_000), credit('152', 9_000)], { purpose: '门面折旧' })
    let next = assertMonth(ACCOUNTANT, pen.state, '2026-08', [{ account: '102', statementFen: bankOf(pen) }], now).next
    const closing = { month: '2026-08', waitingCount: 0, uses: usesOf(state.book, pen.written) }
    next = closeMonth(ACCOUNTANT, next, closing, DEFAULT_LEDGER_TERMS, now).next
    next = publishMonth(ACCOUNTANT, next, '2026-08', DEFAULT_LEDGER_TERMS, NATIONAL_YEARS, now).next
    pen.state = next
    pen.reverse(wrong, '2026-09-02')
    pen.post('2026-09-02', [debit('51404', 46_000), credit('102', 46_000)], { source: wrong.source as { type: 'expense'; expenseId: string; approval: string } })
    entries.push(...pen.written)
    return { next: pen.state, entries: pen.written, facts: [] }
  })
  await database.unitOfWork.run(async (work) => {
    const own = <Row extends { readonly id: string }>(row: Row): Row =>
      ({ ...row, id: ownId(row.id, bookId), bookId })
    const [shop, pond] = [own(SHOP), own(POND)]
    work.insert(assetTable, shop)
    work.insert(resourceTable, pond)
    work.insert(contractTable, { ...own(LEASE), holdingId: pond.id })
  })
  return entries
}

/** A head over all of the book, as a signer would leave it; its note is nobody's business here. */
export async function settleHead(database: Database, bookId: string): Promise<Pick<StoredLog, 'size' | 'root'>> {
  const [log] = await database.reads.query<Pick<StoredLog, 'size' | 'root'>>(
    'SELECT size, root FROM ledger_logs WHERE book_id = ?', [bookId],
  )
  if (log === undefined) throw new Error(`book ${bookId} has no log`)
  await database.unitOfWork.run(async (work) => {
    work.insert(headTable, { bookId, size: Number(log.size), root: log.root, note: '', signedAt: work.now, witnessedAt: work.now })
  })
  return { size: Number(log.size), root: log.root }
}

function ownId(id: string, bookId: string): string {
  return `${id}-${bookId}`.slice(-32)
}

function bankOf({ written }: Pen): number {
  const lines = written.flatMap((entry) => entry.lines).filter(({ account }) => account === '102')
  return lines.reduce((sum, { side, amountFen }) => sum + (side === 'debit' ? amountFen : -amountFen), 0)
}
