import type { Notice } from '@huiying/shared/notifications'
import { noticeWords } from '@huiying/shared/notifications'
import { DAY_MS, HOUR_MS } from '@huiying/shared/kernel'
import { passed, shownOf, SIGNERS, startMoneyApp, type MoneyApp, type Who } from '../support/money-app'

describe('who hears of an expense', () => {
  let app: MoneyApp
  beforeEach(async () => {
    app = await startMoneyApp()
  })
  afterEach(() => app.stop())

  /** What the person was told since the last time, as he reads it. */
  async function told(who: Who): Promise<readonly string[]> {
    await app.settle()
    const rows = await app.reads.query<{ id: string; kind: Notice['kind']; data: string }>(
      'SELECT id, kind, data FROM notices WHERE person_id = ? AND read_at IS NULL ORDER BY id', [who],
    )
    await app.http.db.unitOfWork.run(async (work) => work.write('UPDATE notices SET read_at = ? WHERE person_id = ?', [work.now, who]))
    return rows.map(({ kind, data }) => {
      const { title, body } = noticeWords(kind, JSON.parse(data) as Notice['data'], app.clock.at())
      return `${title}｜${body}`
    })
  }

  it('each is asked when it is his turn, and the accountant hears that all have signed', async () => {
    const asked = await app.submitted(128_000)
    const please = '请您签字｜柳树村 买水泥修三组的路 ¥1,280.00'
    expect([await told('jing'), await told('wang'), await told('jian')]).toEqual([[please], [please], []])
    passed(await app.sign('jing', 'handler', asked))
    expect(await told('jian')).toEqual([])
    passed(await app.sign('wang', 'witness', asked))
    expect([await told('jian'), await told('jing')]).toEqual([[please], []])
    await app.signedBy(asked, SIGNERS.slice(2, 4))
    expect(await told('li')).toEqual([please])
    passed(await app.sign('li', 'approver', asked))
    expect([await told('bao'), await told('li')]).toEqual([['字签齐了，可以付款｜柳树村 买水泥修三组的路 ¥1,280.00'], []])
    const answer = await app.send('bao', 'GET', 'notices')
    expect(answer.as<{ rows: readonly object[] }>().rows[0]).toMatchObject({
      kind: 'expense-approved', ticketId: null, opens: { page: 'expense', id: asked.id },
    })
  })

  it('a number written into the purpose is told to nobody', async () => {
    await app.submitted(128_000, { purpose: '付给 13812345678' })
    expect(await told('jing')).toEqual(['请您签字｜柳树村 付给 138****5678 ¥1,280.00'])
  })

  it('whose signature falls is told why: by a change, a refusal, somebody before him', async () => {
    const asked = await app.submitted(128_000)
    await app.signedBy(asked, SIGNERS.slice(0, 4))
    for (const who of ['jing', 'wang', 'jian', 'chen', 'li', 'bao'] as const) await told(who)
    passed(await app.send('wang', 'POST', `expenses/${asked.id}/take-back`, { slot: 'witness', shown: shownOf(asked) }))
    const fallen = (why: string) => `您签的字不算了｜买水泥修三组的路 ¥1,280.00 ${why}`
    expect([await told('jian'), await told('chen'), await told('jing')])
      .toEqual([[fallen('前面有人收回了签字，要重新签')], [fallen('前面有人收回了签字，要重新签')], []])
    // He takes it back himself and can give it again; nobody need tell him.
    expect(await told('wang')).toEqual([])
    passed(await app.send('wang', 'POST', `expenses/${asked.id}/refusal`, { slot: 'witness', shown: shownOf(asked), reason: '没看见水泥' }))
    expect(await told('bao')).toEqual(['有人没有签｜买水泥修三组的路 ¥1,280.00 王桂花没有签，看看为什么'])
    expect(await told('jing')).toEqual([fallen('王桂花没有签，这一版不算了')])
  })

  it('whoever holds it up is reminded each day; where nobody can, the sub-district and the accountant are', async () => {
    const asked = await app.submitted(128_000)
    await app.signedBy(asked, SIGNERS.slice(0, 2))
    await told('jian')
    app.clock.advance(DAY_MS - 1)
    expect(await told('jian')).toEqual([])
    app.clock.advance(1)
    expect(await told('jian')).toEqual(['等您 1 天了｜柳树村 买水泥修三组的路 ¥1,280.00'])
    app.clock.advance(DAY_MS)
    expect(await told('jian')).toEqual(['等您 2 天了｜柳树村 买水泥修三组的路 ¥1,280.00'])
    await app.http.db.unitOfWork.run(async (work) =>
      work.write("UPDATE posts SET to_at = ? WHERE id = 'jian-supervisor-liushu'", [work.now + HOUR_MS]))
    app.clock.advance(DAY_MS)
    expect([await told('jian'), await told('sun'), await told('bao')])
      .toEqual([[], ['一笔开支没有人能办｜柳树村 买水泥修三组的路 ¥1,280.00'], ['一笔开支没有人能办｜柳树村 买水泥修三组的路 ¥1,280.00']])
    await app.signIn()
    passed(await app.send('bao', 'POST', `expenses/${asked.id}/withdrawal`, {}))
    app.clock.advance(9 * DAY_MS)
    expect([await told('sun'), await told('bao')]).toEqual([[], []])
    expect(await app.reads.query("SELECT id FROM timers WHERE kind = 'expense.remind'", [])).toEqual([])
  })
})
