import type { Problem } from '@huiying/shared/facts'
import type { ExpenseListAnswer, ExpensePolicyAnswer, ExpenseView } from '@huiying/shared/expenses'
import { DEFAULT_EXPENSE_TERMS } from '@huiying/shared/expenses'
import { DAY_MS } from '@huiying/shared/kernel'
import type { KeeperAnswer } from '@huiying/shared/ledger'
import { changedApprovals } from '../../src/checks/kept-approvals'
import { decisionTable, kinshipTable } from '../../src/features/expenses/ground.table'
import { postTable } from '../../src/features/identity/post.table'
import { tamper } from '../support/ledger-export'
import { passed, SIGNERS, startMoneyApp, type MoneyApp } from '../support/money-app'
import { postOf } from '../support/small-village'

describe('money leaves the village', () => {
  let app: MoneyApp
  beforeEach(async () => {
    app = await startMoneyApp()
  })
  afterEach(() => app.stop())

  it('an August entry is reversed in September: August’s figures stay, the expense waits to be posted anew', async () => {
    app.clock.set('2026-08-20T09:00:00+08:00')
    await app.signIn()
    const approved = await app.signedBy(await app.submitted(128_000, { incurredOn: '2026-08-10' }))
    const posted = await app.paidAndPosted(approved, '2026-08-20')
    expect(posted).toMatchObject({ status: 'posted', waiting: null, may: { post: false } })
    const entry = await entryOf(posted)
    expect(entry).toMatchObject({ source_type: 'expense', counterparty: '清溪建材店', total_fen: 128_000, purpose: '买水泥修三组的路' })
    const vouchers = JSON.parse(String(entry['vouchers'])) as readonly string[]
    expect(vouchers).toContain(approved.content.vouchers[0]?.sha256)
    expect(vouchers).toHaveLength(2)
    expect(entry['source_approval']).toMatch(/^[0-9a-f]{64}$/)
    app.clock.set('2026-09-14T09:00:00+08:00')
    await app.signIn()
    await assertAndClose('2026-08', 9_872_000)
    const august = await figures('2026-08')
    const wish = { on: '2026-09-14', reason: '科目记错了' }
    passed(await app.send('bao', 'POST', `entries/${posted.entryId}/reversal`, wish))
    expect(await figures('2026-08')).toEqual(august)
    const again = await app.view(approved.id)
    expect([again.status, again.entryId]).toEqual(['paid', null])
    // Its money is held back until it is posted anew; posting it twice is refused.
    expect(await app.reads.query('SELECT amount_fen AS fen FROM ledger_reserves', [])).toEqual([{ fen: 128_000 }])
    expect((await app.send('bao', 'POST', `entries/${posted.entryId}/reversal`, wish)).code).toBe('ledger.reversed-already')
    passed(await app.send('bao', 'POST', `expenses/${approved.id}/posting`, { on: '2026-09-14' }))
    expect((await app.send('bao', 'POST', `expenses/${approved.id}/posting`, { on: '2026-09-14' })).code).toBe('expense.posted-already')
    expect(await app.count('ledger_reserves')).toBe(0)
  })

  it('who signed is part of the book: a signer changed behind the product’s back is named by the check', async () => {
    app.clock.set('2026-08-20T09:00:00+08:00')
    await app.signIn()
    const posted = await app.paidAndPosted(await app.signedBy(await app.submitted(128_000, { incurredOn: '2026-08-10' })), '2026-08-20')
    expect(await changedApprovals(app.reads, app.bookId)).toEqual([])
    await tamper(app.http.db, 'expense_signatures', "UPDATE expense_signatures SET person_id = 'zhao' WHERE slot = 'witness'", [])
    expect(await changedApprovals(app.reads, app.bookId)).toMatchObject([
      { kind: 'signatures-missing', about: posted.entryId, words: expect.stringContaining('和记账时不一样') },
    ])
  })

  it('a month does not close over a payment that is not in the book; published, its expenses are too, once', async () => {
    app.clock.set('2026-08-20T09:00:00+08:00')
    await app.signIn()
    const approved = await app.signedBy(await app.submitted(128_000, { incurredOn: '2026-08-10' }))
    const photoId = await app.photo('bao')
    passed(await app.send('bao', 'POST', `expenses/${approved.id}/payment`, { paidOn: '2026-08-20', photoId, reference: 'T1' }))
    app.clock.set('2026-09-14T09:00:00+08:00')
    await app.signIn()
    const months = `books/${app.bookId}/months/2026-08`
    passed(await app.send('bao', 'POST', `${months}/assertion`, { assertions: [{ account: '102', statementFen: 10_000_000 }] }))
    const early = await app.send('bao', 'POST', `${months}/closure`, {})
    expect(early.as<Problem>()).toMatchObject({ code: 'ledger.not-all-posted', details: { count: 1 } })
    passed(await app.send('bao', 'DELETE', `${months}/assertion`))
    expect((await app.send('bao', 'POST', `expenses/${approved.id}/posting`, { on: '2026-08-19' })).code).toBe('expense.posting-too-early')
    passed(await app.send('bao', 'POST', `expenses/${approved.id}/posting`, { on: '2026-08-31' }))
    await assertAndClose('2026-08', 9_872_000)
    passed(await app.send('bao', 'POST', `${months}/publication`, {}))
    await app.settle()
    expect((await app.view(approved.id)).status).toBe('published')
    await app.http.db.unitOfWork.run(async (work) => work.record(null, [
      { type: 'ledger.month-published', subjectId: app.bookId, month: '2026-08', lastOn: '2026-09-21' },
    ]))
    await app.settle()
    expect(await app.reads.query("SELECT id FROM journal WHERE type = 'expense.published'", [])).toHaveLength(1)
  })

  it('¥50,000 split in two for one payee within the month: the decision is asked for, and its budget kept', async () => {
    const half = { items: [{ name: '水泥', quantity: '', amountFen: 1_500_000 }] }
    const first = await app.draft(await app.cement(1_500_000, half))
    const second = await app.draft(await app.cement(1_500_000, { ...half, purpose: '买水泥修三组的路（第2批）' }))
    passed(await app.submit(first))
    const refused = await app.submit(second)
    expect(refused.as<Problem>()).toMatchObject({ code: 'expense.decision-missing', details: { weighedFen: 3_000_000, addedUpDays: 30 } })
    await decide('decision-1', 2_900_000)
    const resting = passed(await app.saved(second, { ...(await bodyOf(second)), decisionId: 'decision-1' })).as<ExpenseView>()
    expect((await app.submit(resting)).as<Problem>()).toMatchObject({ code: 'expense.over-budget', details: { spentFen: 3_000_000 } })
    await decide('decision-2', 3_000_000)
    const enough = passed(await app.saved(resting, { ...(await bodyOf(second)), decisionId: 'decision-2' })).as<ExpenseView>()
    const asked = passed(await app.submit(enough)).as<ExpenseView>()
    // From ¥5,000 on the stationed cadre reviews, before the director.
    expect(asked.slots.map(({ slot }) => slot)).toEqual(['handler', 'witness', 'supervisor', 'reviewer', 'director', 'approver'])
    expect(asked.content.decision).toMatchObject({ id: 'decision-2', usedFen: 1_500_000 })
  })

  it('one invoice serves one expense of the sub-district; let go, it serves another; it is hinted at for good', async () => {
    await app.openBook('xia', 'taoyuan')
    const invoice = (number: string) => ({ kind: 'invoice', issuerName: '清溪建材店', invoice: { code: '0440', number } } as const)
    const here = passed(await app.submit(await app.draft(await app.cement(50_000, {
      vouchers: [{ fileId: await app.photo('bao', 'the invoice', 'ff00ff00ff00ff00'), ...invoice('0011-2233') }],
    })))).as<ExpenseView>()
    const there = { handlerId: 'qian', witnessId: 'dong' }
    const typed = await app.draft(await app.cement(60_000, {
      ...there, vouchers: [{ fileId: await app.photo('xia'), ...invoice('００１１２２３３') }],
    }), 'xia', 'taoyuan')
    expect((await app.submit(typed, 'xia')).as<Problem>()).toMatchObject({ code: 'expense.invoice-used', details: { expenseId: null } })
    const same = await app.draft(await app.cement(60_000, {
      ...there, vouchers: [{ fileId: await app.photo('xia', 'the invoice'), kind: 'receipt', issuerName: '店' }],
    }), 'xia', 'taoyuan')
    expect((await app.submit(same, 'xia')).code).toBe('expense.file-used')
    passed(await app.send('bao', 'POST', `expenses/${here.id}/withdrawal`, {}))
    expect(await app.count('voucher_claims')).toBe(0)
    expect((await app.view(same.id, 'xia')).hints).toMatchObject([
      { kind: 'payee-new' }, { kind: 'attachment-elsewhere', expenseIds: [], links: [] },
    ])
    const alike = await app.draft(await app.cement(40_000, {
      vouchers: [{ fileId: await app.photo('bao', 'again', 'ff00ff00ff00ff0f'), kind: 'receipt' }],
    }))
    expect(alike.hints).toMatchObject([
      { kind: 'payee-new' }, { kind: 'picture-alike', links: [{ expenseId: here.id, purpose: '买水泥修三组的路' }] },
    ])
  })

  it('hand-over mid-way: who signed stays, who is in office now signs on', async () => {
    const asked = await app.submitted(128_000)
    await app.signedBy(asked, SIGNERS.slice(0, 3))
    await app.http.db.unitOfWork.run(async (work) => {
      work.write("UPDATE posts SET to_at = ? WHERE id IN ('jian-supervisor-liushu', 'chen-director-liushu')", [work.now + DAY_MS])
      work.insert(postTable, postOf('he', 'director', 'liushu', work.now + DAY_MS), postOf('zhao', 'supervisor', 'liushu', work.now + DAY_MS))
    })
    app.clock.advance(DAY_MS)
    await app.signIn()
    expect((await app.sign('chen', 'director', asked)).status).toBe(404)
    const waiting = await app.view(asked.id)
    expect(waiting.waiting).toMatchObject({ days: 1, on: [{ step: 'director', people: [{ personId: 'he' }] }] })
    passed(await app.sign('he', 'director', asked))
    passed(await app.sign('li', 'approver', asked))
    const done = await app.view(asked.id)
    expect([done.status, done.slots.map(({ signed }) => signed?.by.personId)])
      .toEqual(['approved', ['jing', 'wang', 'jian', 'he', 'li']])
  })

  it('一肩挑: one person signs as director and as approver, in two acts, behind the review from ¥1,000 on', async () => {
    await app.http.db.unitOfWork.run(async (work) => {
      work.write("UPDATE posts SET to_at = ? WHERE id = 'chen-director-liushu'", [work.now])
      work.insert(postTable, postOf('li', 'director', 'liushu', work.now))
    })
    await app.signIn()
    const asked = await app.submitted(100_000)
    const signers = [...SIGNERS.slice(0, 3), ['reviewer', 'zhou'], ['director', 'li']] as typeof SIGNERS
    await app.signedBy(asked, signers.slice(0, 3))
    expect((await app.sign('li', 'director', asked)).code).toBe('expense.not-your-turn')
    await app.signedBy(asked, signers.slice(3))
    expect((await app.signedBy(asked, [['approver', 'li']])).status).toBe('approved')
    expect(await app.count('expense_signatures')).toBe(6)
  })

  it('a relative of the payee cannot sign; nobody else can: said at submission', async () => {
    await app.http.db.unitOfWork.run(async (work) => work.insert(kinshipTable, {
      id: 'k1', villageId: 'liushu', subDistrictId: 'qingxi', personId: 'jian', relativeId: 'zhao', kind: 'sibling',
      recordedBy: 'sun', recordedAt: 0,
    }))
    const draft = await app.draft(await app.cement(10_000, { payee: { kind: 'person', name: '赵大山', personId: 'zhao', accountNumber: '6222020012345679' } }))
    expect(draft.slots.find(({ slot }) => slot === 'supervisor')).toMatchObject({
      nobody: 'all-blocked', blocked: [{ person: { personId: 'jian' }, block: 'payee-relative' }],
    })
    expect((await app.submit(draft)).as<Problem>()).toMatchObject({ code: 'expense.nobody-can-sign', details: { slot: 'supervisor' } })
  })

  it('cancelled after approval the money is free again; a keyed draft sent twice is one', async () => {
    const approved = await app.signedBy(await app.submitted(128_000))
    expect((await app.send('jing', 'POST', `expenses/${approved.id}/cancellation`, { reason: '不买了' })).code).toBe('expense.only-leads')
    passed(await app.send('chen', 'POST', `expenses/${approved.id}/cancellation`, { reason: '不买了' }))
    expect([await app.count('ledger_reserves'), await app.count('voucher_claims')]).toEqual([0, 0])
    const body = await app.cement(5_000)
    const [one, other] = [await draftWith(body), await draftWith(body)]
    expect(other).toEqual(one)
    expect((await app.send('bao', 'POST', 'villages/liushu/expenses', { ...body, amountFen: 1 }, 'same-key')).code).toBe('request.key-reused')
  })

  it('the policy of the sub-district counts from tomorrow on; an expense keeps the one it began under', async () => {
    const before = await app.draft(await app.cement(10_000))
    const terms = { ...DEFAULT_EXPENSE_TERMS, decisionFromFen: 10_000 }
    expect((await app.send('sun', 'PUT', 'expenses/policy', { terms })).status).toBe(403)
    expect(passed(await app.send('guan', 'PUT', 'expenses/policy', { terms })).as<ExpensePolicyAnswer>())
      .toMatchObject({ version: 1, firstOn: '2026-09-15', mayChange: true })
    app.clock.advance(DAY_MS)
    await app.signIn()
    const after = await app.draft(await app.cement(10_000, { purpose: '买锄头', accountCode: '513', payee: { kind: 'firm', name: '农具店', accountNumber: '6222020012345670' } }))
    passed(await app.submit(before))
    expect((await app.submit(after)).code).toBe('expense.decision-missing')
    const list = passed(await app.send('jing', 'GET', 'expenses')).as<ExpenseListAnswer>()
    expect([list.mine.map(({ id, mySlots }) => [id, mySlots]), list.mayDraft]).toEqual([[[before.id, ['handler']]], []])
  })

  const draftWith = async (body: object) => (await app.send('bao', 'POST', 'villages/liushu/expenses', body, 'same-key')).as<ExpenseView>()

  async function entryOf({ entryId }: ExpenseView): Promise<Readonly<Record<string, unknown>>> {
    const [row] = await app.reads.query<Readonly<Record<string, unknown>>>('SELECT * FROM ledger_entries WHERE id = ?', [entryId])
    return row ?? {}
  }

  async function assertAndClose(month: string, statementFen: number): Promise<void> {
    const path = `books/${app.bookId}/months/${month}`
    passed(await app.send('bao', 'POST', `${path}/assertion`, { assertions: [{ account: '102', statementFen }] }))
    expect(passed(await app.send('bao', 'POST', `${path}/closure`, {})).as<KeeperAnswer>().months).toContainEqual(
      expect.objectContaining({ month, status: 'closed' }))
  }

  async function figures(month: string): Promise<unknown> {
    const of = (table: string) => app.reads.query(`SELECT * FROM ${table} WHERE month = ? ORDER BY 1, 2, 3`, [month])
    return Promise.all(['ledger_turnovers', 'ledger_uses', 'ledger_flows', 'ledger_months', 'ledger_entries'].map(of))
  }

  async function bodyOf({ content }: ExpenseView) {
    const { amountFen, purpose, items } = content
    const vouchers = content.vouchers.map(({ fileId }) => ({ fileId, kind: 'receipt', issuerName: '清溪建材店' } as const))
    return { ...(await app.cement(amountFen)), purpose, items, vouchers }
  }

  async function decide(id: string, budgetFen: number): Promise<void> {
    await app.http.db.unitOfWork.run(async (work) => work.insert(decisionTable, {
      id, villageId: 'liushu', subDistrictId: 'qingxi', title: '修三组的路', method: 'four-two', passedOn: '2026-09-01', budgetFen,
      presentCount: 30, yesCount: 28, fileIds: [], recordedBy: 'bao', recordedAt: 0, voidedAt: null,
    }))
  }
})
