import { drawnName } from '../support/drawn-name'
import { startMoneyApp, shownOf, SIGNERS, type MoneyApp, type Who } from '../support/money-app'
import { viewerOf } from '../support/small-village'
import type { ExpenseView, Slot } from '@huiying/shared/expenses'
import { DomainError } from '@huiying/shared/kernel'
import { ChallengeExpense } from '../../src/features/expenses/challenge-expense'
import { SaveExpense } from '../../src/features/expenses/save-expense'
import { SignExpense } from '../../src/features/expenses/sign-expense'
import { SubmitExpense } from '../../src/features/expenses/submit-expense'
import type { Database } from '../../src/platform/database/open-database'

/** Races of two servers on one database; on the embedded one they take turns, on a real one they meet at the locks. */
describe('two servers and one village’s money', () => {
  let app: MoneyApp
  let servers: readonly [Database, Database]
  let drawings = 5_000

  beforeEach(async () => {
    app = await startMoneyApp(100_000)
    servers = [app.http.db.database, await app.http.db.openAnother()]
  })
  afterEach(() => app.stop())

  const outcome = async (act: Promise<unknown>): Promise<string> => {
    try {
      await act
      return 'done'
    } catch (error) {
      if (error instanceof DomainError) return error.code
      throw error
    }
  }

  /** Has his challenge, and signs when told to. */
  async function challenged(
    server: Database, who: Who, slot: Slot, shown: ExpenseView,
  ): Promise<() => Promise<unknown>> {
    const viewer = await viewerOf(server, who)
    const { nonce } = await new ChallengeExpense(server.unitOfWork).execute(viewer, shown.id, slot, shownOf(shown))
    const body = { slot, shown: shownOf(shown), nonce, strokes: drawnName(drawings += 1) }
    const { unitOfWork, ids, reads } = server
    const signing = new SignExpense(unitOfWork, ids, { reads, weChat: app.http.weChat.client })
    return () => signing.execute(viewer, shown.id, body)
  }

  it('two approvals of ¥700 for ¥1,000: one reserves, the other says why not', async () => {
    const both = [
      await app.submitted(70_000, { purpose: '水泥' }), await app.submitted(70_000, { purpose: '锄头', accountCode: '513' }),
    ]
    for (const one of both) await app.signedBy(one, SIGNERS.slice(0, 4))
    const ready = both.map((one, index) => challenged(servers[index % 2 as 0 | 1], 'li', 'approver', one))
    const acts = await Promise.all(ready)
    const outcomes = await Promise.all(acts.map((act) => outcome(act())))
    expect([...outcomes].sort()).toEqual(['done', 'expense.no-money'])
    const held = await app.reads.query('SELECT balance_fen AS fen, reserved_fen AS held FROM ledger_money', [])
    expect(held).toEqual([{ fen: 100_000, held: 70_000 }])
    expect(await app.reads.query("SELECT id FROM expenses WHERE status = 'approved'", [])).toHaveLength(1)
    expect(await app.count('ledger_reserves')).toBe(1)
  })

  it('one signature sent to both is one', async () => {
    const asked = await app.submitted(10_000)
    const viewer = await viewerOf(servers[0], 'jing')
    const challenge = new ChallengeExpense(servers[0].unitOfWork)
    const { nonce } = await challenge.execute(viewer, asked.id, 'handler', shownOf(asked))
    const body = { slot: 'handler' as const, shown: shownOf(asked), nonce, strokes: drawnName(drawings += 1) }
    const outcomes = await Promise.all(servers.map(({ unitOfWork, ids, reads }) => {
      const signing = new SignExpense(unitOfWork, ids, { reads, weChat: app.http.weChat.client })
      return outcome(signing.execute(viewer, asked.id, body))
    }))
    expect(outcomes).toEqual(['done', 'done'])
    expect([await app.count('expense_signatures'), await app.count('signature_drawings')]).toEqual([1, 1])
  })

  it('a change and a signature at once: either he signs what then falls, or he is shown what changed', async () => {
    const asked = await app.submitted(10_000)
    const sign = await challenged(servers[0], 'jing', 'handler', asked)
    const accountant = await viewerOf(servers[1], 'bao')
    const content = await app.cement(11_000)
    const save = new SaveExpense(servers[1].unitOfWork, 'k'.repeat(32))
    const saving = save.execute(accountant, asked.id, content, shownOf(asked))
    const [signed, saved] = await Promise.all([outcome(sign()), outcome(saving)])
    expect(saved).toBe('done')
    expect(['done', 'expense.stale']).toContain(signed)
    const view = await app.view(asked.id)
    expect([view.revision, view.status, view.slots.filter((slot) => slot.signed !== null)]).toEqual([2, 'draft', []])
  })

  it('two halves of one sum submitted at once: one passes, the other is asked for the decision', async () => {
    const half = (purpose: string) => ({ purpose, items: [{ name: '水泥', quantity: '', amountFen: 1_500_000 }] })
    const drafts = [
      await app.draft(await app.cement(1_500_000, half('水泥'))), await app.draft(await app.cement(1_500_000, half('水泥 2'))),
    ]
    const outcomes = await Promise.all(drafts.map(async (one, index) => {
      const server = servers[index % 2 as 0 | 1]
      return outcome(new SubmitExpense(server.unitOfWork).execute(await viewerOf(server, 'bao'), one.id, shownOf(one)))
    }))
    expect([...outcomes].sort()).toEqual(['done', 'expense.decision-missing'])
  })

  it('one photo under two expenses submitted at once: one has it', async () => {
    const [one, other] = [await app.photo('bao', 'same'), await app.photo('bao', 'same')]
    const papers = (fileId: string, purpose: string, accountCode: string) =>
      ({ purpose, accountCode, vouchers: [{ fileId, kind: 'receipt' as const }] })
    const drafts = [
      await app.draft(await app.cement(1_000, papers(one, '水泥', '514'))),
      await app.draft(await app.cement(2_000, papers(other, '锄头', '513'))),
    ]
    const outcomes = await Promise.all(drafts.map(async (draft, index) => {
      const server = servers[index % 2 as 0 | 1]
      return outcome(new SubmitExpense(server.unitOfWork).execute(await viewerOf(server, 'bao'), draft.id, shownOf(draft)))
    }))
    expect([...outcomes].sort()).toEqual(['done', 'expense.file-used'])
    expect(await app.count('voucher_claims')).toBe(1)
  })
})
