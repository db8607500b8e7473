import { passed, startMoneyApp, type Who } from '../../../test/support/money-app'
import { postOf, settlePerson } from '../../../test/support/small-village'

let app: Awaited<ReturnType<typeof startMoneyApp>>
beforeEach(async () => {
  app = await startMoneyApp()
})
afterEach(() => app.stop())

test('of another village’s expense its own people and the sub-district read; here one hears that there is one', async () => {
  await app.openBook('xia', 'taoyuan')
  for (const [id, name, kind] of [['handles', '田经', 'committee-member'], ['witnesses', '唐证', 'resident']] as const) {
    await settlePerson(app.http.db.database, { id, name }, postOf(id, kind, 'taoyuan'))
  }
  const there = await app.draft(await app.cement(60_000, {
    payee: { kind: 'firm', name: '李家饭店', accountNumber: '6222 0200 1234 5678' },
    vouchers: [{ fileId: await app.photo('xia', 'there', 'ff00ff00ff00ff00'), kind: 'receipt', issuerName: '李家饭店' }],
    handlerId: 'handles', witnessId: 'witnesses',
  }, 'xia'), 'xia', 'taoyuan')
  const here = await app.submitted(100_000, {
    vouchers: [{ fileId: await app.photo('bao', 'here', 'ff00ff00ff00ff0f'), kind: 'receipt', issuerName: '清溪建材店' }],
  })
  const hintsTo = async (who: Who) => (await app.view(here.id, who)).hints
  // A draft over there is nobody's business here.
  expect((await hintsTo('jing')).map(({ kind }) => kind)).toEqual(['payee-new'])
  expect((await hintsTo('sun')).map(({ kind }) => kind)).toEqual(['payee-new'])
  passed(await app.submit(there, 'xia'))
  for (const who of ['jing', 'wang', 'bao', 'jian'] as const) {
    const hints = await hintsTo(who)
    expect(hints).toMatchObject([
      { kind: 'payee-new' }, { kind: 'account-shared', payeeNames: [], isElsewhere: true, links: [] },
      { kind: 'picture-alike', expenseIds: [], links: [] },
    ])
    expect(JSON.stringify(hints)).not.toMatch(new RegExp(`${there.id}|李家饭店`))
  }
  expect(await hintsTo('sun')).toMatchObject([
    { kind: 'payee-new' }, { kind: 'account-shared', payeeNames: ['李家饭店'], isElsewhere: false },
    { kind: 'picture-alike', expenseIds: [there.id], links: [{ expenseId: there.id }] },
  ])
})
