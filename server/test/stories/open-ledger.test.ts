import type { PublicExpense, WaitingExpensesAnswer } from '@huiying/shared/expenses'
import type { BooksAnswer, EntriesAnswer, EntryView, HoldingsAnswer } from '@huiying/shared/ledger'
import type { HomeAnswer } from '@huiying/shared/tickets'
import { passed } from '../support/money-app'
import { startOpenLedger, type OpenLedger } from '../support/open-ledger'

/** What nobody outside the cadres may ever read. */
const SECRETS = ['13912345678', '6222020012345678', '6222 0200 1234 5678', '6222****5678', '6228 4800 1111 2222']

describe('the open ledger, as the village and its superiors read it', () => {
  let { app, vouchers, expenseId, entryId, book, get, finance, publishAugust, earn } = {} as OpenLedger
  beforeEach(async () => {
    ({ app, vouchers, expenseId, entryId, book, get, finance, publishAugust, earn } = await startOpenLedger())
  })
  afterEach(() => app.stop())

  /** Every address a villager's phone asks about money. */
  const pages = () => [
    'villages/liushu/books', book, `${book}?month=2026-08`, `${book}/entries`, `${book}/entries?account=102`,
    `${book}/holdings`, `${book}/objections`, `entries/${entryId}`, `entries/${entryId}/questions`,
    `expenses/${expenseId}/public`, 'villages/liushu/waiting-expenses',
  ]

  it('what is left, in and out, on what; a correction stands in its month and is named on the page of the other', async () => {
    expect((await get<BooksAnswer>('wang', 'villages/liushu/books')).books).toMatchObject([{ id: app.bookId, firstMonth: '2026-08' }])
    const running = await finance('wang')
    expect(running).toMatchObject({
      month: '2026-08', monthStatus: 'open', notice: null, money: { totalFen: 9_872_000, cashFen: 0, reservedFen: 0 },
      flow: { inFen: 0, outFen: 128_000, openingFen: 10_000_000 }, uses: { out: [{ account: '514', amountFen: 128_000 }], in: [] },
      more: null, corrected: [], may: { keep: false, object: false },
    })
    expect(running.entries.map(({ sentence }) => sentence)).toEqual([
      '8月20日，买水泥修三组的路，付给清溪建材店 ¥1,280.00', '8月1日，建账时村里有 ¥100,000.00',
    ])
    await publishAugust()
    passed(await app.send('bao', 'POST', `entries/${entryId}/reversal`, { on: '2026-09-14', reason: '科目记错了' }))
    const august = await finance('wang', '2026-08')
    expect(august).toMatchObject({
      month: '2026-08', monthStatus: 'published', notice: { lastOn: '2026-09-21', standing: 'running' },
      flow: running.flow, uses: running.uses, may: { object: true },
      corrected: [{ id: entryId, correction: '9月已更正（9月第1号）' }],
    })
    const september = await finance('wang', 'nonsense')
    expect(september).toMatchObject({
      month: '2026-09', flow: { correctedFen: 128_000, outFen: 0 }, yearFlow: { outFen: 128_000, correctedFen: 128_000 },
    })
    expect(september.months.map(({ month, status }) => [month, status])).toEqual([['2026-08', 'published'], ['2026-09', 'open']])
    expect(september.yearUses.out).toEqual([])
    expect((await finance('wang', '2020-01')).month).toBe('2026-08')
    const view = await get<EntryView>('wang', `entries/${entryId}`)
    expect(view).toMatchObject({
      expenseId, reverses: null, reversedBy: { month: '2026-09', voucher: 1 }, postedBy: { name: '包账', post: 'accountant' },
    })
    expect(view.lines).toMatchObject([{ account: '514', side: 'debit' }, { account: '102', side: 'credit' }])
    const back = await get<EntryView>('wang', `entries/${view.reversedBy?.entryId ?? ''}`)
    expect(back.reverses).toEqual({ entryId, month: '2026-08', voucher: view.row.voucher })
  })

  it('entries come by pages, of all months, of one, of an account, none twice and none left out', async () => {
    for (let number = 1; number <= 24; number += 1) passed(await earn(number * 100))
    app.clock.set('2026-09-14T09:00:00+08:00')
    await app.signIn()
    passed(await earn(7_700, { on: '2026-09-02' }))
    const walk = async (query: string): Promise<readonly number[]> => {
      const positions: number[] = []
      for (let after: string | null = ''; after !== null;) {
        const page: EntriesAnswer = await get('wang', `${book}/entries?${query}${after === '' ? '' : `&after=${after}`}`)
        expect(page.entries.length).toBeLessThanOrEqual(20)
        positions.push(...page.entries.map(({ position }) => position))
        after = page.more
      }
      return positions
    }
    const down = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, at) => from - at)
    expect(await walk('')).toEqual(down(26, 0))
    expect(await walk('month=2026-08')).toEqual(down(25, 0))
    expect(await walk('month=2026-09')).toEqual([26])
    expect(await walk('account=501')).toEqual(down(26, 2))
    expect(await walk('account=501&month=2026-08')).toEqual(down(25, 2))
    expect(await walk('account=514&month=2026-09')).toEqual([])
    expect((await finance('wang', '2026-08')).more).toBe('6')
  })

  it('superiors see their villages; for a neighbour village, an admin and a stranger nothing of it is there', async () => {
    for (const path of pages()) {
      for (const who of ['wang', 'zhao', 'li', 'bao', 'jian', 'zhou', 'sun', 'wu'] as const) {
        expect({ who, path, status: (await app.send(who, 'GET', path)).status }).toEqual({ who, path, status: 200 })
      }
      for (const who of ['qian', 'xia', 'lan', 'dong', 'guan'] as const) {
        const answer = await app.send(who, 'GET', path)
        expect({ who, path, status: answer.status }).toEqual({ who, path, status: 404 })
        expect(answer.text).not.toMatch(/水泥|柳树/)
      }
    }
    const doubt = { words: '想看看发票' }
    expect((await app.send('qian', 'POST', `${book}/months/2026-08/objections`, doubt)).status).toBe(404)
    expect((await app.send('qian', 'POST', 'objections/none/answer', doubt)).status).toBe(404)
  })

  it('no answer to a resident holds an original picture, a bank account, a phone number or a drawn name', async () => {
    await publishAugust()
    const statement = { text: '电话１３９１２３４５６７８，卡 6228 4800 1111 2222' }
    const { id: waitingId } = await app.submitted(60_000, { incurredOn: '2026-09-10', statement })
    passed(await app.send('zhao', 'POST', `${book}/months/2026-08/objections`, { words: '打 13912345678 问过，不是这个价' }))
    passed(await app.send('zhao', 'POST', 'tickets', { villageId: 'liushu', text: '水泥谁送的，是 13912345678 吗', entryId }))
    const texts = await Promise.all([...pages(), `expenses/${waitingId}/public`, 'home'].map(async (path) =>
      passed(await app.send('wang', 'GET', path)).text))
    const all = texts.join('\n')
    for (const secret of SECRETS) expect(all).not.toContain(secret)
    expect(all).not.toMatch(/strokes|"key"|drawing/)
    const pictures = [...all.matchAll(/\/api\/files\/([^/]+)\//g)].map(([, id]) => id)
    expect([...new Set(pictures)]).toEqual(['covered-1'])
    // The test would see one: the accountant's own page has them.
    expect((await app.send('bao', 'GET', `expenses/${expenseId}`)).text).toContain(`/api/files/${vouchers[1]}/`)
  })

  it('an expense shows five faces in the posts they had, the statement, the decision, and only covered pictures', async () => {
    await app.http.db.unitOfWork.run(async (work) =>
      work.write("UPDATE posts SET to_at = ? WHERE id = 'chen-director-liushu'", [work.now + 1]))
    app.clock.advance(10)
    const shown = await get<PublicExpense>('wang', `expenses/${expenseId}/public`)
    expect(shown).toMatchObject({
      status: 'posted', payeeName: '清溪建材店', amountFen: 128_000, waiting: null, entryId, paidOn: '2026-08-20',
      statement: { text: '三组的路被水冲坏了，送货的电话 139****5678', voice: null },
      items: [{ name: '水泥，找 139****5678', quantity: '40 袋' }],
      decision: { title: '修三组的路', budgetFen: 500_000, usedFen: 128_000, photos: [] },
    })
    expect(shown.signed.map(({ slot, by }) => [slot, by.name, by.post])).toEqual([
      ['handler', '经手', 'committee-member'], ['witness', '王桂花', 'resident'], ['supervisor', '简督', 'supervisor'],
      ['director', '陈明', 'director'], ['approver', '李建国', 'secretary'],
    ])
    expect(shown.vouchers.map(({ id, photo }) => [id, photo?.id ?? null])).toEqual([[vouchers[0], 'covered-1'], [vouchers[1], null]])
  })

  it('what waits says on whom and how long; drafts and what was given up are not there', async () => {
    const draft = await app.draft(await app.cement(50_000))
    const waiting = await app.submitted(60_000, { purpose: '换路灯', incurredOn: '2026-08-10' })
    const givenUp = await app.submitted(70_000, { purpose: '不换了', incurredOn: '2026-08-10' })
    passed(await app.send('bao', 'POST', `expenses/${givenUp.id}/withdrawal`, {}))
    app.clock.advance(2 * 24 * 3_600_000)
    const { expenses } = await get<WaitingExpensesAnswer>('zhao', 'villages/liushu/waiting-expenses')
    expect(expenses).toMatchObject([{ id: waiting.id, status: 'signing', signed: [], waiting: { days: 2, on: [
      { step: 'handler', people: [{ name: '经手' }] }, { step: 'witness', people: [{ name: '王桂花' }] },
    ] } }])
    for (const { id } of [draft, givenUp]) {
      expect(await app.send('zhao', 'GET', `expenses/${id}/public`)).toMatchObject({ status: 404, code: 'expense.not-found' })
    }
  })

  it('what is let, what rent came in and what is overdue; rent taken back does not count', async () => {
    const put = (path: string, body: object) => app.send('bao', 'PUT', `${book}/${path}`, body)
    const [pond, lease] = [app.http.db.database.ids.next(), app.http.db.database.ids.next()]
    passed(await put(`resources/${pond}`, { kind: 'pond', name: '西塘', place: '村西', areaCentiMu: 1_235, use: 'let' }))
    passed(await put(`contracts/${lease}`, {
      kind: 'lease', holdingId: pond, title: '西塘出租', tenant: '赵大山 13912345678', fromOn: '2026-08-01', toOn: '2027-07-31',
      rent: { rhythm: 'month', amountFen: 10_000, steps: [], isInAdvance: true, dueAfterDays: 5 },
    }))
    const pay = async () => passed(await earn(10_000, { contractId: lease }))
    await pay()
    await pay()
    const holdings = () => get<HoldingsAnswer>('wang', `${book}/holdings`)
    expect(await holdings()).toMatchObject({
      resourceTotals: { count: 1, letCount: 1 }, overdueFen: 0,
      contracts: [{ holdingName: '西塘', tenant: '赵大山 139****5678', paidFen: 20_000, dueFen: 10_000, next: { number: 3 } }],
    })
    const [last] = (await get<EntriesAnswer>('wang', `${book}/entries?account=501`)).entries
    passed(await app.send('bao', 'POST', `entries/${last?.id ?? ''}/reversal`, { on: '2026-08-20', reason: '记重了' }))
    app.clock.set('2026-09-14T09:00:00+08:00')
    await app.signIn()
    expect(await holdings()).toMatchObject({
      overdueFen: 10_000, contracts: [{ paidFen: 10_000, overdueFen: 10_000, overdueDays: 8 }],
    })
  })

  it('the first screen says how much the village has, and what hangs; only to whoever may read the book', async () => {
    await publishAugust()
    expect((await get<HomeAnswer>('wang', 'home')).books).toEqual([{
      bookId: app.bookId, name: expect.any(String) as string, totalFen: 9_872_000, publishedMonth: '2026-08',
      noticeEndsAt: Date.parse('2026-09-22T00:00:00+08:00'),
    }])
    expect((await get<HomeAnswer>('qian', 'home')).books).toEqual([])
  })
})
