import type { KeeperAnswer, Line } from '@huiying/shared/ledger'
import { credit, debit, move } from '@huiying/shared/ledger/testing'
import { postOf, settlePerson } from '../../../test/support/small-village'
import { startTestApp, type TestAnswer, type TestApp } from '../../../test/support/test-app'
import { fileTable } from '../files/file.table'

const OPENING: readonly Line[] = [debit('102', 100_000), debit('101', 5_000), credit('301', 105_000)]

describe('the accountant\'s desk over HTTP', () => {
  let server: TestApp
  let bookId = ''
  const tokens = new Map<string, string>()
  let keys = 0
  beforeEach(async () => {
    server = await startTestApp()
    const { database } = server.db
    await settlePerson(database, { id: 'feng', name: '冯会计' }, postOf('feng', 'accountant', 'liushu'))
    await settlePerson(database, { id: 'fan', name: '范会计' }, postOf('fan', 'accountant', 'taoyuan'))
    await settlePerson(database, { id: 'guan', name: '管理员' }, postOf('guan', 'admin', 'qingxi'))
    for (const who of ['feng', 'fan', 'guan', 'wang', 'qian', 'sun']) tokens.set(who, await server.signIn(`open-${who}`))
    bookId = (await open()).as<KeeperAnswer>().book.id
  })
  afterEach(() => server.stop())

  const send = (who: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object, key?: string) =>
    server.send(method, `/api/${path}`, {
      token: tokens.get(who) ?? null, ...(body === undefined ? {} : { body }),
      headers: method === 'POST' ? { 'idempotency-key': key ?? `desk-${(keys += 1)}-key` } : {},
    })
  const open = (who = 'feng', body: object = { legalBody: 'collective', firstMonth: '2026-08' }, village = 'liushu') =>
    send(who, 'POST', `villages/${village}/books`, body)
  const act = (path: string, body: object, who = 'feng', key?: string) => send(who, 'POST', `books/${bookId}/${path}`, body, key)
  const income = (amountFen: number, more: object = {}) => ({
    on: '2026-09-02', purpose: '鱼塘租金', lines: move('50101', '102', amountFen), ...more,
  })
  const facts = async () =>
    (await server.db.reads.query<{ type: string }>("SELECT type FROM journal WHERE type LIKE 'ledger.%' ORDER BY at, id"))
      .map(({ type }) => type)
  const balanceOf = (answer: TestAnswer, code: string) =>
    answer.as<KeeperAnswer>().accounts.find((one) => one.code === code)?.balanceFen

  test('a book is opened once for each body, with the usual accounts, by the accountant alone', async () => {
    const desk = (await send('feng', 'GET', `books/${bookId}/keeping`)).as<KeeperAnswer>()
    expect(desk).toMatchObject({
      village: { id: 'liushu', name: '柳树村' }, book: { name: '柳树村集体经济组织', firstMonth: '2026-08' },
      isStopped: false, hasOpening: false, month: '2026-09', entries: [], more: null,
    })
    expect(desk.months.map(({ month, status }) => [month, status])).toEqual([['2026-09', 'open'], ['2026-08', 'open']])
    expect(desk.accounts.find(({ code }) => code === '51402')).toMatchObject({ name: '水利和下水道', isSub: true, isActive: true })
    expect(await open()).toMatchObject({ status: 409, code: 'ledger.book-exists' })
    expect(await open('feng', { legalBody: 'village-committee', firstMonth: '2026-08' })).toMatchObject({ status: 201 })
    expect(await open('wang')).toMatchObject({ status: 403, code: 'ledger.only-accountant' })
    expect(await open('fan')).toMatchObject({ status: 404, code: 'ledger.book-not-found' })
    expect(await open('feng', {}, 'nowhere')).toMatchObject({ status: 422 })
    expect(await open('feng', { legalBody: 'collective', firstMonth: '2026-08' }, 'nowhere')).toMatchObject({ status: 404 })
    expect(await open('feng', { legalBody: 'collective', firstMonth: '2026-10' })).toMatchObject({ code: 'ledger.book-exists' })
  })

  test('opening balances, income and what moves no money out; an expense needs its signatures', async () => {
    expect(await act('opening', { lines: OPENING })).toMatchObject({ status: 201 })
    expect(await act('opening', { lines: OPENING })).toMatchObject({ status: 409, code: 'ledger.opening-exists' })
    const earned = await act('income', income(30_000, { counterparty: '孙师傅 13900000001' }))
    expect(earned.as<KeeperAnswer>()).toMatchObject({
      hasOpening: true, month: '2026-09',
      entries: [{ voucher: 1, position: 1, movedFen: 30_000, mayReverse: true, purpose: '鱼塘租金', correction: null }],
    })
    expect(earned.text).not.toContain('13900000001')
    const drawn = await act('manual', { on: '2026-09-03', purpose: '备用金', lines: move('102', '101', 2_000) })
    expect([balanceOf(drawn, '101'), balanceOf(drawn, '102'), balanceOf(drawn, '501'), balanceOf(drawn, '50101')])
      .toEqual([7_000, 128_000, -30_000, -30_000])
    expect(await act('manual', { on: '2026-09-03', purpose: '修路', lines: move('102', '51401', 2_000) }))
      .toMatchObject({ status: 409, code: 'ledger.needs-signatures' })
    expect(await act('manual', { on: '2026-09-31', purpose: '折旧', lines: move('152', '513', 5) }))
      .toMatchObject({ status: 422, code: 'ledger.date-outside-month' })
    expect(await facts()).toEqual(['ledger.book-opened', 'ledger.entry-posted', 'ledger.entry-posted', 'ledger.entry-posted'])
  })

  test('for a stranger the book is not there; a resident and superiors may not write', async () => {
    const paths = ['opening', 'income', 'manual', 'accounts', 'year-end', 'months/2026-08/assertion', 'months/2026-08/publication']
    const bodies: Readonly<Record<string, object>> = {
      opening: { lines: OPENING }, income: income(5), manual: income(5), accounts: { code: '50199', name: '门票' },
      'year-end': { year: 2026 }, 'months/2026-08/assertion': { assertions: [] },
    }
    for (const path of paths) {
      const answers = await Promise.all(['fan', 'wang', 'sun'].map((who) => act(path, bodies[path] ?? {}, who)))
      expect([path, ...answers.map(({ status, code }) => `${status} ${code}`)]).toEqual([
        path, '404 ledger.book-not-found', '403 ledger.only-accountant', '403 ledger.only-accountant',
      ])
    }
    for (const [who, status] of [['fan', 404], ['wang', 403], ['sun', 403], ['guan', 404]] as const) {
      expect(await send(who, 'GET', `books/${bookId}/keeping`)).toMatchObject({ status })
    }
    expect(await server.db.reads.query('SELECT id FROM ledger_entries')).toEqual([])
    expect(await send('feng', 'GET', 'books/nowhere/keeping')).toMatchObject({ status: 404 })
  })

  test('a key once used gives the same answer, with another body a conflict; without one nothing happens', async () => {
    const key = 'income-of-september'
    expect(await act('income', income(700), 'feng', key)).toMatchObject({ status: 201 })
    const again = await act('income', income(700), 'feng', key)
    expect(again).toMatchObject({ status: 201 })
    expect(again.headers['idempotent-replay']).toBe('true')
    expect(balanceOf(again, '102')).toBe(700)
    expect(await act('income', income(800), 'feng', key)).toMatchObject({ status: 409, code: 'request.key-reused' })
    const bare = await server.send('POST', `/api/books/${bookId}/income`, { token: tokens.get('feng') ?? '', body: income(5) })
    expect(bare.code).toBe('request.key-missing')
    expect(await server.db.reads.query('SELECT COUNT(*) AS count FROM ledger_entries')).toEqual([{ count: 1 }])
  })

  test('vouchers are the accountant\'s own photos, used once, and their digests are part of the entry', async () => {
    const photo = (id: string, account: string) => ({
      id, kind: 'photo' as const, ownerAccountId: account, mime: 'image/jpeg', bytes: 9, width: 3, height: 2, durationMs: null,
      sha256: id.padEnd(64, 'a'), alikeHash: null, createdAt: 0, subjectId: null,
    })
    await server.db.unitOfWork.run(async (work) =>
      work.insert(fileTable, photo('b', 'account-feng'), photo('c', 'account-feng'), photo('d', 'account-wang')))
    expect(await act('income', income(500, { photoIds: ['d'] }))).toMatchObject({ status: 404, code: 'file.not-found' })
    expect(await act('income', income(500, { photoIds: ['c', 'b'] }))).toMatchObject({ status: 201 })
    expect(await act('income', income(500, { photoIds: ['b'] }))).toMatchObject({ status: 404, code: 'file.not-found' })
    const [entry] = await server.db.reads.query<{ id: string; vouchers: string }>('SELECT id, vouchers FROM ledger_entries')
    expect(JSON.parse(entry?.vouchers ?? '')).toEqual(['c'.padEnd(64, 'a'), 'b'.padEnd(64, 'a')])
    expect(await server.db.reads.query('SELECT id FROM files WHERE subject_id = ? ORDER BY id', [entry?.id ?? '']))
      .toEqual([{ id: 'b' }, { id: 'c' }])
  })

  test('accounts of one\'s own: added, switched off, and then without new lines', async () => {
    expect(await act('accounts', { code: '10201', name: '信用社账户' })).toMatchObject({ status: 201 })
    expect(await act('accounts', { code: '10201', name: '另一个' })).toMatchObject({ code: 'ledger.sub-account-exists' })
    expect(await act('income', income(900, { lines: move('50101', '10201', 900) }))).toMatchObject({ status: 201 })
    const off = await send('feng', 'PUT', `books/${bookId}/accounts/10201`, { isActive: false })
    expect(off.as<KeeperAnswer>().accounts.find(({ code }) => code === '10201')).toMatchObject({ isActive: false, balanceFen: 900 })
    expect(balanceOf(off, '102')).toBe(900)
    expect(await act('income', income(900, { lines: move('50101', '10201', 900) }))).toMatchObject({ code: 'ledger.account-closed' })
    expect(await send('feng', 'PUT', `books/${bookId}/accounts/59901`, { isActive: true })).toMatchObject({ code: 'ledger.account-unknown' })
  })

  test('a month is held against the bank, and the assertion taken back', async () => {
    await act('opening', { lines: OPENING })
    const assert = (statementFen: number) =>
      act('months/2026-08/assertion', { assertions: [{ account: '102', statementFen }] })
    await act('income', income(700))
    const august = (await send('feng', 'GET', `books/${bookId}/keeping?month=2026-08`)).as<KeeperAnswer>()
    expect(august.banks).toEqual([{ account: '102', bookFen: 100_000 }])
    expect(await assert(99_999)).toMatchObject({ status: 409, code: 'ledger.assertion-differs' })
    const asserted = (await assert(100_000)).as<KeeperAnswer>()
    expect(asserted.months[1]).toMatchObject({ month: '2026-08', status: 'asserted', voucherCount: 1, waitingCount: 0 })
    expect(await act('income', income(5, { on: '2026-08-30' }))).toMatchObject({ code: 'ledger.month-asserted' })
    const back = await send('feng', 'DELETE', `books/${bookId}/months/2026-08/assertion`)
    expect(back.as<KeeperAnswer>().months[1]).toMatchObject({ status: 'open', assertions: [] })
    expect(await send('feng', 'DELETE', `books/${bookId}/months/2026-08/assertion`)).toMatchObject({ code: 'ledger.not-asserted' })
    expect(await act('months/2026-09/assertion', { assertions: [] })).toMatchObject({ code: 'ledger.month-running' })
    expect(await act('months/2026-13/assertion', { assertions: [] })).toMatchObject({ status: 404 })
    expect(await act('months/2026-08/publication', {})).toMatchObject({ status: 409, code: 'ledger.not-closed' })
  })

  test('the desk shows a long month page by page', async () => {
    for (let at = 1; at <= 52; at += 1) await act('income', income(at))
    const first = (await send('feng', 'GET', `books/${bookId}/keeping?month=2026-09`)).as<KeeperAnswer>()
    expect([first.entries.length, first.entries[0]?.voucher, first.more]).toEqual([50, 52, '3'])
    const second = (await send('feng', 'GET', `books/${bookId}/keeping?month=2026-09&after=3`)).as<KeeperAnswer>()
    expect([second.entries.map(({ voucher }) => voucher), second.more]).toEqual([[2, 1], null])
  })
})
