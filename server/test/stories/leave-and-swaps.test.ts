import { postTable } from '../../src/features/identity/post.table'
import { china, dutyStory, type DutyStory } from '../support/duty-story'
import { rosterInHand } from '../support/roster-in-hand'
import { postOf } from '../support/small-village'

describe('leave', () => {
  let story: DutyStory
  beforeEach(async () => {
    story = await dutyStory()
    await story.sits()
  })
  afterEach(() => story.close())

  it('over several days: each shift to whoever is next in fairness, each of them told once', async () => {
    const { roster, server, told, seats } = story
    const { passed } = await roster.leave('zhao', '2026-09-14', '2026-09-16')
    // He sits on the 15th and the 17th; of the leads, Chen does not lead on the 14th, and on the 16th neither.
    expect(passed.map(({ on, seat, toPersonId }) => [on, seat, toPersonId])).toEqual([
      ['2026-09-14', 'member', 'he'], ['2026-09-16', 'member', 'he'],
    ])
    expect(await seats()).toEqual([
      '2026-09-14 lead li', '2026-09-14 member he', '2026-09-15 lead chen', '2026-09-15 member he',
      '2026-09-16 lead li', '2026-09-16 member he', '2026-09-17 lead chen', '2026-09-17 member he',
    ])
    await server.settle()
    const both = { days: ['2026-09-14', '2026-09-16'], fromAt: china('14T09:00') }
    expect(await told('zhao')).toMatchObject([{ kind: 'duty-handed-on', data: both }])
    expect(await told('he')).toMatchObject([{ kind: 'duty-received', data: both }])
    expect(await told('chen')).toEqual([])
  })

  it('that leaves nobody is a hole: leads and staff hear, and the matter is with whoever stands in', async () => {
    const { roster, server, told, holder, rerouted, fresh } = story
    const ticketId = await server.submit('wang', { addresseeId: 'zhao' })
    await fresh.unitOfWork.run(async (work) =>
      work.write("UPDATE posts SET to_at = ? WHERE person_id = 'he' AND kind = 'committee-member'", [work.now]))
    fresh.clock.set(china('14T09:20'))
    // Chen may sit as a member and leads nowhere that day; he is away, too.
    await roster.leave('chen', '2026-09-14', '2026-09-14')
    await roster.leave('li', '2026-09-14', '2026-09-14')
    expect(await holder(ticketId)).toBe('zhao')
    const { passed } = await roster.leave('zhao', '2026-09-14', '2026-09-14')
    expect(passed.map(({ toPersonId }) => toPersonId)).toEqual([null])
    await server.settle()
    // All of them are on leave: then the secretary all the same, since somebody must.
    expect(await holder(ticketId)).toBe('li')
    expect(await rerouted()).toEqual(['zhao → li: leave'])
    expect((await told('zhao')).map(({ kind, data }) => [kind, data.personName])).toEqual([['duty-handed-on', undefined]])
    expect((await told('li')).at(-1)).toMatchObject({ kind: 'duty-received', data: { days: [], ticketCount: 1, matter: '赵大山不值班了' } })
    // Counted when they are told: by then both seats of the day are empty.
    expect((await told('sun')).map(({ kind, data }) => [kind, data.count])).toEqual([['roster-holes', 2], ['roster-holes', 2]])
  })

  it('is entered by a lead for the committee, by staff for everybody, and by nobody else', async () => {
    const { roster } = story
    const enter = (by: string, of: string) => roster.leave(by, '2026-09-16', '2026-09-16', of)
    expect((await enter('chen', 'zhao')).passed).toHaveLength(1)
    expect((await enter('sun', 'li')).passed).toHaveLength(1)
    expect((await enter('sun', 'zhou')).passed).toEqual([])
    for (const [by, of] of [['he', 'chen'], ['qian', 'chen'], ['chen', 'zhou'], ['wu', 'chen'], ['tang', 'chen'], ['chen', 'wang'], ['chen', 'no-such'], ['sun', 'wang']] as const) {
      await expect(enter(by, of)).rejects.toThrow('identity.person-not-found')
    }
  })

  it('over the end of a month is one leave, and each of its days goes over', async () => {
    const { roster, sits, seats, fresh, server, told } = story
    await sits([['2026-09-30', 'lead', 'chen'], ['2026-09-30', 'member', 'zhao'], ['2026-10-01', 'member', 'zhao']])
    const { passed } = await roster.leave('zhao', '2026-09-29', '2026-10-02')
    expect(passed.map(({ on }) => on)).toEqual(['2026-09-30', '2026-10-01'])
    expect(passed.map(({ toPersonId }) => toPersonId)).not.toContain(null)
    expect((await seats()).filter((seat) => seat.endsWith('zhao')).map((seat) => seat.slice(0, 10))).toEqual(['2026-09-14', '2026-09-16'])
    const months = await fresh.reads.query<{ month: string; revision: number }>('SELECT month, revision FROM roster_months ORDER BY month')
    expect(months.map(({ month, revision }) => [month, Number(revision)])).toEqual([['2026-09', 2], ['2026-10', 2]])
    await server.settle()
    const receivers = new Set(passed.map(({ toPersonId }) => toPersonId))
    expect(await told('zhao')).toHaveLength(receivers.size)
  })

  it('that is called off gives nothing back, and the days may be taken anew', async () => {
    const { roster, seats, fresh } = story
    const { leaveId } = await roster.leave('chen', '2026-09-15', '2026-09-17')
    expect((await roster.mine('chen')).leaves.map(({ fromOn, toOn }) => [fromOn, toOn])).toEqual([['2026-09-15', '2026-09-17']])
    await expect(roster.leave('chen', '2026-09-17', '2026-09-18')).rejects.toThrow('roster.leave-overlaps')
    await expect(roster.cancelLeave('he', leaveId)).rejects.toThrow('roster.leave-not-found')
    await expect(roster.cancelLeave('qian', leaveId)).rejects.toThrow('roster.leave-not-found')
    fresh.clock.set(china('15T12:00'))
    await roster.cancelLeave('li', leaveId)
    await expect(roster.cancelLeave('chen', leaveId)).rejects.toThrow('roster.leave-not-found')
    expect((await roster.mine('chen')).leaves).toEqual([])
    expect((await seats()).filter((seat) => seat.endsWith('chen'))).toEqual([])
    await roster.edit('li', '2026-09', { villageId: 'liushu', on: '2026-09-17', seat: 'lead', seenPersonId: 'li', personId: 'chen' })
    expect((await seats()).filter((seat) => seat.endsWith('chen'))).toEqual(['2026-09-17 lead chen'])
    expect((await roster.leave('chen', '2026-09-17', '2026-09-17')).passed).toHaveLength(1)
  })

  it('two servers that enter the same leave: one is entered', async () => {
    const { roster, fresh } = story
    const another = rosterInHand(await fresh.openAnother())
    const entered = await Promise.allSettled([roster.leave('li', '2026-11-02', '2026-11-05'), another.leave('li', '2026-11-04', '2026-11-06')])
    expect(entered.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(entered.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'roster.leave-overlaps' } })
  })
})

