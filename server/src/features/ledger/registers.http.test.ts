import { closeMonth, DEFAULT_LEDGER_TERMS, usesOf, type HoldingsAnswer, type KeeperAnswer } from '@huiying/shared/ledger'
import { debit, credit, move, someone } from '@huiying/shared/ledger/testing'
import { BOOK, BOOK_ID, openBook, stateOf, writeInBook } from '../../../test/support/book-in-test'
import { postOf, settlePerson } from '../../../test/support/small-village'
import { startTestApp, type TestApp } from '../../../test/support/test-app'

const POND = { kind: 'pond', name: '东头鱼塘', place: '东头', areaCentiMu: 1_235, use: 'let' }
const LEASE = {
  kind: 'lease', holdingId: 'pond-0001', title: '鱼塘承包', tenant: '孙师傅', fromOn: '2026-01-01', toOn: '2026-12-31',
  rent: { rhythm: 'year', amountFen: 60_000, steps: [], isInAdvance: true, dueAfterDays: 30 },
}

describe('what is kept beside the entries, over HTTP', () => {
  let server: TestApp
  const tokens = new Map<string, string>()
  let keys = 0
  beforeEach(async () => {
    server = await startTestApp()
    const { database } = server.db
    await settlePerson(database, { id: 'feng', name: '冯会计' }, postOf('feng', 'accountant', 'liushu'))
    await settlePerson(database, { id: 'guan', name: '管理员' }, postOf('guan', 'admin', 'qingxi'))
    await settlePerson(database, { id: 'cun', name: '村管理员' }, postOf('cun', 'admin', 'liushu'))
    for (const who of ['feng', 'guan', 'cun', 'wang', 'qian', 'sun', 'tang']) {
      tokens.set(who, await server.signIn(`open-${who}`))
    }
    await openBook(database)
  })
  afterEach(() => server.stop())

  const send = (who: string, method: 'GET' | 'POST' | 'PUT', path: string, body?: object) =>
    server.send(method, `/api/${path}`, {
      token: tokens.get(who) ?? null, ...(body === undefined ? {} : { body }),
      headers: method === 'POST' ? { 'idempotency-key': `registers-${(keys += 1)}` } : {},
    })
  const put = (path: string, body: object, who = 'feng', book = BOOK_ID) => send(who, 'PUT', `books/${book}/${path}`, body)

  describe('holdings and contracts', () => {
    test('are written under the phone\'s ids, and written again', async () => {
      const first = await put('resources/pond-0001', POND)
      expect(first.as<HoldingsAnswer>()).toMatchObject({ resources: [{ id: 'pond-0001', name: '东头鱼塘', areaCentiMu: 1_235 }] })
      const again = await put('resources/pond-0001', { ...POND, use: 'idle' })
      expect(again.as<HoldingsAnswer>().resources).toMatchObject([{ use: 'idle' }])
      const hall = { kind: 'building', name: '旧村部', place: '', originalFen: 5_000_000, acquiredOn: null, use: 'own-use' }
      expect((await put('assets/hall-0001', hall)).as<HoldingsAnswer>().assets).toMatchObject([{ name: '旧村部' }])
      const let_ = await put('contracts/lease-01', LEASE)
      expect(let_.as<HoldingsAnswer>()).toMatchObject({ contracts: [{ holdingName: '东头鱼塘', dueFen: 60_000, paidFen: 0, overdueFen: 60_000 }] })
    })

    test('are refused where they are wrong, somebody else\'s, or not for him to write', async () => {
      expect(await put('resources/pond-0001', { ...POND, areaCentiMu: 0 })).toMatchObject({ status: 422, code: 'ledger.holding-invalid' })
      expect(await put('resources/x', POND)).toMatchObject({ status: 422, code: 'ledger.holding-invalid' })
      expect(await put('contracts/lease-01', LEASE)).toMatchObject({ status: 422, code: 'ledger.contract-invalid' })
      await put('resources/pond-0001', POND)
      expect(await put('contracts/lease-01', { ...LEASE, endedOn: '2027-01-01' })).toMatchObject({ code: 'ledger.contract-invalid' })
      expect(await put('contracts/lease-01', { ...LEASE, toOn: '2056-01-01' })).toMatchObject({ code: 'ledger.contract-too-long' })
      expect(await put('resources/pond-0002', POND, 'wang')).toMatchObject({ status: 403, code: 'ledger.only-accountant' })
      expect(await put('resources/pond-0002', POND, 'qian')).toMatchObject({ status: 404, code: 'ledger.book-not-found' })
      await openBook(server.db.database, { id: 'book-committee', legalBody: 'village-committee' })
      expect(await put('resources/pond-0001', POND, 'feng', 'book-committee')).toMatchObject({ status: 404, code: 'request.not-found' })
    })

    test('rent is income of its contract, from its tenant', async () => {
      await put('resources/pond-0001', POND)
      await put('contracts/lease-01', LEASE)
      const rent = { on: '2026-09-01', purpose: '鱼塘租金', lines: move('50101', '102', 60_000), contractId: 'lease-01' }
      expect(await send('feng', 'POST', `books/${BOOK_ID}/manual`, rent)).toMatchObject({ code: 'ledger.contract-invalid' })
      expect(await send('feng', 'POST', `books/${BOOK_ID}/income`, { ...rent, contractId: 'lease-02' }))
        .toMatchObject({ code: 'ledger.contract-invalid' })
      const paid = await send('feng', 'POST', `books/${BOOK_ID}/income`, rent)
      expect(paid.as<KeeperAnswer>().entries[0]?.sentence).toContain('孙师傅')
      expect((await send('wang', 'GET', `books/${BOOK_ID}/holdings`)).as<HoldingsAnswer>().contracts)
        .toMatchObject([{ paidFen: 60_000, overdueFen: 0 }])
    })
  })

  test('a closed month is published under the sub-district\'s terms and the calendar of holidays', async () => {
    const terms = { noticeDays: 10, otherLimitPercent: 5 }
    expect(await send('guan', 'PUT', 'ledger/policy', { terms })).toMatchObject({ status: 200 })
    server.db.clock.advance(86_400_000)
    await server.db.unitOfWork.run(async (work) =>
      work.write('INSERT INTO ledger_months (book_id, month, status, voucher_count, assertions) VALUES (?, ?, ?, ?, ?)', [
        BOOK_ID, '2026-08', 'asserted', 0, '[]',
      ]))
    await writeInBook(server.db.database, BOOK_ID, (state, now) => closeMonth(
      someone('feng', 'accountant'), state, { month: '2026-08', waitingCount: 0, uses: usesOf(BOOK, []) }, DEFAULT_LEDGER_TERMS, now,
    ))
    const token = { token: await server.signIn('open-feng') }
    const publish = (month = '2026-08') => server.send('POST', `/api/books/${BOOK_ID}/months/${month}/publication`, {
      ...token, headers: { 'idempotency-key': `publish-${(keys += 1)}-key` },
    })
    const answer = (await publish()).as<KeeperAnswer>()
    // From Tuesday 15th on ten days: Friday 25th is Mid-Autumn, its holiday runs to Sunday 27th.
    expect(answer.months.find(({ month }) => month === '2026-08')).toMatchObject({
      status: 'published', notice: { lastOn: '2026-09-28', standing: 'running' },
    })
    expect(await publish()).toMatchObject({ status: 409, code: 'ledger.published-already' })
    for (const other of ['2026-09', '2026-07', '1970-01']) {
      expect(await publish(other)).toMatchObject({ status: 409, code: 'ledger.not-closed' })
    }
    expect((await stateOf(server.db.database, BOOK_ID, '2026-08')).months[0]?.publication?.publishedBy).toBe('feng')
  })

  test('the year\'s result is carried once, and nothing is left on what it earned and spent', async () => {
    server.db.clock.set('2026-12-31T18:00:00+08:00')
    const token = await server.signIn('open-feng')
    const act = (path: string, body: object) => server.send('POST', `/api/books/${BOOK_ID}/${path}`, {
      token, body, headers: { 'idempotency-key': `year-end-${(keys += 1)}` },
    })
    await act('opening', { lines: [debit('102', 9_000), credit('301', 9_000)] })
    await act('income', { on: '2026-11-01', purpose: '租金', lines: move('50101', '102', 5_000) })
    await act('manual', { on: '2026-12-01', purpose: '折旧', lines: move('152', '51301', 1_200) })
    const carried = (await act('year-end', { year: 2026 })).as<KeeperAnswer>()
    const balance = (code: string) => carried.accounts.find((one) => one.code === code)?.balanceFen
    expect([balance('501'), balance('513'), balance('32202'), balance('102')]).toEqual([0, 0, -3_800, 14_000])
    expect(await act('year-end', { year: 2026 })).toMatchObject({ code: 'ledger.lines-too-few' })
  })

  test('a sub-district\'s terms are read by its office and set by its admin, never below the law', async () => {
    const terms = { noticeDays: 15, otherLimitPercent: 3 }
    expect((await send('sun', 'GET', 'ledger/policy')).as()).toEqual({
      version: 0, firstOn: null, terms: DEFAULT_LEDGER_TERMS, maySet: false,
    })
    expect(await send('sun', 'PUT', 'ledger/policy', { terms })).toMatchObject({ status: 403 })
    expect(await send('cun', 'PUT', 'ledger/policy', { terms })).toMatchObject({ status: 404 })
    expect(await send('tang', 'GET', 'ledger/policy')).toMatchObject({ status: 404 })
    expect(await send('guan', 'PUT', 'ledger/policy', { terms: { ...terms, noticeDays: 6 } }))
      .toMatchObject({ status: 422, code: 'ledger.terms-invalid' })
    expect((await send('guan', 'PUT', 'ledger/policy', { terms })).as())
      .toEqual({ version: 1, firstOn: '2026-09-15', terms, maySet: true })
  })
})
