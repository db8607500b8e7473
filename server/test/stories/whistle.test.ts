import { DAY_MS, HOUR_MS, MINUTE_MS } from '@huiying/shared/kernel'
import { partStateOf } from '@huiying/shared/tickets'
import { myParts } from '../../src/features/tickets/my-parts.board'
import { departmentsFor } from '../../src/features/tickets/departments.board'
import { readTicket } from '../../src/features/tickets/ticket-rows'
import { departmentsAtWork, settleDepartments } from '../support/departments'
import type { FreshDatabase } from '../support/fresh-database'
import type { ServerInHand } from '../support/server-in-hand'
import { villageStory } from '../support/village-story'

/** A burst pipe under a road: more than a village can do. */
describe('the whistle', () => {
  let fresh: FreshDatabase
  let server: ServerInHand
  let at: ReturnType<typeof departmentsAtWork>
  let ticketId: string

  beforeEach(async () => {
    ;({ fresh, server } = await villageStory(settleDepartments))
    at = departmentsAtWork(fresh.database)
    ticketId = await server.submit('wang', { text: '村口水管爆了，路也塌了，车都过不去' })
    await server.reply('li', ticketId, '我先关阀门，马上请街道叫人来')
    fresh.clock.advance(10 * MINUTE_MS)
  })
  afterEach(() => fresh.close())

  const waitsFor = async (personId: string) =>
    (await server.boards.inbox(await server.as(personId))).groups.filter(({ count }) => count > 0).map(({ key }) => key)
  const view = async (personId: string) => server.boards.view(await server.as(personId), ticketId)
  const partsSeen = async (personId: string) =>
    (await view(personId)).parts.map(({ unit, state }) => `${unit.name} ${state}`)
  const lateOnBoard = async (personId: string) => {
    const { lateParts: { count, rows }, villages } = await server.boards.overdue(await server.as(personId))
    expect(rows).toHaveLength(count)
    expect(villages.reduce((sum, { late }) => sum + late, 0)).toBeGreaterThanOrEqual(count)
    return rows.map(({ departmentName, task, reportDueAt, officer }) =>
      [departmentName, task, reportDueAt, officer?.personId])
  }
  const mine = async (personId: string) =>
    myParts(fresh.reads, await server.as(personId), await fresh.database.clock.now())

  it('calls three; one refuses, the leader looks at why, another comes instead; the matter closes with the last', async () => {
    const calledAt = fresh.clock.at()
    await at.whistle('sun', ticketId, ['water', '换掉爆了的管子'], ['roads', '把塌了的路补上'], ['police', '把路口拦起来'])
    await server.settle()
    for (const officer of ['shui', 'lu', 'jing']) expect(await server.notices(officer)).toEqual(['part-called'])
    expect(await server.notices('dian')).toEqual([])
    expect((await mine('shui')).open).toMatchObject([
      { ticketId, unitName: '供水站', villageName: '柳树村', task: '换掉爆了的管子', state: 'called', reportDueAt: calledAt + 2 * HOUR_MS },
    ])

    fresh.clock.advance(40 * MINUTE_MS)
    await at.report('shui', ticketId, 'water')
    await at.refuse('jing', ticketId, 'police', '村道由村里自己拦，不归交警')
    await server.settle()
    expect((await server.notices('wu'))[0]).toBe('part-refused')
    expect([await waitsFor('wu'), await waitsFor('sun')]).toEqual([['refusals'], []])
    expect(await server.notices('sun')).not.toContain('part-refused')

    // The road people come a quarter of an hour late: everybody who can act has heard of it, and the mark stays.
    fresh.clock.set(calledAt + 2 * HOUR_MS + 15 * MINUTE_MS)
    await server.settle()
    expect((await server.notices('lu'))[0]).toBe('part-overdue')
    expect((await server.notices('wu'))[0]).toBe('part-overdue')
    expect(await server.notices('jing')).toEqual(['part-called'])
    expect(await lateOnBoard('sun')).toEqual([['城建办', '把塌了的路补上', calledAt + 2 * HOUR_MS, 'lu']])
    await at.report('lu', ticketId, 'roads')
    expect(await lateOnBoard('wu')).toEqual([])
    expect((await view('sun')).parts).toMatchObject([
      { unit: { name: '供水站' }, state: 'there', reportMissed: false },
      { unit: { name: '城建办' }, state: 'there', reportMissed: true },
      { unit: { name: '派出所' }, state: 'refused', reportMissed: false },
    ])

    await at.review('wu', ticketId, 'police', true, '村道确实不归派出所')
    expect(await waitsFor('wu')).toEqual([])
    await at.whistle('sun', ticketId, ['power', '电线杆要倒，请先断电'])
    await server.settle()
    expect((await server.notices('jing'))[0]).toBe('part-reviewed')
    expect(await server.notices('dian')).toEqual(['part-called'])

    await expect(server.close('li', ticketId, '水管和路都修好了')).rejects.toThrow('ticket.parts-open')
    await at.finish('shui', ticketId, 'water', '换了六米管子，已经通水')
    await at.finish('lu', ticketId, 'roads', '路面补平了，能过车')
    await server.settle()
    expect((await view('wang')).status).toBe('in-progress')
    fresh.clock.advance(HOUR_MS)
    await at.finish('dian', ticketId, 'power', '电杆扶正了，电也通了')
    await server.settle()

    const seen = await view('wang')
    expect(seen).toMatchObject({
      status: 'closed', cycle: { outcome: 'settled', closedAt: fresh.clock.at(), closureMissed: false },
      parts: [{ state: 'done' }, { state: 'done' }, { state: 'excused' }, { state: 'done', reportMissed: false }],
    })
    const closure = seen.messages.find(({ kind }) => kind === 'closure')
    expect(closure?.text).toBe('供水站：换了六米管子，已经通水\n城建办：路面补平了，能过车\n供电局：电杆扶正了，电也通了')
    expect(closure?.author).toMatchObject({ personId: 'dian' })
    expect((await server.notices('wang'))[0]).toBe('closed')
    expect((await server.notices('sun')).filter((kind) => kind === 'part-closed')).toHaveLength(3)
    expect((await mine('dian')).over).toMatchObject([{ state: 'done' }])
    await server.rate('wang', ticketId)
    expect((await view('wang')).status).toBe('rated')
  })

  it('the leader has one come that refused, and the clock begins anew', async () => {
    await at.whistle('sun', ticketId, ['police', '把路口拦起来'])
    await at.refuse('jing', ticketId, 'police', '没有人手')
    fresh.clock.advance(3 * HOUR_MS)
    await server.settle()
    expect(await server.notices('wu')).not.toContain('part-overdue')
    expect(await lateOnBoard('wu')).toEqual([])
    await expect(at.review('sun', ticketId, 'police', false, '必须去')).rejects.toThrow('ticket.only-leader')
    await at.review('wu', ticketId, 'police', false, '先去两个人')
    const mustComeAt = fresh.clock.at()
    await server.settle()
    expect((await mine('jing')).open).toMatchObject([{ state: 'called', reportDueAt: mustComeAt + 2 * HOUR_MS }])
    fresh.clock.advance(2 * HOUR_MS)
    expect(await lateOnBoard('wu')).toEqual([])
    fresh.clock.advance(1)
    expect((await lateOnBoard('wu')).map(([name]) => name)).toEqual(['派出所'])
    fresh.clock.advance(MINUTE_MS)
    await server.settle()
    expect((await server.notices('wu'))[0]).toBe('part-overdue')
    expect((await view('wu')).parts[0]?.inside).toMatchObject({
      task: '把路口拦起来', refusal: { text: '没有人手', by: { personId: 'jing' } }, review: { text: '先去两个人' },
    })
  })

  it('what offices say among themselves is not the resident’s or the neighbours’ to read; what was done is his', async () => {
    await at.whistle('sun', ticketId, ['water', '换掉爆了的管子'], ['police', '把路口拦起来'])
    await at.refuse('jing', ticketId, 'police', '没有人手')
    await at.finish('shui', ticketId, 'water', '换了六米管子')
    const [wang, zhao] = [await view('wang'), await view('zhao')]
    expect(wang.parts.map(({ inside, done }) => [inside, done?.text ?? null])).toEqual([[null, '换了六米管子'], [null, null]])
    expect(zhao.parts).toEqual([])
    for (const seen of [wang, zhao]) expect(JSON.stringify(seen)).not.toMatch(/换掉爆了|拦起来|没有人手/)
    expect(await partsSeen('li')).toEqual(['供水站 done', '派出所 refused'])
  })

  it('a department sees what it is called for, and nothing else of the village', async () => {
    const other = await server.submit('wang', { text: '路灯坏了' })
    await expect(view('shui')).rejects.toThrow('ticket.not-found')
    await at.whistle('sun', ticketId, ['water', '换掉爆了的管子'])
    expect((await view('shui')).role).toBe('handler')
    await expect(server.boards.view(await server.as('shui'), other)).rejects.toThrow('ticket.not-found')
    await expect(view('lu')).rejects.toThrow('ticket.not-found')
    await expect(at.report('lu', ticketId, 'water')).rejects.toThrow('ticket.not-found')
    await expect(at.report('li', ticketId, 'water')).rejects.toThrow('ticket.only-department')
  })

  it('a taken back matter calls off whoever is on his way, and leaves their list', async () => {
    await at.whistle('sun', ticketId, ['water', '换掉爆了的管子'])
    await server.withdraw('wang', ticketId)
    await server.settle()
    expect((await server.notices('shui'))[0]).toBe('withdrawn')
    expect((await mine('shui')).open).toEqual([])
    fresh.clock.advance(3 * HOUR_MS)
    await server.settle()
    expect((await server.notices('shui'))[0]).toBe('withdrawn')
    expect(await lateOnBoard('sun')).toEqual([])
  })

  it('the board shows of late departments what the rule calls late, whatever has been said and done meanwhile', async () => {
    const called = ['water', 'roads', 'police', 'power'] as const
    await at.whistle('sun', ticketId, ...called.map((unitId) => [unitId, '请来看看'] as const))
    await at.report('shui', ticketId, 'water')
    await at.refuse('lu', ticketId, 'roads', '没有人手')
    await at.review('wu', ticketId, 'roads', true, '确实没有')
    await at.review('wu', ticketId, 'police', true, '叫错了')
    const late = async () => {
      const ticket = (await readTicket(fresh.reads, ticketId))?.ticket
      const now = await fresh.database.clock.now()
      return ticket?.parts.filter((part) => partStateOf(part, now) === 'late').length
    }
    for (const [minutes, expected] of [[119, 0], [1, 0], [1, 1]] as const) {
      fresh.clock.advance(minutes * MINUTE_MS)
      expect([(await lateOnBoard('sun')).length, await late()]).toEqual([expected, expected])
    }
    await fresh.unitOfWork.run(async (work) => work.write("UPDATE posts SET to_at = ? WHERE person_id = 'dian'", [work.now]))
    expect((await lateOnBoard('sun')).map(([name, , , who]) => [name, who])).toEqual([['供电局', undefined]])
  })

  it('the board names who is still at a late matter, not who need not come or has done his part', async () => {
    await at.whistle('sun', ticketId, ['water', '换管子'], ['police', '拦路口'], ['roads', '补路'])
    await at.refuse('jing', ticketId, 'police', '不归交警')
    await at.review('wu', ticketId, 'police', true, '村里自己拦')
    fresh.clock.advance(DAY_MS)
    const named = async () => (await server.boards.overdue(await server.as('sun'))).columns
      .flatMap(({ rows }) => rows).map(({ id, departments }) => [id, departments])
    expect(await named()).toEqual([[ticketId, ['供水站', '城建办']]])
    await at.finish('shui', ticketId, 'water', '换好了')
    expect(await named()).toEqual([[ticketId, ['城建办']]])
  })

  it('rejected, the matter may be whistled for again; the new end speaks of the new round alone', async () => {
    await at.whistle('sun', ticketId, ['water', '换掉爆了的管子'])
    await at.finish('shui', ticketId, 'water', '换了六米管子')
    fresh.clock.advance(HOUR_MS)
    await server.reject('wang', ticketId, '又漏了')
    await at.whistle('sun', ticketId, ['water', '接头又漏了，重新接'])
    await at.finish('shui', ticketId, 'water', '接头换成铜的了')
    const closures = (await view('wang')).messages.filter(({ kind }) => kind === 'closure')
    expect(closures.map(({ text }) => text)).toEqual(['供水站：换了六米管子', '供水站：接头换成铜的了'])
  })

  it('whoever called them, and has left his office since, hears no more of it', async () => {
    await at.whistle('sun', ticketId, ['water', '换掉爆了的管子'])
    await fresh.unitOfWork.run(async (work) => work.write("UPDATE posts SET to_at = ? WHERE person_id = 'sun'", [work.now]))
    await at.finish('shui', ticketId, 'water', '换了六米管子')
    await server.settle()
    expect(await server.notices('sun')).not.toContain('part-closed')
    expect((await server.notices('wang'))[0]).toBe('closed')
  })

  it('whom one may call: those of the sub-district and of its county, and only where somebody is', async () => {
    const { departments } = await departmentsFor(fresh.reads, await server.as('sun'), fresh.clock.at())
    expect(departments.map(({ name, isEmpty }) => `${name}${isEmpty ? '（没人）' : ''}`))
      .toEqual(['文化站（没人）', '派出所', '城建办', '供水站', '供电局'])
    await expect(at.whistle('sun', ticketId, ['empty', '请来看看'])).rejects.toThrow('ticket.department-not-found')
    await expect(at.whistle('li', ticketId, ['water', '请来看看'])).rejects.toThrow('ticket.only-sub-district')
  })
})
