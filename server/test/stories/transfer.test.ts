import { HOUR_MS, MINUTE_MS } from '@huiying/shared/kernel'
import { unitTable } from '../../src/features/villages/unit.table'
import { AskExtension } from '../../src/features/tickets/ask-extension'
import { DecideExtension } from '../../src/features/tickets/decide-extension'
import { EscalateTicket } from '../../src/features/tickets/escalate-ticket'
import { FollowTicket } from '../../src/features/tickets/follow-ticket'
import { ObjectToTransfer } from '../../src/features/tickets/object-to-transfer'
import { RecordMinutes } from '../../src/features/tickets/record-minutes'
import { RuleOnTicket } from '../../src/features/tickets/rule-on-ticket'
import { SaveTopic } from '../../src/features/tickets/save-topic'
import { SetTicketTopic } from '../../src/features/tickets/set-ticket-topic'
import { destinationsOf } from '../../src/features/tickets/ticket-ways.board'
import { TransferTicket } from '../../src/features/tickets/transfer-ticket'
import type { FreshDatabase } from '../support/fresh-database'
import type { ServerInHand } from '../support/server-in-hand'
import { postOf, settlePerson } from '../support/small-village'
import { villageStory } from '../support/village-story'

const NINE = Date.parse('2026-09-14T09:00:00+08:00')
const TEN = NINE + HOUR_MS
const WHY = '管子在桃园那头，要他们挖'