describe('a swap', () => {
  let story: DutyStory
  const slot = (day: string, seat = 'lead') => `liushu-2026-09-${day}-${seat}`
  beforeEach(async () => {
    story = await dutyStory()
    await story.sits()
  })
  afterEach(() => story.close())

  it('of a running shift moves it with what is unanswered, at the yes and not before', async () => {
    const { roster, server, holder, rerouted, told, seats } = story
    const ticketId = await server.submit('wang')
    const swapId = await roster.askSwap('li', slot('14'), 'chen')
    await server.settle()
    expect(await holder(ticketId)).toBe('li')
    expect(await told('chen')).toMatchObject([{ kind: 'swap-asked', data: { personName: '李建国', days: ['2026-09-14'] } }])
    expect((await roster.mine('chen')).asked).toMatchObject([{ id: swapId, slot: { villageName: '柳树村', seat: 'lead' }, inReturn: null }])
    await story.at('14T09:20')
    await roster.answerSwap('chen', swapId, true)
    expect(await holder(ticketId)).toBe('chen')
    await server.settle()
    expect(await rerouted()).toEqual(['li → chen: swap'])
    expect(await told('li')).toMatchObject([{ kind: 'swap-answered', data: { personName: '陈明', matter: '答应了' } }])
    expect((await told('chen')).map(({ kind, data }) => [kind, data.ticketCount])).toEqual([['swap-asked', undefined], ['duty-received', 1]])
    expect((await seats()).slice(0, 2)).toEqual(['2026-09-14 lead chen', '2026-09-14 member zhao'])
    expect((await story.view(ticketId)).held.map(({ person, minutes }) => [person?.personId, minutes])).toEqual([['li', 20]])
  })

  it('with a day in return puts each in the other’s place', async () => {
    const { roster, server, told, seats } = story
    const offered = await roster.partners('li', slot('16'))
    expect(offered.partners.map(({ person, slots }) => [person.personId, slots.map(({ slotId }) => slotId)])).toEqual([
      ['chen', [slot('15'), slot('17')]],
    ])
    const swapId = await roster.askSwap('li', slot('16'), 'chen', slot('17'))
    await roster.answerSwap('chen', swapId, true)
    expect((await seats()).filter((seat) => seat.includes('lead'))).toEqual([
      '2026-09-14 lead li', '2026-09-15 lead chen', '2026-09-16 lead chen', '2026-09-17 lead li',
    ])
    await server.settle()
    expect((await told('li')).map(({ kind }) => kind)).toEqual(['swap-answered'])
    expect((await told('chen')).map(({ kind }) => kind)).toEqual([])
    await expect(roster.answerSwap('chen', swapId, false)).rejects.toThrow('roster.swap-over')
  })

  it('declined or taken back moves nothing', async () => {
    const { roster, server, told, seats } = story
    const before = await seats()
    const declined = await roster.askSwap('zhao', slot('16', 'member'), 'he')
    await expect(roster.askSwap('zhao', slot('16', 'member'), 'chen')).rejects.toThrow('roster.swap-asked-already')
    await expect(roster.answerSwap('chen', declined, true)).rejects.toThrow('roster.swap-not-found')
    await roster.answerSwap('he', declined, false)
    const withdrawn = await roster.askSwap('zhao', slot('16', 'member'), 'he')
    await roster.withdrawSwap('zhao', withdrawn)
    await expect(roster.answerSwap('he', withdrawn, true)).rejects.toThrow('roster.swap-over')
    await server.settle()
    expect(await seats()).toEqual(before)
    expect((await told('zhao')).map(({ kind, data }) => [kind, data.matter])).toEqual([['swap-answered', '这次换不了']])
  })

  it('is off when the shift has gone elsewhere meanwhile', async () => {
    const { roster, seats } = story
    const swapId = await roster.askSwap('li', slot('16'), 'chen')
    await roster.leave('li', '2026-09-16', '2026-09-16')
    expect((await roster.mine('chen')).asked).toEqual([])
    await expect(roster.answerSwap('chen', swapId, true)).rejects.toThrow('roster.swap-over')
    expect((await seats()).filter((seat) => seat.startsWith('2026-09-16 lead'))).toEqual(['2026-09-16 lead chen'])
  })

  it('shows nobody else’s shift', async () => {
    const { roster } = story
    await expect(roster.partners('chen', slot('16'))).rejects.toThrow('roster.slot-not-found')
    await expect(roster.askSwap('chen', slot('16'), 'li')).rejects.toThrow('roster.slot-not-found')
  })

  it('of two stationed cadres lets each act where he sits, and only while he does', async () => {
    const { roster, server, fresh, sits } = story
    await fresh.unitOfWork.run(async (work) => work.insert(postTable, postOf('tang', 'stationed-cadre', 'taoyuan')))
    await sits([['2026-09-16', 'stationed', 'zhou']])
    await sits([['2026-09-18', 'stationed', 'tang']], 'taoyuan')
    const swapId = await roster.askSwap('zhou', slot('16', 'stationed'), 'tang', 'taoyuan-2026-09-18-stationed')
    await roster.answerSwap('tang', swapId, true)
    fresh.clock.set(china('16T08:29:59.999'))
    const early = await server.submit('wang', { addresseeId: 'he' })
    await expect(server.boards.view(await server.as('tang'), early)).rejects.toThrow('ticket.not-found')
    fresh.clock.set(china('16T08:30'))
    const ticketId = await server.submit('wang', { addresseeId: 'tang' })
    await server.settle()
    expect(await story.holder(ticketId)).toBe('tang')
    expect((await server.notices('tang')).slice(0, 2).sort()).toEqual(['shift-begins', 'you-are-asked'])
    const { groups } = await server.boards.inbox(await server.as('tang'))
    expect(groups.flatMap(({ rows }) => rows.map(({ id }) => id))).toContain(ticketId)
    await server.reply('tang', ticketId, '我现在过去看看')
    fresh.clock.set(china('16T18:00'))
    await expect(server.boards.view(await server.as('tang'), ticketId)).rejects.toThrow('ticket.not-found')
  })

  it.each([1, 2, 3])('accepted while the other goes on leave, on two servers (%i): nothing is lost, nobody sits twice', async (round) => {
    const { roster, fresh, seats } = story
    const another = rosterInHand(await fresh.openAnother())
    const swapId = await roster.askSwap('li', slot('16'), 'chen', slot('17'))
    const pair = round === 1
      ? [roster.answerSwap('chen', swapId, true), another.leave('chen', '2026-09-16', '2026-09-16')]
      : round === 2
        ? [roster.answerSwap('chen', swapId, true), another.leave('li', '2026-09-16', '2026-09-17')]
        : [roster.answerSwap('chen', swapId, true), another.answerSwap('chen', swapId, true)]
    const done = await Promise.allSettled(pair)
    for (const one of done) {
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: expect.stringMatching(/^roster\.(swap-over|on-leave)$/) as string })
    }
    const leads = (await seats()).filter((seat) => seat.includes(' lead '))
    expect(leads.map((seat) => seat.slice(0, 10))).toEqual(['2026-09-14', '2026-09-15', '2026-09-16', '2026-09-17'])
    const away = await fresh.reads.query<{ person_id: string; from_on: string; to_on: string }>('SELECT person_id, from_on, to_on FROM duty_leaves')
    for (const { person_id: who, from_on: from, to_on: to } of away) {
      expect(leads.filter((seat) => seat.endsWith(` ${who}`) && seat.slice(0, 10) >= from && seat.slice(0, 10) <= to)).toEqual([])
    }
    const perDay = await fresh.reads.query<{ n: number }>(
      'SELECT COUNT(*) AS n FROM duty_slots WHERE to_at > ? AND person_id IS NOT NULL GROUP BY duty_on, person_id', [fresh.clock.at()])
    expect(perDay.map(({ n }) => Number(n)).every((n) => n === 1)).toBe(true)
  })
})
