import { openSlots } from '@huiying/shared/expenses'
import type { Viewer } from '@huiying/shared/identity'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptyServerDatabase } from '../../../test/support/server-database'
import { checkBook } from '../../checks/check-book'
import { FileUrlSigner } from '../../features/files/public'
import { expensesBy } from '../../features/expenses/expenses-by'
import { expenseView } from '../../features/expenses/expense-view.board'
import { signingGroundOf } from '../../features/expenses/signing-ground'
import { demoPeople } from '../../features/identity/demo-people.board'
import { financeOf } from '../../features/ledger/finance.board'
import { holdingsOf } from '../../features/ledger/holdings.board'
import { objectionsOf } from '../../features/ledger/objections.board'
import { ledgerConfig } from '../../platform/config/ledger-settings'
import { openDatabase, type Database } from '../../platform/database/open-database'
import { silentLog } from '../../platform/log'
import { readRegister, type RegisterInHand } from '../register-in-hand'
import { seedDemo } from '../seed-demo'
import { TurningClock } from '../turning-clock'

/** Just after midnight, early in a month: what is told in days and months must fit all the same. */
const now = Date.parse('2026-11-03T00:40:00+08:00')
const signer = new FileUrlSigner('a key for tests only, 32 characters')

describe('the money of the demo', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'huiying-demo-money-'))
  let database: Database
  let register: RegisterInHand

  beforeAll(async () => {
    const isServer = process.env['DB'] === 'mariadb'
    const databaseUrl = isServer ? await emptyServerDatabase() : `sqlite:${join(dataDir, 'huiying.db')}`
    await seedDemo({ config: { databaseUrl, dataDir, payeeAccountKey: 'a key for tests only' }, log: silentLog(), now })
    database = await openDatabase(databaseUrl, { clock: new TurningClock(now) })
    register = await readRegister(database.unitOfWork)
  }, 240_000)
  afterAll(async () => {
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  const rows = <Row>(sql: string, ...params: readonly string[]) => database.reads.query<Row>(sql, params)
  const count = async (sql: string): Promise<number> =>
    Number((await rows<{ n: number }>(`SELECT COUNT(*) AS n FROM ${sql}`))[0]?.n)
  const home = () => register.unitId('QX-01')
  const bookId = async (): Promise<string> =>
    (await rows<{ id: string }>('SELECT id FROM ledger_books WHERE village_id = ?', home()))[0]?.id ?? ''
  const viewer = async (kind: string): Promise<Viewer> => {
    const people = await demoPeople(database.reads, now)
    return register.viewer(people.find((person) => person.kind === kind)?.personId ?? '', now)
  }

  it('stands in three books, all of them sound to the last fen', async () => {
    const books = await rows<{ id: string }>('SELECT id FROM ledger_books ORDER BY id')
    expect(books).toHaveLength(3)
    for (const { id } of books) {
      const check = await checkBook(database.reads, id, ledgerConfig({}, dataDir))
      expect(check?.findings).toEqual([])
      expect(check?.size).toBeGreaterThanOrEqual(2)
    }
  })

  it('shows a villager twelve months, ten of them on the wall, and what was corrected', async () => {
    const page = await financeOf(database.reads, await viewer('resident'), await bookId(), null, now)
    expect(page.months).toHaveLength(12)
    expect(page.months.slice(0, 10).every(({ status }) => status === 'published')).toBe(true)
    expect(page.months.slice(0, 11).every(({ flow }) => flow.inFen > 0 && flow.outFen > 0)).toBe(true)
    expect(page.money.totalFen).toBeGreaterThan(0)
    const corrected = await financeOf(database.reads, await viewer('resident'), await bookId(), '2026-07', now)
    expect(corrected.corrected).toMatchObject([{ sentence: expect.stringContaining('光伏'), correction: expect.stringContaining('9月已更正') }])
  })

  it('has an expense at each step, and waits on each of those who sign', async () => {
    const expenses = await expensesBy(database.reads, 'e.village_id = ? ORDER BY e.id', [home()])
    expect(new Set(expenses.map(({ status }) => status))).toEqual(
      new Set(['draft', 'signing', 'refused', 'withdrawn', 'approved', 'paid', 'posted', 'published']),
    )
    const waiting = await Promise.all(expenses.filter(({ status }) => status === 'signing').map(async (one) =>
      openSlots(one, (await signingGroundOf(database.reads, one, now)).posts, now)))
    expect(waiting.flat().sort()).toEqual(['approver', 'director', 'supervisor', 'witness'])
    expect(expenses.some(({ revisions }) => revisions.length > 1)).toBe(true)
  })

  it('names the hints, the review and the decision where they belong', async () => {
    const signers = await viewer('secretary')
    const viewOf = async (purpose: string) => {
      const [row] = await rows<{ id: string }>('SELECT id FROM expenses WHERE village_id = ? AND purpose = ?', home(), purpose)
      return expenseView(database.reads, signer, signers, row?.id ?? '', now)
    }
    const hints = (await viewOf('换村口太阳能路灯')).hints.map(({ kind }) => kind)
    expect(hints).toEqual(expect.arrayContaining(['payee-new', 'amount-unusual']))
    const reviewed = await viewOf('修二组到三组的机耕路')
    expect(reviewed.slots.find(({ slot }) => slot === 'reviewer')?.signed).not.toBeNull()
    const yard = await viewOf('硬化一组晒谷坪')
    expect(yard.content.amountFen).toBeGreaterThanOrEqual(2_000_000)
    expect(yard.content.decision).toMatchObject({ title: '硬化一组晒谷坪', usedFen: expect.any(Number) })
    expect((await viewOf('村小学门口画斑马线')).waiting).toMatchObject({ days: 2 })
  })

  it('is asked about, doubted and answered', async () => {
    const questions = await rows<{ status: string }>('SELECT status FROM tickets WHERE entry_id IS NOT NULL ORDER BY id')
    expect(questions.map(({ status }) => status)).toEqual(['rated', 'submitted'])
    const [about] = await rows<{ month: string }>('SELECT month FROM ledger_objections')
    const { objections } = await objectionsOf(database.reads, await viewer('resident'), await bookId(), about?.month ?? null, now)
    expect(objections).toMatchObject([{ answer: { words: expect.stringContaining('核过') } }])
  })

  it('comes from what the village owns, with one rent owed; a seal was used and another waits', async () => {
    const holdings = await holdingsOf(database.reads, await viewer('resident'), await bookId(), now)
    expect(holdings.contracts.filter(({ overdueFen }) => overdueFen > 0)).toMatchObject([{ tenant: '老周小卖部' }])
    expect(holdings.assets.some(({ use }) => use === 'idle')).toBe(true)
    expect(await rows('SELECT status FROM seal_requests ORDER BY status')).toEqual([{ status: 'signing' }, { status: 'used' }])
    expect(await count('kinships')).toBe(2)
  })

  it('hides what leads to a person on the vouchers of months that hang; the newest are left to the visitor', async () => {
    const masked = new Set((await rows<{ file_id: string }>('SELECT file_id FROM file_masks')).map(({ file_id: id }) => id))
    const vouchersOf = async (status: string) =>
      (await expensesBy(database.reads, 'e.status = ? AND e.village_id = ? ORDER BY e.id', [status, home()]))
        .flatMap(({ revisions }) => revisions.at(-1)?.content.vouchers ?? [])
    const published = await vouchersOf('published')
    expect(published.length).toBeGreaterThan(20)
    expect(published.filter(({ fileId }) => !masked.has(fileId))).toEqual([])
    const posted = await vouchersOf('posted')
    expect(posted.filter(({ fileId }) => !masked.has(fileId)).length).toBeGreaterThan(0)
  })

  it('offers everybody whose signature a visitor may give', async () => {
    const people = await demoPeople(database.reads, now)
    const kinds = people.map(({ kind }) => kind)
    for (const kind of ['accountant', 'supervisor', 'director', 'secretary', 'committee-member', 'stationed-cadre']) {
      expect(kinds).toContain(kind)
    }
    expect(people.some(({ hint }) => hint.includes('证明人'))).toBe(true)
  })
})
