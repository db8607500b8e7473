import { HOUR_MS, MINUTE_MS } from '@huiying/shared/kernel'
import { PublishMonth } from '../../src/features/roster/publish-month'
import { settleRoster, slotOf } from '../support/duty-roster'
import { china, dutyStory, type DutyStory } from '../support/duty-story'
import { serverInHand } from '../support/server-in-hand'
import { NO_WECHAT } from '../support/village-story'

describe('duty moves, and unanswered matters go along', () => {
  let story: DutyStory
  beforeEach(async () => {
    story = await dutyStory()
  })
  afterEach(() => story.close())

  it('leave at 09:20 with four unanswered: four go over at once, no deadline moves, both are told once', async () => {
    const { fresh, server, roster, sits, at, view, told, rerouted } = story
    await sits()
    const ids = [await server.submit('wang'), await server.submit('wang'), await server.submit('wang'), await server.submit('wang')]
    await at('14T09:20')
    const before = await Promise.all(ids.map((id) => view(id)))
    expect(before.map(({ heldBy }) => heldBy?.personId)).toEqual(['li', 'li', 'li', 'li'])
    const { passed } = await roster.leave('li', '2026-09-14', '2026-09-14')
    expect(passed).toEqual([{ villageId: 'liushu', on: '2026-09-14', seat: 'lead', toPersonId: 'chen' }])
    // At once, before any worker ran.
    const after = await Promise.all(ids.map((id) => view(id)))
    expect(after.map(({ heldBy }) => heldBy?.personId)).toEqual(['chen', 'chen', 'chen', 'chen'])
    expect(after.map(({ responseDueAt, cycle }) => [responseDueAt, cycle.closureDueAt]))
      .toEqual(before.map(({ responseDueAt, cycle }) => [responseDueAt, cycle.closureDueAt]))
    await server.settle()
    // Its facts come once more, as after a server that died before it could say that they were dealt with.
    await fresh.unitOfWork.run(async (work) => work.write(
      "INSERT INTO outbox (due_at, id, attempts) SELECT 0, id, 0 FROM journal WHERE type = 'roster.duty-passed'", []))
    await server.settle()
    const along = { villageName: '柳树村', days: ['2026-09-14'], fromAt: china('14T09:20'), ticketCount: 4, dueAt: china('14T10:00') }
    expect(await told('li')).toMatchObject([{ kind: 'duty-handed-on', data: { ...along, personName: '陈明' } }])
    expect(await told('chen')).toMatchObject([{ kind: 'duty-received', data: { ...along, personName: '李建国' } }])
    expect(await told('zhao')).toEqual([])
    expect(await rerouted()).toEqual(Array(4).fill('li → chen: leave'))
    const { held, timeline } = await view(ids[0] ?? '', 'wang')
    expect(held.map(({ person, seat, minutes }) => [person?.personId, seat, minutes])).toEqual([['li', 'lead', 20]])
    expect(timeline.at(-1)).toMatchObject({ type: 'ticket.rerouted', from: { personId: 'li' }, to: { personId: 'chen' }, at: china('14T09:20') })
    const neighbour = await view(ids[0] ?? '', 'zhao').then(({ heldBy }) => heldBy?.personId)
    expect(neighbour).toBe('chen')
  })

  it('17:59:59.999 is the leaving shift’s, 18:00:00.000 the next one’s', async () => {
    const { fresh, server, sits, holder, told, rerouted } = story
    await sits()
    fresh.clock.set(china('14T17:59:59.999'))
    const [asked, before] = [await server.submit('wang', { addresseeId: 'li' }), await server.submit('wang', { addresseeId: 'he' })]
    expect([await holder(asked), await holder(before)]).toEqual(['li', 'li'])
    fresh.clock.set(china('14T18:00'))
    const after = await server.submit('wang', { addresseeId: 'li' })
    expect([await holder(asked), await holder(before), await holder(after)]).toEqual(['chen', 'he', 'chen'])
    await server.settle()
    expect(await rerouted()).toEqual(['li → chen: hand-over', 'li → he: hand-over'])
    expect(await told('chen')).toMatchObject([{ kind: 'shift-begins', data: { villageName: '柳树村', ticketCount: 1 } }])
    expect(await told('he')).toMatchObject([{ kind: 'shift-begins', data: { ticketCount: 1 } }])
    expect(await told('li')).toMatchObject([{ kind: 'duty-handed-on', data: { ticketCount: 2, days: [] } }])
    // Nothing went with him: a shift that ends is no news.
    expect(await told('zhao')).toEqual([])
  })

  it('an answer at 18:05 before a late timer is accounted to both shifts, and nothing is told of it', async () => {
    const { fresh, server, sits, at, view, told, rerouted } = story
    await sits()
    fresh.clock.set(china('14T17:30'))
    const ticketId = await server.submit('wang')
    fresh.clock.set(china('14T18:05'))
    await server.reply('chen', ticketId, '我马上带人过来')
    await at('14T18:10')
    const { held, heldBy } = await view(ticketId)
    expect(heldBy).toBeNull()
    expect(held.map(({ person, fromAt, toAt, minutes }) => [person?.personId, fromAt, toAt, minutes])).toEqual([
      ['li', china('14T17:30'), china('14T18:00'), 30], ['chen', china('14T18:00'), china('14T18:05'), 5],
    ])
    expect(await rerouted()).toEqual([])
    expect((await told('chen')).map(({ kind, data }) => [kind, data.ticketCount])).toEqual([['shift-begins', undefined]])
  })

  it('a server that was down over the border tells on return, at the instant it happened', async () => {
    const { fresh, server, sits, at, view, told, rerouted } = story
    await sits()
    fresh.clock.set(china('14T17:30'))
    const ticketId = await server.submit('wang')
    await at('14T18:20')
    expect(await rerouted()).toEqual(['li → chen: hand-over'])
    expect((await view(ticketId)).timeline.find(({ type }) => type === 'ticket.rerouted')?.at).toBe(china('14T18:00'))
    expect((await told('chen')).map(({ kind }) => kind)).toEqual(['shift-begins'])
  })

  it('one that was down over two borders tells nobody of a shift that is over', async () => {
    const { fresh, server, sits, at, holder, told } = story
    await sits()
    fresh.clock.set(china('14T17:30'))
    const ticketId = await server.submit('wang')
    await at('15T18:10')
    expect(await holder(ticketId)).toBe('li')
    expect((await told('he')).map(({ kind }) => kind)).not.toContain('shift-begins')
    expect((await told('chen')).map(({ kind }) => kind)).not.toContain('shift-begins')
    expect((await told('li')).map(({ kind }) => kind)).toEqual(['shift-begins'])
  })

  it('half an hour to the millisecond is in time; after it he is absent, and what was his goes to who is there', async () => {
    const { fresh, server, roster, sits, at, view, holder, told, rerouted } = story
    await sits()
    fresh.clock.set(china('14T17:50'))
    const ticketId = await server.submit('wang', { addresseeId: 'chen' })
    await at('14T18:00')
    await roster.takeOver('he', 'liushu-2026-09-15-member')
    await at('14T18:30')
    expect(await holder(ticketId)).toBe('chen')
    await at('14T18:30:00.001')
    expect(await holder(ticketId)).toBe('he')
    expect(await rerouted()).toEqual(['li → chen: hand-over', 'chen → he: absence'])
    expect((await told('chen')).at(-1)).toMatchObject({ kind: 'shift-absent', data: { villageName: '柳树村' } })
    expect((await told('chen')).at(-1)?.data.personName).toBeUndefined()
    expect((await told('li')).at(-1)).toMatchObject({ kind: 'shift-absent', data: { personName: '陈明' } })
    expect((await told('he')).at(-1)).toMatchObject({ kind: 'duty-received', data: { days: [], ticketCount: 1, matter: '陈明没有接班' } })
    expect(await server.notices('sun')).not.toContain('shift-absent')

    await at('14T18:47')
    await roster.takeOver('chen', 'liushu-2026-09-15-lead')
    expect(await holder(ticketId)).toBe('chen')
    await server.settle()
    expect(await rerouted()).toEqual(['li → chen: hand-over', 'chen → he: absence', 'he → chen: taken-over'])
    expect((await told('chen')).at(-1)).toMatchObject({ kind: 'duty-received', data: { ticketCount: 1 } })
    expect((await told('he')).at(-1)).toMatchObject({ kind: 'duty-handed-on', data: { ticketCount: 1, personName: '陈明' } })
    const { held } = await view(ticketId)
    expect(held.map(({ person, minutes }) => [person?.personId, minutes])).toEqual([['li', 10], ['chen', 30], ['he', 17]])
    expect((await roster.mine('chen')).current).toMatchObject([{ isAbsent: true, takenOverAt: china('14T18:47'), waiting: 1 }])
  })

  it('taken over in the last millisecond of the half hour, he was never away', async () => {
    const { roster, sits, at, told } = story
    await sits()
    await at('14T18:30')
    for (const [person, seat] of [['chen', 'lead'], ['he', 'member']] as const) await roster.takeOver(person, `liushu-2026-09-15-${seat}`)
    await at('14T18:31')
    expect((await told('chen')).map(({ kind }) => kind)).toEqual(['shift-begins'])
    expect((await roster.mine('chen')).current[0]?.isAbsent).toBe(false)
  })

  it('two servers that fire the same turn tell once', async () => {
    const { fresh, server, sits, told } = story
    await sits()
    fresh.clock.set(china('14T17:30'))
    await server.submit('wang')
    const another = serverInHand(await fresh.openAnother(), NO_WECHAT)
    fresh.clock.set(china('14T18:05'))
    await Promise.all([server.settle(), another.settle()])
    await Promise.all([server.settle(), another.settle()])
    const turns = await fresh.reads.query<{ n: number }>("SELECT COUNT(*) AS n FROM journal WHERE type = 'roster.shift-changed'")
    expect(Number(turns[0]?.n)).toBe(1)
    expect((await told('chen')).filter(({ kind }) => kind === 'shift-begins')).toHaveLength(1)
    expect((await told('li')).filter(({ kind }) => kind === 'duty-handed-on')).toHaveLength(1)
    const next = await fresh.reads.query<{ due_at: number }>("SELECT due_at FROM timers WHERE kind = 'roster.turn'")
    expect(next.map((row) => Number(row.due_at))).toEqual([china('14T18:30') + 1])
  })

  it('a month published while it runs takes over what is unanswered, and wakes at its next border', async () => {
    const { fresh, server, holder, rerouted, told } = story
    const drafts = (['14', '15'] as const).map((day) =>
      slotOf('liushu', [`2026-09-${day}`, 'lead', day === '14' ? 'chen' : 'li'], { publishedAt: null }))
    await settleRoster(fresh.database, drafts)
    const ticketId = await server.submit('wang')
    expect(await holder(ticketId)).toBe('li')
    await story.at('14T09:20')
    const publish = new PublishMonth(fresh.unitOfWork, fresh.database.ids)
    await publish.execute(await server.as('sun'), '2026-09', { seenRevision: 1, acceptHoles: false })
    expect(await holder(ticketId)).toBe('chen')
    await server.settle()
    expect(await rerouted()).toEqual(['li → chen: roster-changed'])
    expect((await told('chen')).map(({ kind, data }) => [kind, data.ticketCount])).toEqual([['duty-received', 1]])
    expect((await told('li')).map(({ kind }) => kind)).toEqual(['roster-published'])
    await story.at('14T09:50:00.001')
    expect((await told('chen')).map(({ kind }) => kind)).toEqual(['duty-received', 'shift-absent'])
    expect(await holder(ticketId)).toBe('li')
  })

  it('a matter that meets a hole alarms leads and staff, and is with the lead who stands in', async () => {
    const { server, sits, holder } = story
    await sits([['2026-09-14', 'lead', null], ['2026-09-14', 'member', null]])
    const ticketId = await server.submit('wang', { addresseeId: 'he' })
    await server.settle()
    expect(await holder(ticketId)).toBe('li')
    expect(await server.notices('li')).toEqual(['hole-met'])
    expect(await server.notices('chen')).toEqual(['hole-met'])
    expect(await server.notices('sun')).toEqual(['hole-met'])
    expect(await server.notices('he')).toEqual(['you-are-asked'])
    expect(await server.notices('wu')).toEqual([])
  })

  it('without a roster there is no hole to meet', async () => {
    const { server, holder } = story
    const ticketId = await server.submit('wang')
    await server.settle()
    expect(await holder(ticketId)).toBe('li')
    expect(await server.notices('sun')).toEqual([])
  })

  it('where nobody is left at all it is with nobody, and the minutes say so', async () => {
    const { fresh, server, view } = story
    const ticketId = await server.submit('wang')
    fresh.clock.advance(10 * MINUTE_MS)
    await fresh.unitOfWork.run(async (work) => work.write('UPDATE posts SET to_at = ? WHERE village_id = ? AND kind <> ?', [work.now, 'liushu', 'resident']))
    fresh.clock.advance(5 * MINUTE_MS)
    const { held, heldBy } = await view(ticketId, 'sun')
    expect(heldBy).toBeNull()
    expect(held.map(({ person, minutes }) => [person?.personId ?? null, minutes])).toEqual([['li', 10], [null, 5]])
  })

  it('the staff’s board names who holds it now, with his number', async () => {
    const { server, roster, sits, at } = story
    await sits()
    const ticketId = await server.submit('wang')
    await at('14T10:20')
    const late = async () => (await server.boards.overdue(await server.as('sun'))).columns[0]?.rows.find(({ id }) => id === ticketId)
    expect(await late()).toMatchObject({ holder: { personId: 'li' }, holderPhone: '13900000003' })
    await roster.leave('li', '2026-09-14', '2026-09-14')
    expect(await late()).toMatchObject({ holder: { personId: 'chen' }, holderPhone: '13900000004' })
    await server.write('wang', ticketId, '还堵着呢')
    await server.settle()
    expect((await server.notices('chen'))[0]).toBe('reporter-wrote')
    expect(china('14T10:20') - china('14T09:00')).toBeGreaterThan(HOUR_MS)
  })
})
