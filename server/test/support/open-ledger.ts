import type { FinanceAnswer } from '@huiying/shared/ledger'
import { decisionTable } from '../../src/features/expenses/ground.table'
import { maskTable } from '../../src/features/files/mask.table'
import { passed, startMoneyApp, type Who } from './money-app'
import type { TestAnswer } from './test-app'

/**
 * August in Liushu: the book with its opening balance and one expense of ¥1,280.00, signed, paid and posted. Of its two
 * vouchers the accountant has covered the first.
 */
export async function startOpenLedger() {
  const app = await startMoneyApp()
  app.clock.set('2026-08-20T09:00:00+08:00')
  await app.signIn()
  const minutesId = await app.photo('bao')
  const vouchers = [await app.photo('bao'), await app.photo('bao')]
  await app.http.db.unitOfWork.run(async (work) => {
    work.insert(decisionTable, {
      id: 'decision', villageId: 'liushu', subDistrictId: 'qingxi', title: '修三组的路', method: 'four-two', passedOn: '2026-08-01',
      budgetFen: 500_000, presentCount: 30, yesCount: 28, fileIds: [minutesId], recordedBy: 'bao', recordedAt: 0, voidedAt: null,
    })
    work.insert(maskTable, { fileId: vouchers[0] ?? '', maskedId: 'covered-1', boxes: [], madeBy: 'bao', madeAt: 0 })
  })
  const submitted = await app.submitted(128_000, {
    incurredOn: '2026-08-10', decisionId: 'decision',
    statement: { text: '三组的路被水冲坏了，送货的电话 13912345678' },
    items: [{ name: '水泥，找 13912345678', quantity: '40 袋', amountFen: 128_000 }],
    vouchers: vouchers.map((fileId) => ({ fileId, kind: 'receipt', issuerName: '清溪建材店' })),
  })
  const posted = await app.paidAndPosted(await app.signedBy(submitted), '2026-08-20')
  const book = `books/${app.bookId}`
  const get = async <Answer>(who: Who, path: string): Promise<Answer> =>
    passed(await app.send(who, 'GET', path)).as<Answer>()
  return {
    app, vouchers, book, get,
    expenseId: posted.id,
    entryId: posted.entryId ?? '',
    finance: (who: Who, month = ''): Promise<FinanceAnswer> => get(who, `${book}${month === '' ? '' : `?month=${month}`}`),
    publishAugust: async (): Promise<void> => {
      app.clock.set('2026-09-14T09:00:00+08:00')
      await app.signIn()
      const month = `${book}/months/2026-08`
      const assertions = [{ account: '102', statementFen: 9_872_000 }]
      passed(await app.send('bao', 'POST', `${month}/assertion`, { assertions }))
      passed(await app.send('bao', 'POST', `${month}/closure`, {}))
      passed(await app.send('bao', 'POST', `${month}/publication`, {}))
    },
    earn: (amountFen: number, changes: object = {}): Promise<TestAnswer> => app.send('bao', 'POST', `${book}/income`, {
      on: '2026-08-12', purpose: '鱼塘租金', lines: [
        { account: '102', side: 'debit', amountFen }, { account: '501', side: 'credit', amountFen },
      ], ...changes,
    }),
  }
}

export type OpenLedger = Awaited<ReturnType<typeof startOpenLedger>>
