import { DEFAULT_SLA_TERMS, promisedAt, type PromiseAnswer, type PromiseView } from '@huiying/shared/sla'
import type { HomeAnswer, SentTicket } from '@huiying/shared/tickets'
import { startTestApp, type TestApp } from '../../../test/support/test-app'

const SERVICE = { ...DEFAULT_SLA_TERMS, serviceHours: { kinds: ['question'], opensAtMinute: 540, closesAtMinute: 1_080 } }

describe('the promise over HTTP', () => {
  let server: TestApp
  beforeEach(async () => {
    server = await startTestApp()
    server.db.clock.set(Date.parse('2026-11-26T10:00:00+08:00'))
  })
  afterEach(() => server.stop())

  const put = async (terms: object | null, changes: object = {}) => server.send('PUT', '/api/promise', {
    token: await server.signIn('open-sun'), body: { firstOn: '2026-11-27', terms, basedOnVersion: 0, ...changes },
  })

  it('is stored as it was sent, and shown to whoever works by it', async () => {
    const stored = await put(SERVICE)
    expect(stored.status).toBe(200)
    expect(stored.as<PromiseAnswer>().planned).toEqual([
      { version: 1, firstOn: '2026-11-27', terms: SERVICE, setBy: '孙静', setAt: server.db.clock.at() },
    ])
    const leader = await server.send('GET', '/api/promise', { token: await server.signIn('open-wu') })
    expect(leader.as<PromiseAnswer>()).toMatchObject({ maySet: false, latestVersion: 1, inForce: { version: 0 } })
    expect((await put(null, { firstOn: '2026-11-28', basedOnVersion: 1 })).as<PromiseAnswer>().planned[1]?.terms).toEqual(DEFAULT_SLA_TERMS)
  })

  it('keeps what another change for the same day replaced', async () => {
    await put(SERVICE)
    const seldom = { ...SERVICE, orderRepeatMs: 2 * SERVICE.orderRepeatMs }
    const again = (await put(seldom, { basedOnVersion: 1 })).as<PromiseAnswer>()
    expect(again.planned.map(({ version }) => version)).toEqual([2])
    expect(again.replaced).toMatchObject([{ version: 1, firstOn: '2026-11-27', terms: SERVICE, setBy: '孙静' }])
    server.db.clock.set(Date.parse('2026-12-02T09:00:00+08:00'))
    const later = await server.send('GET', '/api/promise', { token: await server.signIn('open-wu') })
    expect(later.as<PromiseAnswer>()).toMatchObject({ inForce: { version: 2 }, past: [], replaced: [{ version: 1 }] })
  })

  it('tells a resident the hour before she sends, and holds to it', async () => {
    await put(SERVICE)
    const at = Date.parse('2026-11-27T17:30:00+08:00')
    server.db.clock.set(at)
    const token = await server.signIn('open-wang')
    const told = (await server.send('GET', '/api/villages/liushu/promise', { token })).as<PromiseView>()
    expect((await server.send('GET', '/api/home', { token })).as<HomeAnswer>().promise).toEqual(told)
    for (const kind of ['question', 'help', 'complaint', 'suggestion']) {
      const sent = await server.send('POST', '/api/tickets', {
        token, body: { villageId: 'liushu', text: '路灯不亮了', kind }, headers: { 'idempotency-key': `promise-${kind}` },
      })
      expect([kind, sent.as<SentTicket>().responseDueAt]).toEqual([kind, promisedAt(told, kind, at)])
    }
    expect(promisedAt(told, 'question', at)).toBe(Date.parse('2026-11-30T09:30:00+08:00'))
  })

  it.each([
    [{ ...DEFAULT_SLA_TERMS, responseMs: 1 }, {}, 'sla.policy-invalid', '“多久之内要回”要在 10 分钟 到 3 天之间，请改一改'],
    [{ ...DEFAULT_SLA_TERMS, reminderMs: 3_600_000 }, {}, 'sla.policy-invalid', '提醒要早于回应的时间，请改短一些'],
    [DEFAULT_SLA_TERMS, { firstOn: '2026-11-26' }, 'sla.policy-too-soon', '最早从明天起算，请选明天或以后的日子'],
    [DEFAULT_SLA_TERMS, { basedOnVersion: 4 }, 'sla.policy-changed', '刚刚有人改过规矩，请刷新看看现在的，再改'],
  ])('refuses in plain words', async (terms, changes, code, title) => {
    const refused = await put(terms, changes)
    expect(refused.code).toBe(code)
    expect(refused.as<{ title: string }>().title).toBe(title)
  })

  it('has nothing for whoever lives elsewhere', async () => {
    const answer = await server.send('GET', '/api/villages/liushu/promise', { token: await server.signIn('open-qian') })
    expect([answer.status, answer.code]).toEqual([404, 'identity.village-not-found'])
  })
})
