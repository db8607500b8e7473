import { currentRevision } from '@huiying/shared/expenses'
import { signedBy, submitted } from '@huiying/shared/expenses/testing'
import { HOUR_MS } from '@huiying/shared/kernel'
import { headOfFrontier, frontierOf, growFrontier, EMPTY_FRONTIER, hexOf, type Digest } from '@huiying/shared/proof'
import { freshDatabase, type FreshDatabase } from '../../test/support/fresh-database'
import { openBareBook } from '../../test/support/ledger-book'
import { tamper } from '../../test/support/ledger-export'
import { postIncome } from '../../test/support/ledger-postings'
import { headsInHand, startLedgerWitness, type LedgerWitness } from '../../test/support/ledger-witness'
import { storedExpense, storedRevision, storedSignature } from '../features/expenses/expense-rows'
import { expenseTable, revisionTable, signatureTable } from '../features/expenses/expense.table'
import { reserveTable } from '../features/ledger/book.table'
import { entriesInRange } from '../features/ledger/entry-range'
import { leafOf } from '../features/ledger/log-in-hand'
import { checkRunTable, findingTable } from '../features/ledger/log.table'
import { sha256 } from '../platform/crypto/sha-256'
import type { Scalar } from '../platform/database/column'
import type { Reads } from '../platform/database/reads'
import { checkBook } from './check-book'
import { CheckBooks } from './check-books'
import { NightlyCheck } from './nightly-check'

let fresh: FreshDatabase
let witness: LedgerWitness
let checkBooks: CheckBooks

beforeEach(async () => {
  fresh = await freshDatabase()
  witness = await startLedgerWitness()
  const { worker } = headsInHand(fresh.database, witness.config, witness.folder)
  checkBooks = new CheckBooks(fresh.unitOfWork, fresh.reads, fresh.database.ids, witness.config)
  await openBareBook(fresh.unitOfWork, 'book')
  for (const count of [5, 8, 1, 6]) {
    await postIncome(fresh.unitOfWork, 'book', count)
    await worker.drain()
  }
})

afterEach(async () => {
  await witness.close()
  witness.remove()
  await fresh.close()
})

const found = async () => (await checkBooks.execute('book'))?.findings ?? []
const change = (table: string, sql: string, ...params: readonly (string | number)[]) =>
  tamper(fresh, table, sql, params)

test('a book as the product wrote it is sound', async () => {
  expect(await checkBooks.execute('book')).toEqual({ size: 20, findings: [] })
})

test('a row changed behind the product is found by name, once, and cleared when it is right again', async () => {
  const set = 'UPDATE ledger_entries SET purpose = ? WHERE book_id = ? AND position = ?'
  await change('ledger_entries', set, '请客', 'book', 6)
  expect(await found()).toEqual([{
    kind: 'entry-changed', about: 'book-e6', position: 6,
    words: '2026年8月第7号凭证（全本第 7 笔）入账以后被改过，和入账时留下的指纹不一样。',
  }])
  await found()
  const stored = () => fresh.unitOfWork.run((work) => work.find(findingTable, { bookId: 'book' }))
  expect(await stored()).toMatchObject([{ kind: 'entry-changed', clearedAt: null }])
  const facts = await fresh.reads.query("SELECT id FROM journal WHERE type = 'ledger.damage-found'")
  expect(facts).toHaveLength(1)
  await change('ledger_entries', set, '卖菜第 6 回', 'book', 6)
  expect(await found()).toEqual([])
  expect(await stored()).toMatchObject([{ clearedAt: fresh.clock.at() }])
})

test('a line changed on both sides, and one that is gone', async () => {
  await change('ledger_lines', 'UPDATE ledger_lines SET amount_fen = 99 WHERE book_id = ? AND position = 3', 'book')
  expect(await found()).toMatchObject([{ kind: 'entry-changed', about: 'book-e3' }])
  await change('ledger_lines', 'DELETE FROM ledger_lines WHERE book_id = ? AND position = 4 AND line_number = 2', 'book')
  expect((await found()).map(({ about }) => about)).toEqual(['book-e3', 'book-e4'])
})

test('an entry that is gone', async () => {
  await change('ledger_entries', 'DELETE FROM ledger_entries WHERE book_id = ? AND position = 9', 'book')
  expect(await found()).toMatchObject([{ kind: 'entry-missing', position: 9, words: '第 10 笔账不见了。' }])
})