describe('a matter on its way to others', () => {
  let fresh: FreshDatabase
  let server: ServerInHand

  beforeEach(async () => {
    ;({ fresh, server } = await villageStory())
    const { database } = fresh
    await database.unitOfWork.run(async (work) => work.insert(
      unitTable,
      { id: 'banmu', kind: 'village', name: '半亩塘社区', parentId: 'qingxi', code: 'V3' },
      { id: 'water', kind: 'department', name: '供水站', parentId: 'qingxi', code: 'D1' },
    ))
    await settlePerson(database, { id: 'shui', name: '水根', phone: '13900000011' }, {
      ...postOf('shui', 'officer', 'water'), subDistrictId: 'qingxi',
    })
  })
  afterEach(() => fresh.close())

  const at = async (minutes: number): Promise<void> => {
    fresh.clock.set(NINE + minutes * MINUTE_MS)
    await server.settle()
  }
  const follow = async (who: string, ticketId: string): Promise<void> =>
    new FollowTicket(fresh.unitOfWork, fresh.database.ids).execute(await server.as(who), ticketId, true)
  const view = async (ticketId: string, who: string) => server.boards.view(await server.as(who), ticketId)
  const acts = () => {
    const { unitOfWork, ids } = fresh.database
    const by = <Input>(act: { execute(viewer: Awaited<ReturnType<ServerInHand['as']>>, input: Input): Promise<unknown> }) =>
      async (who: string, input: Input): Promise<void> => void (await act.execute(await server.as(who), input))
    return {
      transfer: by(new TransferTicket(unitOfWork, ids)),
      object: by(new ObjectToTransfer(unitOfWork, ids)),
      rule: by(new RuleOnTicket(unitOfWork, ids)),
      escalate: by(new EscalateTicket(unitOfWork, ids)),
      minutes: by(new RecordMinutes(unitOfWork, ids)),
      ask: by(new AskExtension(unitOfWork, ids)),
      decide: by(new DecideExtension(unitOfWork, ids)),
      setTopic: by(new SetTicketTopic(unitOfWork, ids)),
    }
  }
  const groupsOf = async (who: string) =>
    (await server.boards.inbox(await server.as(who))).groups.filter(({ count }) => count > 0).map(({ key }) => key)
  const whereOf = async (who: string) => {
    const { groups } = await server.boards.inbox(await server.as(who))
    const [row] = groups.flatMap(({ rows }) => rows)
    return [row?.from, row?.heldBy]
  }

  it('A hands it to B at 50 minutes: the villager still sees 10:00, and the miss is A 50, B 10', async () => {
    const ticketId = await server.submit('wang')
    await follow('zhao', ticketId)
    await at(50)
    await acts().transfer('li', { ticketId, toUnitId: 'taoyuan', text: WHY })
    await server.settle()
    const promised = await view(ticketId, 'wang')
    expect(promised).toMatchObject({ responseDueAt: TEN, responseMissed: false, ways: { holder: { name: '桃园社区' } } })
    expect(promised.messages).toMatchObject([{ kind: 'transfer', text: WHY, isResponse: false }])
    // B hears of it, and so does he whose matter it is; B's shift or lead has it now.
    expect(await server.notices('qian')).toEqual(['handed-to-you'])
    expect((await server.notices('wang'))[0]).toBe('matter-moved')
    expect(await server.notices('zhao')).toEqual(['follow-moved'])
    expect(promised.heldBy).toMatchObject({ personId: 'qian', post: 'secretary' })

    await at(60)
    const due = await view(ticketId, 'wang')
    expect(due.ways.heldByUnits.map(({ unit, minutes }) => [unit.name, minutes])).toEqual([['柳树村', 50], ['桃园社区', 10]])
    expect(due.held.map(({ unit, minutes }) => [unit?.name, minutes])).toEqual([[undefined, 50], ['桃园社区', 10]])
    fresh.clock.advance(1)
    await server.settle()
    expect((await view(ticketId, 'wang')).responseMissed).toBe(true)
    expect(await server.notices('sun')).toEqual(['response-overdue'])
  })

  it('B may object once; A to B to A is refused; the first one still sees it and may answer', async () => {
    const ticketId = await server.submit('wang')
    const { transfer, object, rule } = acts()
    await at(10)
    await transfer('li', { ticketId, toUnitId: 'taoyuan', text: WHY })
    expect([await groupsOf('li'), await groupsOf('qian')]).toEqual([['handed-on'], ['answer']])
    expect([await whereOf('li'), await whereOf('qian')]).toEqual([[null, '桃园社区'], ['柳树村', null]])
    await expect(transfer('qian', { ticketId, toUnitId: 'liushu', text: WHY })).rejects.toThrow('ticket.return-to-sender')
    await at(30)
    const boardSays = async () => (await server.boards.overdue(await server.as('sun'))).columns
      .flatMap(({ rows }) => rows).map(({ id, isObjectedTo }) => [id, isObjectedTo])
    expect(await boardSays()).toEqual([[ticketId, false]])
    await object('qian', { ticketId, text: '断的那一段在柳树村里' })
    expect(await boardSays()).toEqual([[ticketId, true]])
    await server.settle()
    expect((await server.notices('sun'))[0]).toBe('objection-made')
    expect([await groupsOf('sun'), await groupsOf('qian')]).toEqual([['objections'], ['answer']])
    await expect(object('qian', { ticketId, text: '断的那一段在柳树村里' })).rejects.toThrow('ticket.objected-already')
    const destinations = await destinationsOf(fresh.reads, await server.as('sun'), ticketId)
    expect(destinations.ruling.map(({ id }) => id)).toEqual(['qingxi', 'liushu', 'banmu', 'water'])
    await rule('sun', { ticketId, isUpheld: true, toUnitId: 'liushu', text: '断口在柳树村，柳树村来办' })
    expect(await groupsOf('sun')).toEqual([])
    await server.settle()
    expect((await server.notices('qian'))[0]).toBe('objection-ruled')
    expect((await server.notices('li'))[0]).toBe('handed-to-you')
    expect([await groupsOf('li'), await groupsOf('qian')]).toEqual([['answer'], ['handed-on']])
    await expect(transfer('li', { ticketId, toUnitId: 'taoyuan', text: WHY })).rejects.toThrow('ticket.return-to-sender')
    await server.reply('qian', ticketId, '我们那头也派人看看')
    expect((await view(ticketId, 'wang')).respondedBy).toMatchObject({ name: '钱丰', post: 'secretary', unitName: '桃园社区' })
  })

  it('an unanswered one is with whoever sits where it went, and is reminded there and where it came from', async () => {
    const ticketId = await server.submit('wang')
    await at(10)
    await acts().transfer('li', { ticketId, toUnitId: 'taoyuan', text: WHY })
    // Told within the second; twenty minutes later the clock speaks.
    await server.settle()
    await at(30)
    for (const who of ['qian', 'li', 'chen', 'zhou']) expect((await server.notices(who))[0]).toBe('response-reminder')
    await server.reply('qian', ticketId, '下午两点带挖机过来')
    await server.close('qian', ticketId, '挖开换了一截管子')
    await server.settle()
    expect((await server.notices('wang'))[0]).toBe('closed')
  })

  it('what belongs to a department is refused to a village with its name, and its officer sees and settles it', async () => {
    const ticketId = await server.submit('wang')
    const { transfer, setTopic } = acts()
    const { topicId } = await new SaveTopic(fresh.database.unitOfWork, fresh.database.ids).execute(await server.as('sun'), null, {
      name: '供水', departmentUnitId: 'water', words: ['下水道'], isActive: true,
    })
    expect((await view(ticketId, 'li')).ways).toMatchObject({ topic: null, offeredTopics: [{ name: '供水', departmentName: '供水站' }] })
    expect((await view(ticketId, 'wang')).ways.offeredTopics).toEqual([])
    const offered = async () => (await destinationsOf(fresh.reads, await server.as('li'), ticketId)).transfer.map(({ id }) => id)
    expect((await offered()).slice(0, 2)).toEqual(['water', 'taoyuan'])
    await expect(view(ticketId, 'shui')).rejects.toThrow('ticket.not-found')
    await setTopic('li', { ticketId, topicId })
    await expect(transfer('li', { ticketId, toUnitId: 'taoyuan', text: WHY })).rejects.toMatchObject({
      code: 'ticket.belongs-to-department', details: { department: '供水站' },
    })
    expect(await offered()).toEqual(['water'])
    await transfer('li', { ticketId, toUnitId: 'water', text: WHY })
    await server.settle()
    expect(await server.notices('shui')).toEqual(['handed-to-you'])
    expect(await groupsOf('shui')).toEqual(['answer'])
    expect((await view(ticketId, 'shui')).respondedAt).toBeNull()
    await server.close('shui', ticketId, '阀门换好了，来水了')
    expect((await view(ticketId, 'wang')).respondedBy).toMatchObject({ name: '水根', post: 'officer' })
  })

  it('the board says whom to call at a department: who answered there, else who is there', async () => {
    await settlePerson(fresh.database, { id: 'quan', name: '泉清', phone: '13900000012' }, {
      ...postOf('quan', 'officer', 'water', 1), subDistrictId: 'qingxi',
    })
    const ticketId = await server.submit('wang')
    await acts().transfer('li', { ticketId, toUnitId: 'water', text: WHY })
    const held = async () => {
      const { columns } = await server.boards.overdue(await server.as('sun'))
      const row = columns.flatMap(({ rows }) => rows).find(({ id }) => id === ticketId)
      return [row?.holderUnitName, row?.holder?.name, row?.holderPhone]
    }
    await at(61)
    expect(await held()).toEqual(['供水站', '水根', '13900000011'])
    await server.reply('quan', ticketId, '下午带人去换阀门')
    await at(24 * 60 + 1)
    expect(await held()).toEqual(['供水站', '泉清', '13900000012'])
  })

  it('goes up, is settled in a special meeting, and comes back down', async () => {
    const ticketId = await server.submit('wang')
    const { escalate, minutes, rule } = acts()
    await at(20)
    await escalate('li', { ticketId, text: '要几个村一起挖，村里定不了' })
    await server.settle()
    for (const who of ['sun', 'wu']) expect(await server.notices(who)).toEqual(['handed-to-you'])
    await at(50)
    await minutes('wu', { ticketId, heldOn: '2026-09-14', attendees: '吴立、孙静、李建国', decision: '街道出钱，柳树村周三开挖' })
    const met = await view(ticketId, 'wang')
    expect(met).toMatchObject({ responseMissed: false, heldBySubDistrict: true, respondedBy: { name: '吴立' } })
    expect(met.messages.at(-1)).toMatchObject({
      kind: 'minutes', isResponse: true, text: '9月14日专题会\n参加的人：吴立、孙静、李建国\n定下来：街道出钱，柳树村周三开挖',
    })
    await server.settle()
    // Neighbours read what was decided, not why it was handed up.
    expect((await view(ticketId, 'zhao')).messages.map(({ kind }) => kind)).toEqual(['minutes'])
    await rule('sun', { ticketId, isUpheld: null, toUnitId: 'liushu', text: '按会上定的办' })
    await server.settle()
    expect((await server.notices('li'))[0]).toBe('handed-to-you')
    await server.close('li', ticketId, '周三挖开修好了')
  })

  it('a promise granted before the deadline is the deadline: no order goes out until it is broken', async () => {
    const ticketId = await server.submit('wang')
    const { ask, decide } = acts()
    const promisedAt = NINE + 5 * 24 * HOUR_MS
    await follow('zhao', ticketId)
    await at(30)
    await ask('li', { ticketId, promisedAt, text: '配件周五才到，到了就换，先用抽水泵顶着' })
    await server.settle()
    expect((await server.notices('sun'))[0]).toBe('extension-asked')
    const [asked] = (await view(ticketId, 'sun')).ways.extensions
    expect(asked).toMatchObject({ state: 'asked', askedBy: { name: '李建国' }, promisedAt })
    expect(await groupsOf('sun')).toEqual(['extensions'])
    await decide('sun', { ticketId, extensionId: asked?.id ?? '', isGranted: true, text: null })
    expect(await groupsOf('sun')).toEqual([])
    await server.settle()
    expect([(await server.notices('li'))[0], (await server.notices('wang'))[0]]).toEqual(['extension-ruled', 'promised'])
    expect((await server.notices('zhao'))[0]).toBe('follow-promised')
    expect((await view(ticketId, 'wang')).cycle.closureDueAt).toBe(promisedAt)
    fresh.clock.set(promisedAt)
    await server.settle()
    expect((await view(ticketId, 'wang')).cycle).toMatchObject({ closureMissed: false, orderCount: 0 })
    expect((await server.notices('li'))[0]).toBe('closure-warning')
    fresh.clock.advance(1)
    await server.settle()
    expect((await view(ticketId, 'wang')).cycle).toMatchObject({ closureMissed: true, orderCount: 1 })
  })

  it('one that nobody decided before the deadline has moved nothing', async () => {
    const ticketId = await server.submit('wang')
    const { ask, decide } = acts()
    await ask('li', { ticketId, promisedAt: NINE + 5 * 24 * HOUR_MS, text: '配件周五才到，到了就换' })
    fresh.clock.set(NINE + 24 * HOUR_MS + 1)
    await server.settle()
    const late = await view(ticketId, 'sun')
    expect(late).toMatchObject({ cycle: { closureMissed: true, orderCount: 1 }, ways: { extensions: [{ state: 'lapsed' }] } })
    const extensionId = late.ways.extensions[0]?.id ?? ''
    await expect(decide('sun', { ticketId, extensionId, isGranted: true, text: null })).rejects.toThrow('ticket.extension-lapsed')
  })
})
