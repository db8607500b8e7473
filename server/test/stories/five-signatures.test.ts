import type { Problem } from '@huiying/shared/facts'
import type { ExpenseView } from '@huiying/shared/expenses'
import { drawnName } from '../support/drawn-name'
import { passed, shownOf, SIGNERS, startMoneyApp, type MoneyApp } from '../support/money-app'

describe('five signatures', () => {
  let app: MoneyApp
  beforeEach(async () => {
    app = await startMoneyApp()
  })
  afterEach(() => app.stop())

  const liveSlots = (view: ExpenseView) => view.slots.filter(({ signed }) => signed !== null).map(({ slot }) => slot)

  it('five sign at once, one of them twice: five live signatures, one approval, no error page', async () => {
    const asked = await app.submitted(128_000)
    // The supervisor's finger comes down twice: the same signature arrives two times at once.
    const answers = await Promise.all(SIGNERS.map(([slot, who]) => app.signPatiently(who, slot, asked, slot === 'supervisor')))
    expect(answers.map(({ status, code }) => code ?? status)).toEqual([200, 200, 200, 200, 200])
    const done = await app.view(asked.id)
    expect([done.status, liveSlots(done)]).toEqual(['approved', SIGNERS.map(([slot]) => slot)])
    expect(await app.count('expense_signatures')).toBe(5)
    // Once more from a phone that knows nothing of it: he is told that he has signed, and nothing else happens.
    expect((await app.sign('jian', 'supervisor', asked)).code).toBe('expense.frozen')
    expect(await app.count('expense_signatures')).toBe(5)
    const approvals = await app.reads.query("SELECT id FROM journal WHERE type = 'expense.approved'", [])
    expect(approvals).toHaveLength(1)
    expect(await app.reads.query('SELECT amount_fen AS fen FROM ledger_reserves', [])).toEqual([{ fen: 128_000 }])
  })

  it('who opened ¥1,280.00 and signs after it became ¥12,800.00 is refused; nothing is stored; he is shown both', async () => {
    const asked = await app.submitted(128_000)
    await app.signedBy(asked, SIGNERS.slice(0, 3))
    const challenge = passed(await app.send('chen', 'POST', `expenses/${asked.id}/challenges`, { slot: 'director', shown: shownOf(asked) }))
    const body = await app.cement(1_280_000, { vouchers: asked.content.vouchers.map(({ fileId }) => ({ fileId, kind: 'receipt', issuerName: '清溪建材店' })) })
    passed(await app.saved(asked, { ...body, payee: { kind: 'firm', name: '清溪建材店' } }))
    const before = await app.count('expense_signatures')
    const { nonce } = challenge.as<{ nonce: string }>()
    const act = { slot: 'director', shown: shownOf(asked), nonce, strokes: drawnName(1_000) }
    const answer = await app.send('chen', 'POST', `expenses/${asked.id}/signatures`, act)
    expect([answer.status, answer.code]).toEqual([409, 'expense.stale'])
    expect(answer.as<Problem>().changes).toEqual([
      { field: 'amount', before: '¥1,280.00', after: '¥12,800.00' },
      { field: 'items', before: '水泥 40 袋 ¥1,280.00', after: '水泥 40 袋 ¥12,800.00' },
    ])
    expect(await app.count('expense_signatures')).toBe(before)
    expect(await app.count('signature_drawings')).toBe(before)
    // Nor is he given anything to sign on what stands there no more.
    expect((await app.sign('chen', 'director', asked)).as<Problem>().changes).toHaveLength(2)
    const now = await app.view(asked.id)
    expect([now.status, now.revision, liveSlots(now)]).toEqual(['draft', 2, []])
    // The account, of which no number was sent again, is the same; and the number itself is nowhere.
    expect(now.content.payee.maskedAccount).toBe('6222****5678')
    const stored = await app.reads.query('SELECT content FROM expense_revisions', [])
    expect(JSON.stringify(stored)).not.toMatch(/62220200|02001234/)
  })

  it('a statement in other words takes four signatures away; saving it unchanged takes none', async () => {
    const asked = await app.submitted(128_000)
    const signed = await app.signedBy(asked, SIGNERS.slice(0, 4))
    const same = await sameBody(signed)
    expect(passed(await app.saved(signed, same)).as<ExpenseView>()).toMatchObject({ revision: 1, status: 'signing' })
    expect(liveSlots(await app.view(asked.id))).toHaveLength(4)
    const changed = passed(await app.saved(signed, { ...same, statement: { text: '三组的路坏了' } })).as<ExpenseView>()
    expect([changed.revision, changed.status, liveSlots(changed)]).toEqual([2, 'draft', []])
    expect(changed.history[0]?.signatures.map(({ isVoided }) => isVoided)).toEqual([true, true, true, true])
  })

  it('of two approvals of ¥700 that race for ¥1,000 one reserves, the other is told what is left', async () => {
    await app.stop()
    app = await startMoneyApp(100_000)
    const both = [await app.submitted(70_000), await app.submitted(70_000, { purpose: '修水管', accountCode: '513' })]
    for (const one of both) await app.signedBy(one, SIGNERS.slice(0, 4))
    const answers = await Promise.all(both.map((one) => app.sign('li', 'approver', one)))
    expect(answers.map(({ code }) => code).sort()).toEqual(['expense.no-money', null])
    const refused = answers.find(({ code }) => code !== null)
    expect(refused?.as<Problem>()).toMatchObject({ status: 409, details: { amountFen: 70_000, availableFen: 30_000 } })
    const states = await Promise.all(both.map(async ({ id }) => (await app.view(id)).status))
    expect(states.sort()).toEqual(['approved', 'signing'])
    expect(await app.count('expense_signatures')).toBe(9)
  })

  it('through the API: out of turn, with an old nonce, for another’s slot, by yesterday’s director: refused', async () => {
    const asked = await app.submitted(128_000)
    expect((await app.sign('chen', 'director', asked)).code).toBe('expense.not-your-turn')
    expect((await app.sign('chen', 'handler', asked)).as<Problem>()).toMatchObject({ code: 'expense.not-entitled', details: { reason: 'no-post' } })
    expect((await app.sign('bao', 'director', asked)).code).toBe('expense.not-entitled')
    const old = passed(await app.send('jing', 'POST', `expenses/${asked.id}/challenges`, { slot: 'handler', shown: shownOf(asked) }))
    const { nonce } = old.as<{ nonce: string }>()
    // Another's nonce, and his own for another slot, are worth nothing.
    expect((await app.sign('wang', 'witness', asked, { nonce })).code).toBe('expense.challenge-refused')
    app.clock.advance(10 * 60_000)
    expect((await app.sign('jing', 'handler', asked, { nonce })).code).toBe('expense.challenge-refused')
    expect((await app.sign('jing', 'handler', asked, { nonce: 'x'.repeat(43) })).code).toBe('expense.challenge-refused')
    await app.signedBy(asked, SIGNERS.slice(0, 3))
    const ended = app.clock.at() + 1_000
    await app.http.db.unitOfWork.run(async (work) => work.write("UPDATE posts SET to_at = ? WHERE id = 'chen-director-liushu'", [ended]))
    const challenge = passed(await app.send('chen', 'POST', `expenses/${asked.id}/challenges`, { slot: 'director', shown: shownOf(asked) }))
    app.clock.set(ended)
    const late = await app.sign('chen', 'director', asked, challenge.as<{ nonce: string }>())
    expect(late.status).toBe(404)
    expect(await app.count('expense_signatures')).toBe(3)
    // Somebody outside sees nothing of it at all, a neighbour who has nothing to do with it neither.
    for (const who of ['qian', 'zhao', 'guan'] as const) {
      expect((await app.send(who, 'GET', `expenses/${asked.id}`)).status).toBe(404)
    }
    for (const who of ['sun', 'wu', 'zhou', 'li', 'jian', 'wang'] as const) {
      expect((await app.send(who, 'GET', `expenses/${asked.id}`)).status).toBe(200)
    }
  })

  it('the same drawing twice is a copy, also on another expense', async () => {
    const one = await app.submitted(10_000)
    const other = await app.submitted(12_000, { purpose: '买锄头', accountCode: '513' })
    const strokes = drawnName(1_000)
    passed(await app.sign('jing', 'handler', one, { strokes }))
    expect((await app.sign('jing', 'handler', other, { strokes })).code).toBe('expense.strokes-used')
  })

  async function sameBody(view: ExpenseView) {
    const vouchers = view.content.vouchers.map(({ fileId }) => ({ fileId, kind: 'receipt', issuerName: '清溪建材店' } as const))
    return { ...(await app.cement(view.content.amountFen)), vouchers }
  }
})