test('a leaf changed with its row is found by the subtree over it', async () => {
  await change('ledger_entries', "UPDATE ledger_entries SET purpose = '请客' WHERE book_id = ? AND position = 6", 'book')
  const [entry] = await entriesInRange(fresh.reads, 'book', 6, 7)
  await setNode(0, 6, leafOf(entry ?? fail()))
  const findings = await found()
  expect(findings).toContainEqual(expect.objectContaining({ kind: 'log-changed', words: '第 7 到第 8 笔的指纹被改过。' }))
  expect(findings).toContainEqual(expect.objectContaining({ kind: 'head-differs' }))
})

test('with the whole log made anew, the heads that were signed say between which entries it was', async () => {
  await change('ledger_entries', "UPDATE ledger_entries SET purpose = '请客' WHERE book_id = ? AND position = 6", 'book')
  const leaves = (await entriesInRange(fresh.reads, 'book', 0, 20)).map(leafOf)
  let frontier = EMPTY_FRONTIER
  for (const leaf of leaves) {
    const growth = growFrontier(sha256, frontier, leaf)
    for (const { level, index, hash } of growth.completed) await setNode(level, index, hash)
    frontier = growth.frontier
  }
  const { root } = headOfFrontier(sha256, frontierOf(sha256, leaves))
  await fresh.unitOfWork.run(async (work) => {
    work.write('UPDATE ledger_logs SET root = ?, frontier = ? WHERE book_id = ?', [
      hexOf(root), JSON.stringify(frontier.peaks.map(hexOf)), 'book',
    ])
  })
  expect(await found()).toEqual([{
    kind: 'head-differs', about: null, position: 5,
    words: '前 13 笔和签过名的账本头不一样：第 6 到第 13 笔当中有账被改过，指纹也一起改了。',
  }])
})

test.each([
  ['ledger_turnovers', 'UPDATE ledger_turnovers SET debit_fen = debit_fen + 1', '2026年8月的合计数'],
  ['ledger_flows', 'UPDATE ledger_flows SET in_fen = in_fen - 1', '2026年8月的合计数'],
  ['ledger_uses', 'UPDATE ledger_uses SET amount_fen = amount_fen - 1', '2026年8月的合计数'],
  ['ledger_money', 'UPDATE ledger_money SET balance_fen = balance_fen + 1', '账户 101 的余额'],
  ['ledger_months', 'UPDATE ledger_months SET voucher_count = 21', '2026年8月的凭证号'],
])('%s: a sum that was changed is found', async (_table, sql, words) => {
  await fresh.unitOfWork.run(async (work) => {
    work.write(sql, [])
  })
  const findings = await found()
  expect(findings.every(({ kind }) => kind === 'sum-differs')).toBe(true)
  expect(findings.map((finding) => finding.words).join()).toContain(words)
})

describe('the first month that is not closed', () => {
  const shut = (month: string) => `INSERT INTO ledger_months (book_id, month, status, voucher_count, assertions, closed_at,
    closed_by, closed_size) VALUES ('book', '${month}', 'closed', 0, '[]', 1, 'qian', 20)`
  const write = (...sqls: readonly string[]) =>
    fresh.unitOfWork.run(async (work) => sqls.forEach((sql) => work.write(sql, [])))
  const openFrom = (month: string) => `UPDATE ledger_books SET open_from = '${month}'`
  const closeAugust =
    "UPDATE ledger_months SET status = 'closed', closed_at = 1, closed_by = 'qian', closed_size = 20 WHERE month = '2026-08'"

  test('is sound with every month before it closed and none after', async () => {
    await write(closeAugust, shut('2026-09'), openFrom('2026-10'))
    expect(await found()).toEqual([])
  })

  test.each<[string, string, readonly string[]]>([
    ['too late: an open month would take nothing more', '2026-09', []],
    ['too early: a closed month would be taken for an empty one', '2026-08', [closeAugust]],
    ['behind a month that is not there', '2026-10', [closeAugust]],
    ['before one that was closed out of its order', '2026-09', [closeAugust, shut('2026-11')]],
    ['before the book', '2026-07', []],
  ])('%s', async (_what, month, others) => {
    await write(...others, openFrom(month))
    expect(await found()).toEqual([{
      kind: 'sum-differs', about: `open-from ${month}`, position: null,
      words: `账上记着从2026年${Number(month.slice(5))}月起还没结账，和各月的结账情况不一样。`,
    }])
  })

  test('moved while it looks is no damage, though not a fen changes its place', async () => {
    await write(closeAugust, openFrom('2026-09'))
    const reads = readsBefore('ledger_months', () => write(shut('2026-09'), openFrom('2026-10')))
    expect(await checkBook(reads, 'book', witness.config)).toEqual({ size: 20, findings: [] })
    expect(reads.hasHappened()).toBe(true)
  })
})

