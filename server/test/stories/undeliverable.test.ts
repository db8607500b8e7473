import { DAY_MS, MINUTE_MS, SECOND_MS } from '@huiying/shared/kernel'
import { createTencentSms } from '../../src/platform/sms'
import { startSmsStandIn, STANDIN_SMS, type SmsStandIn } from '../../standin/sms/start-sms-stand-in'
import { startWeComStandIn, type WeComStandIn } from '../../standin/wecom/start-wecom-stand-in'
import { departmentsAtWork, settleDepartments } from '../support/departments'
import { freshDatabase, type FreshDatabase } from '../support/fresh-database'
import { serverInHand, type ServerInHand } from '../support/server-in-hand'
import { settleSmallVillage } from '../support/small-village'
import { startTestWeChat, type TestWeChat } from '../support/wechat'

const NINE = Date.parse('2026-09-14T09:00:00+08:00')
const [LI, CHEN, ZHOU, SUN, SHUI] = ['13900000003', '13900000004', '13900000006', '13900000007', '13900000021']

describe('WeChat refuses everybody on duty', () => {
  let fresh: FreshDatabase
  let weChat: TestWeChat
  let sms: SmsStandIn
  let group: WeComStandIn
  let server: ServerInHand

  beforeEach(async () => {
    fresh = await freshDatabase()
    await settleSmallVillage(fresh.database)
    weChat = await startTestWeChat()
    sms = await startSmsStandIn(() => fresh.clock.at())
    group = await startWeComStandIn(() => fresh.clock.at())
    server = serverInHand(fresh.database, weChat.client, {
      sms: createTencentSms({ ...STANDIN_SMS, apiBase: sms.url }, fresh.clock),
      groupRobots: new Map([['S', group.webhook()]]),
      climbs: true,
    })
    // Our own count says that each still takes a message; WeChat, which has none, answers 43101.
    for (const person of ['li', 'chen', 'zhou', 'sun', 'wu']) await server.accept(person)
  })
  afterEach(async () => {
    await Promise.all([weChat.standIn.stop(), sms.stop(), group.stop()])
    await fresh.close()
  })

  /** Time as it runs: the workers look every few seconds. */
  async function until(at: number): Promise<void> {
    for (;;) {
      await server.settle()
      if (fresh.clock.at() >= at) return
      fresh.clock.set(Math.min(at, fresh.clock.at() + 10 * SECOND_MS))
    }
  }
  const outcomes = (table: string) =>
    fresh.reads.query<{ outcome: string }>(`SELECT outcome FROM ${table} ORDER BY at`)

  it('his phone has a text within two minutes, staff see “undeliverable” within ten', async () => {
    const ticketId = await server.submit('wang')
    await until(NINE + 2 * MINUTE_MS)
    expect(weChat.standIn.world.messages).toHaveLength(0)
    expect(await outcomes('delivery_outcomes')).toEqual([{ outcome: 'refused' }])
    expect(sms.texts.map(({ phone, params }) => [phone, ...params])).toEqual([[LI, '有村民找您', '14日10:00']])
    expect(await server.notices('sun')).toEqual([])

    await until(NINE + 5 * MINUTE_MS)
    expect(sms.texts.map(({ phone }) => phone).sort()).toEqual([LI, CHEN, ZHOU])
    for (const person of ['li', 'chen', 'zhou']) expect(await server.notices(person)).toEqual(['you-are-asked'])

    await until(NINE + 10 * MINUTE_MS)
    expect(await server.notices('sun')).toEqual(['undeliverable'])
    const list = await server.undelivered('sun')
    expect(list.rows).toMatchObject([{ ticketId, villageName: '柳树村', sinceAt: NINE }])
    const people = list.rows[0]?.people ?? []
    expect(people.map(({ person, phone, ...ways }) => [person.name, phone, ways.weChat, ways.text])).toEqual([
      ['李建国', LI, 'refused', 'sent'], ['陈明', CHEN, 'refused', 'sent'], ['周平', ZHOU, 'refused', 'sent'],
    ])
    expect(group.said.map(({ markdown }) => markdown).join()).toContain('柳树村：1 件通知没送到值班的人')
    expect(sms.texts.at(-1)).toMatchObject({ phone: SUN, params: ['通知没送到，请打电话', '14日10:00'] })
  })

  it('and also where texts are refused or there is no provider at all', async () => {
    sms.refuse(null, 'FailedOperation.PhoneNumberInBlacklist')
    await server.submit('wang')
    await until(NINE + 10 * MINUTE_MS)
    expect(sms.texts).toEqual([])
    expect(await server.notices('sun')).toEqual(['undeliverable'])
    expect((await server.undelivered('sun')).rows[0]?.people[0]).toMatchObject({ weChat: 'refused', text: 'refused' })

    const bare = serverInHand(fresh.database, weChat.client, { climbs: true })
    const ticketId = await bare.submit('zhao')
    for (const minutes of [10, 14, 18]) {
      fresh.clock.set(NINE + minutes * MINUTE_MS)
      await bare.settle()
    }
    expect((await bare.undelivered('sun')).rows.map((row) => row.ticketId)).toContain(ticketId)
  })

  it('WeChat that does not answer is not waited for: the text goes at once', async () => {
    weChat.standIn.world.addFault({ path: '/cgi-bin/message/subscribe/send', times: 99, httpStatus: 502 })
    await server.submit('wang')
    await until(NINE + MINUTE_MS)
    expect(sms.texts.map(({ phone }) => phone)).toEqual([LI])
    await until(NINE + 3 * MINUTE_MS)
    expect(sms.texts.map(({ phone }) => phone)).toEqual([LI])
  })

  it('whoever looks stops the ladder; an answer too', async () => {
    const ticketId = await server.submit('wang')
    await until(NINE + MINUTE_MS)
    await server.open('li', ticketId)
    await until(NINE + 15 * MINUTE_MS)
    expect(await server.notices('chen')).toEqual([])
    expect(await server.notices('sun')).toEqual([])

    const other = await server.submit('zhao')
    await until(NINE + 16 * MINUTE_MS)
    await server.reply('li', other, '我十点到您家')
    await until(NINE + 29 * MINUTE_MS)
    expect(await server.notices('sun')).toEqual([])
  })

  it('what the reporter adds himself stops nothing, and takes nothing off staff’s list', async () => {
    const ticketId = await server.submit('wang')
    await until(NINE + MINUTE_MS)
    await server.write('wang', ticketId, '水已经漫到堂屋了')
    await until(NINE + 10 * MINUTE_MS)
    expect(await server.notices('sun')).toContain('undeliverable')
    await server.write('wang', ticketId, '还是没有人来')
    expect((await server.undelivered('sun')).rows.map((row) => row.ticketId)).toEqual([ticketId])
  })

  it('what waited while the product was down is not climbed rung by rung afterwards: the clock tells it', async () => {
    await server.submit('wang')
    await server.settle()
    fresh.clock.set(NINE + 45 * MINUTE_MS)
    await server.settle()
    expect(await server.notices('chen')).toEqual(['response-reminder'])
  })

  it('a number that is hours old is not said to the group', async () => {
    await server.submit('wang')
    fresh.clock.set(NINE + 60 * MINUTE_MS + 1)
    await server.timers.drain()
    await server.outbox.drain()
    fresh.clock.advance(90 * MINUTE_MS)
    await server.deliveries.drain()
    expect(group.said).toEqual([])
    expect(await fresh.reads.query('SELECT * FROM group_counts')).toEqual([])
  })

  it('a refusal ends what our own count still promises: the next message is not tried, a text goes at once', async () => {
    await server.accept('li')
    await server.submit('wang')
    await until(NINE + MINUTE_MS)
    await server.submit('zhao')
    await until(NINE + 2 * MINUTE_MS)
    expect(await outcomes('delivery_outcomes')).toEqual([{ outcome: 'refused' }])
    expect(sms.texts.map(({ phone }) => phone)).toEqual([LI, LI])
  })

  it('one message that WeChat took is enough', async () => {
    weChat.standIn.world.addSubscriptions('open-li', 'template-duty', 1)
    await server.submit('wang')
    await until(NINE + 15 * MINUTE_MS)
    expect(sms.texts).toEqual([])
    expect(await server.notices('chen')).toEqual([])
    expect(await server.notices('sun')).toEqual([])
  })

  it('what was said in confidence climbs past the village: its people hear nothing, the group is not told a number', async () => {
    const ticketId = await server.submit('wang', { visibility: 'confidential' })
    await until(NINE + 10 * MINUTE_MS)
    for (const person of ['li', 'chen', 'zhou', 'he']) expect(await server.notices(person)).toEqual([])
    expect(sms.texts.map(({ phone }) => phone)).not.toContain(LI)
    expect(group.said).toEqual([])
    expect((await server.undelivered('sun')).rows.map((row) => row.ticketId)).toEqual([ticketId])
    expect(await server.notices('wu')).toContain('undeliverable')
    expect((await server.undelivered('sun')).rows).toMatchObject([{ isConfidential: true, villageName: '柳树村' }])
  })

  it('what lies with the county stands on the list of its own people and on nobody else’s', async () => {
    const inConfidence = { about: 'leader', aboutPersonId: null, regardingTicketId: null } as const
    const ticketId = await server.submit('wang', { kind: 'complaint', visibility: 'confidential', inConfidence })
    const plainId = await server.submit('zhao')
    await until(NINE + 10 * MINUTE_MS)
    expect(await server.notices('tang')).toContain('undeliverable')
    expect((await server.undelivered('tang')).rows)
      .toMatchObject([{ ticketId, villageName: '青溪街道柳树村', isConfidential: true }])
    expect((await server.undelivered('sun')).rows.map((row) => row.ticketId)).toEqual([plainId])
    expect((await server.undelivered('wu')).rows.map((row) => row.ticketId)).toEqual([plainId])
    await expect(server.undelivered('zhou')).rejects.toThrow('session.forbidden')
    await server.open('tang', ticketId)
    expect((await server.undelivered('tang')).rows).toEqual([])
    const { readers } = await server.boards.view(await server.as('wang'), ticketId)
    expect(readers).toMatchObject([{ name: '唐县', post: 'staff', unitName: '云岭县' }])
  })

  it('it leaves staff’s list once somebody opens the matter; others never see the list', async () => {
    const ticketId = await server.submit('wang')
    await until(NINE + 10 * MINUTE_MS)
    expect((await server.undelivered('sun')).rows).toHaveLength(1)
    await expect(server.undelivered('li')).rejects.toThrow('session.forbidden')
    await server.open('chen', ticketId)
    expect((await server.undelivered('sun')).rows).toEqual([])
  })

  it('an officer without WeChat is texted that he is called; with nobody of the department reached, staff call', async () => {
    await settleDepartments(fresh.database)
    await fresh.unitOfWork.run(async (work) => work.write("UPDATE people SET phone = ? WHERE id = 'shui'", [SHUI]))
    const at = departmentsAtWork(fresh.database)
    const ticketId = await server.submit('wang')
    await server.reply('li', ticketId, '我先关阀门，马上请街道叫人来')
    await at.whistle('sun', ticketId, ['water', '换掉爆了的管子'], ['roads', '把塌了的路补上'])
    await until(NINE + MINUTE_MS)
    expect(sms.texts.map(({ phone, params }) => [phone, params[0]])).toEqual([[SHUI, '街道叫供水站去一趟']])
    // The village looks, and the road people come: neither brings the water people.
    await server.open('chen', ticketId)
    await at.report('lu', ticketId, 'roads')
    await until(NINE + 10 * MINUTE_MS)
    expect(await server.notices('sun')).toEqual(['undeliverable'])
    const { rows } = await server.undelivered('sun')
    expect(rows.map((row) => [row.ticketId, row.people.map(({ person, text }) => [person.personId, text])])).toEqual(
      [[ticketId, [['shui', 'sent']]]])
    await at.report('shui', ticketId, 'water')
    expect((await server.undelivered('sun')).rows).toEqual([])
  })

  it('whoever had opened it before and now acts on it is reached: nobody else is told', async () => {
    const ticketId = await server.submit('wang')
    await server.open('li', ticketId)
    await server.close('li', ticketId, '管道通开了')
    await until(NINE + MINUTE_MS)
    await server.reject('wang', ticketId, '又堵上了')
    await until(NINE + 2 * MINUTE_MS)
    await server.reply('li', ticketId, '我带机器再来一趟')
    await until(NINE + 15 * MINUTE_MS)
    expect(await server.notices('chen')).toEqual([])
    expect(await server.notices('sun')).toEqual([])
  })

  it('a text about an order says when it was to be finished, though nobody has even answered', async () => {
    await server.submit('wang')
    fresh.clock.set(NINE + DAY_MS + 1)
    await server.settle()
    expect(sms.texts.map(({ phone, params }) => [phone, ...params])).toContainEqual([CHEN, '督办单', '15日9:00'])
  })

  it('a text says that something waits, and not a word of the villager; nothing of ours names a number', async () => {
    await server.submit('wang', { text: '我妈摔倒了，打13900000001' })
    await until(NINE + 10 * MINUTE_MS)
    expect(JSON.stringify(sms.texts.map(({ params }) => params))).not.toMatch(/摔|1390/)
    const kept = await Promise.all(['text_outcomes', 'text_deliveries', 'ladders', 'undeliverables', 'group_messages'].map(
      (table) => fresh.reads.query(`SELECT * FROM ${table}`)))
    expect(JSON.stringify(kept)).not.toMatch(/1390000/)
  })
})