test('an approved expense without five signatures', async () => {
  await fresh.unitOfWork.run(async (work) => {
    work.write(
      `INSERT INTO expenses (id, village_id, sub_district_id, book_id, status, policy_version, terms, created_at,
         reminded_count, postings, version, revision, amount_fen, purpose, account_code, incurred_on, payee_name)
       VALUES ('x1', 'liushu', 'qingxi', 'book', 'approved', 1, '{}', 0, 0, '[]', 1, 1, 100, '修路', '514', '2026-08-01', '店')`,
      [],
    )
  })
  expect(await found()).toMatchObject([{ kind: 'signatures-missing', about: 'x1' }])
})

test('content changed under its five signatures, with all digests left as they were', async () => {
  const [sound, changed] = ['x1', 'x2'].map((id) => signedBy(5, submitted({}, undefined, id)))
  if (sound === undefined || changed === undefined) throw new Error('there are two')
  const { content } = currentRevision(changed)
  await fresh.unitOfWork.run(async (work) => {
    for (const request of [sound, changed]) {
      work.insert(expenseTable, storedExpense(request))
      work.insert(revisionTable, ...request.revisions.map((revision) => storedRevision(request.id, {
        ...revision, content: request === changed ? { ...content, statement: { text: '给村主任修房', voice: null } } : revision.content,
      })))
      work.insert(signatureTable, ...currentRevision(request).signatures.map((one, at) => storedSignature(request.id, {
        ...one, nonce: `${request.id}-${at}`, strokes: { fileId: `${request.id}-${at}`, sha256: `${request.id}-${at}` },
      })))
    }
  })
  expect(await found()).toMatchObject([{ kind: 'signatures-missing', about: 'x2' }])
})

test('money set aside while it looks is no damage', async () => {
  const reads = readsBefore('ledger_reserves', () => fresh.unitOfWork.run(async (work) => {
    work.insert(reserveTable, { expenseId: 'x1', bookId: 'book', account: '101', amountFen: 100, at: work.now })
    work.write("UPDATE ledger_money SET reserved_fen = 100 WHERE book_id = 'book' AND account = '101'", [])
  }))
  expect(await checkBook(reads, 'book', witness.config)).toEqual({ size: 20, findings: [] })
  expect(reads.hasHappened()).toBe(true)
})

test('goes by night at three, once, and makes up for a night it slept through', async () => {
  const log = { warn: () => undefined, error: () => undefined }
  const night = new NightlyCheck({ checkBooks, reads: fresh.reads, clock: fresh.clock, log })
  const checkedAt = async () =>
    (await fresh.unitOfWork.run((work) => work.findOne(checkRunTable, { bookId: 'book' })))?.checkedAt ?? null
  await night.drain()
  expect(await checkedAt()).toBeNull()
  fresh.clock.set('2026-09-15T02:59:00+08:00')
  await night.drain()
  expect(await checkedAt()).toBeNull()
  fresh.clock.set('2026-09-15T03:00:00+08:00')
  await night.drain()
  const first = await checkedAt()
  expect(first).toBe(Date.parse('2026-09-15T03:00:00+08:00'))
  fresh.clock.advance(20 * HOUR_MS)
  await night.drain()
  expect(await checkedAt()).toBe(first)
  fresh.clock.set('2026-09-17T11:00:00+08:00')
  await night.drain()
  expect(await checkedAt()).toBe(Date.parse('2026-09-17T11:00:00+08:00'))
})

/** Something happens once, right after the table was read for the first time. */
function readsBefore(table: string, happens: () => Promise<void>): Reads & { hasHappened(): boolean } {
  let hasHappened = false
  return {
    hasHappened: () => hasHappened,
    query: async <Row>(sql: string, params: readonly Scalar[]): Promise<Row[]> => {
      const rows = await fresh.reads.query<Row>(sql, params)
      if (hasHappened || !sql.includes(`FROM ${table}`)) return rows
      hasHappened = true
      await happens()
      return rows
    },
  }
}

async function setNode(level: number, index: number, hash: Digest): Promise<void> {
  await fresh.unitOfWork.run(async (work) => {
    work.write('UPDATE ledger_nodes SET hash = ? WHERE book_id = ? AND level = ? AND node_index = ?', [
      hexOf(hash), 'book', level, index,
    ])
  })
}

function fail(): never {
  throw new Error('no entry')
}
