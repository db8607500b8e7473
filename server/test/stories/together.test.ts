import { DAY_MS, HOUR_MS, MINUTE_MS } from '@huiying/shared/kernel'
import { noticeTable } from '../../src/features/notifications/notice.table'
import { ComeApart } from '../../src/features/tickets/come-apart'
import { FollowTicket } from '../../src/features/tickets/follow-ticket'
import { MergeTickets } from '../../src/features/tickets/merge-tickets'
import { TogetherBoards } from '../../src/features/tickets/together-boards'
import type { FreshDatabase } from '../support/fresh-database'
import type { ServerInHand } from '../support/server-in-hand'
import { postOf, settlePerson } from '../support/small-village'
import { villageStory } from '../support/village-story'

const LAMP = { text: '桥头的路灯不亮了，晚上摸黑' }

/** Several people, one matter: the road of "我也遇到", of two tickets that are one, and of two that are not after all. */
describe('what several have met', () => {
  let fresh: FreshDatabase
  let server: ServerInHand
  let together: TogetherBoards

  beforeEach(async () => {
    ;({ fresh, server } = await villageStory((database) =>
      settlePerson(database, { id: 'feng', name: '冯秀' }, postOf('feng', 'resident', 'liushu'))))
    together = new TogetherBoards(fresh.database.reads, fresh.clock)
  })
  afterEach(() => fresh.close())

  const follow = async (who: string, ticketId: string, wants = true): Promise<void> =>
    new FollowTicket(fresh.unitOfWork, fresh.database.ids).execute(await server.as(who), ticketId, wants)
  const merge = async (who: string, ticketId: string, into: string): Promise<void> =>
    new MergeTickets(fresh.unitOfWork, fresh.database.ids).execute(await server.as(who), ticketId, into)
  const apart = async (who: string, ticketId: string): Promise<void> =>
    new ComeApart(fresh.unitOfWork, fresh.database.ids).execute(await server.as(who), ticketId)
  const view = async (who: string, ticketId: string) => server.boards.view(await server.as(who), ticketId)
  const alike = async (who: string, text: string) =>
    (await together.alike(await server.as(who), 'liushu', { text })).rows
  const told = async (who: string): Promise<readonly string[]> =>
    fresh.unitOfWork.run(async (work) =>
      (await work.find(noticeTable, { personId: who }, { orderBy: { id: 'asc' } })).map(({ kind, ticketId }) => `${kind} ${ticketId}`))

  it('shows a neighbour what is open and alike, and nothing that is not his to see', async () => {
    const lamp = await server.submit('wang', LAMP)
    await server.submit('wang', { text: '桥头的路灯坏了三盏', visibility: 'handlers' })
    await server.submit('wang', { text: '养老金没到' })
    const done = await server.submit('wang', { text: '桥头路灯不亮' })
    await server.close('li', done, '换了灯泡，亮了')
    const found = await alike('zhao', '桥头那个灯坏了')
    expect(found.map(({ ticket }) => ticket.id)).toEqual([lamp])
    expect(found[0]?.ticket).toMatchObject({ reporterName: null, followers: 0, mine: false })
    expect(await alike('zhao', '鱼塘的水浑了')).toEqual([])
    expect(await alike('zhao', '我')).toEqual([])
    await expect(alike('qian', '桥头那个灯坏了')).rejects.toThrow('identity.village-not-found')
    // A handler is shown what every resident is, and no more.
    expect((await alike('li', '桥头那个灯坏了')).map(({ ticket }) => ticket.id)).toEqual([lamp])
  })

  it('shows first what goes on; what nobody has said a word about for a month comes after it, and says so', async () => {
    const ids: string[] = []
    for (const text of ['桥头的路灯坏了', '桥头的路灯坏了两盏', '桥头的路灯坏了三盏']) {
      ids.push(await server.submit('wang', { text }))
      fresh.clock.advance(DAY_MS)
    }
    const [quiet = '', answered = '', quietToo = ''] = ids
    fresh.clock.advance(25 * DAY_MS)
    await server.reply('li', answered, '灯具到了，明天换')
    fresh.clock.advance(25 * DAY_MS)
    const young = await server.submit('wang', { text: '桥头的路灯不亮' })
    const found = await alike('zhao', '桥头的路灯坏了')
    expect(found.map(({ ticket, isQuiet }) => [ticket.id, isQuiet]))
      .toEqual([[answered, false], [young, false], [quiet, true]])
    expect(found.map(({ ticket }) => ticket.id)).not.toContain(quietToo)
  })

  it('counts who met it too, names him to no neighbour, and tells him of the answer and the end', async () => {
    const lamp = await server.submit('wang', LAMP)
    await follow('zhao', lamp)
    await follow('zhao', lamp)
    await follow('feng', lamp)
    expect((await view('wang', lamp)).together).toEqual({ followers: 2, isFollowing: false, people: [], merged: [], main: null })
    expect((await view('zhao', lamp)).together).toMatchObject({ followers: 2, isFollowing: true, people: [] })
    expect([...(await view('li', lamp)).together.people].sort()).toEqual(['冯秀', '赵大山'])
    for (const who of ['wang', 'feng']) expect(JSON.stringify(await view(who, lamp))).not.toMatch(/赵大山|zhao/)
    expect((await together.followed(await server.as('zhao'), null)).rows.map(({ id }) => id)).toEqual([lamp])

    await follow('feng', lamp, false)
    await expect(follow('feng', lamp, false)).rejects.toThrow('ticket.not-found')
    await expect(follow('wang', lamp)).rejects.toThrow('ticket.follows-own')
    await expect(follow('qian', lamp)).rejects.toThrow('ticket.not-found')

    await server.reply('li', lamp, '电工下午四点来换灯')
    await server.settle()
    await server.close('li', lamp, '灯换好了，亮了')
    await server.settle()
    expect(await told('zhao')).toEqual([`follow-answered ${lamp}`, `follow-closed ${lamp}`])
    expect(await told('feng')).toEqual([])
    expect((await told('wang')).map((line) => line.split(' ')[0])).toEqual(['answered', 'closed'])
    await server.reject('wang', lamp, '又不亮了')
    await server.settle()
    expect((await told('zhao')).at(-1)).toBe(`follow-again ${lamp}`)
  })

  it('answered and finished in one act is one thing to hear of, for him as for the reporter', async () => {
    const lamp = await server.submit('wang', LAMP)
    await follow('zhao', lamp)
    await server.close('li', lamp, '灯换好了，亮了')
    await server.settle()
    expect([await told('wang'), await told('zhao')]).toEqual([[`closed ${lamp}`], [`follow-closed ${lamp}`]])
  })

  it('tells who met it too when it is taken back, since his own is not mended', async () => {
    const lamp = await server.submit('wang', LAMP)
    await follow('zhao', lamp)
    await server.withdraw('wang', lamp)
    await server.settle()
    expect(await told('zhao')).toEqual(['follow-gone null'])
    expect((await together.followed(await server.as('zhao'), null)).rows).toEqual([])
  })

  it('makes one of two: the earlier deadline rules, each reporter hears, boards count one', async () => {
    const first = await server.submit('wang', LAMP)
    fresh.clock.advance(20 * MINUTE_MS)
    const second = await server.submit('zhao', { text: '桥头路灯坏了', addresseeId: null })
    await server.settle()
    const candidates = await together.mergeCandidates(await server.as('li'), first)
    expect(candidates.rows.map(({ id, isAlike }) => [id, isAlike])).toEqual([[second, true]])
    await expect(merge('zhao', first, second)).rejects.toThrow('ticket.only-handlers')
    await merge('chen', first, second)
    await server.settle()

    const main = await view('zhao', second)
    const merged = await view('wang', first)
    expect(main.responseDueAt).toBe(merged.responseDueAt)
    expect(main.cycle.closureDueAt).toBe(merged.cycle.closureDueAt)
    expect(merged).toMatchObject({ actions: ['write', 'withdraw', 'come-apart'], heldBy: null })
    expect(merged.together.main).toMatchObject({ ticketId: second, answers: [], apartUntil: null })
    const { responseDueAt: answerDueAt, cycle: { closureDueAt: finishDueAt } } = main
    expect(merged.together.main).toMatchObject({ answerDueAt, finishDueAt })
    const [taken] = (await view('li', second)).together.merged
    expect(taken).toMatchObject({ ticketId: first, reporterName: '王桂花', responseMissed: false })
    expect((await view('zhao', second)).together).toMatchObject({ followers: 1, people: [], merged: [] })
    await expect(server.reply('li', first, '电工下午四点来换灯')).rejects.toThrow('ticket.merged')

    const inbox = await server.boards.inbox(await server.as('li'))
    expect(inbox.groups.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual([second])
    const board = await server.boards.overdue(await server.as('sun'))
    expect(board.columns.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual([second])
    expect(board.villages.find(({ village }) => village.id === 'liushu')?.open).toBe(1)
    expect((await server.boards.ofVillage(await server.as('feng'), 'liushu', null)).rows.map(({ id }) => id)).toEqual([second])
    expect((await server.boards.home(await server.as('wang'))).openOfMine).toBe(0)

    await server.reply('li', second, '电工下午四点来换灯')
    await server.settle()
    await server.reply('li', second, '已经在换了，再等十分钟')
    await server.close('li', second, '灯换好了，亮了')
    await server.settle()
    expect(await told('wang')).toEqual([`merged ${first}`, `follow-answered ${first}`, `follow-closed ${first}`])
    expect((await view('wang', first)).together.main?.answers.map(({ text }) => text)).toEqual(
      ['电工下午四点来换灯', '已经在换了，再等十分钟', '灯换好了，亮了'])
    fresh.clock.advance(3 * DAY_MS)
    await server.settle()
    const [marks] = await fresh.reads.query<{ n: number }>("SELECT COUNT(*) AS n FROM journal WHERE type LIKE 'ticket.%overdue'")
    expect(Number(marks?.n)).toBe(0)
    await expect(server.rate('wang', first)).rejects.toThrow('ticket.merged')
  })

  it('hides no lateness: not what was late before, nor what becomes late in the other', async () => {
    const first = await server.submit('wang', LAMP)
    fresh.clock.advance(HOUR_MS + MINUTE_MS)
    const second = await server.submit('zhao', { text: '桥头路灯坏了' })
    await server.settle()
    await merge('li', first, second)
    await server.settle()
    expect(await view('wang', first)).toMatchObject({ responseMissed: true, together: { main: { responseMissed: true, closureMissed: false } } })
    expect((await view('li', second)).together.merged).toMatchObject([{ ticketId: first, responseMissed: true }])
    // For neighbours, too, the deadline may lie before it was sent: they are told why.
    const seen = await view('feng', second)
    expect(seen.responseDueAt).toBeLessThan(seen.submittedAt)
    expect(seen.timeline.map(({ type }) => type)).toContain('ticket.took-in')
    fresh.clock.advance(DAY_MS)
    await server.settle()
    await server.close('li', second, '灯换好了，亮了')
    expect((await view('wang', first)).together.main).toMatchObject({ closureMissed: true, outcome: 'settled' })
  })

  it('lets a merged one\'s reporter hear the answers also where he may not read the other', async () => {
    const first = await server.submit('wang', { ...LAMP, visibility: 'handlers' })
    const second = await server.submit('zhao', { text: '桥头路灯坏了，我家在桥头三号', visibility: 'handlers' })
    await server.reply('li', second, '赵大山，我下午来您家看')
    fresh.clock.advance(MINUTE_MS)
    await merge('li', first, second)
    await server.write('zhao', second, '我家三号门口也黑')
    fresh.clock.advance(MINUTE_MS)
    await server.reply('li', second, '电工下午四点来换灯')
    const seen = await view('wang', first)
    expect(seen.together.main).toMatchObject({ ticketId: null, answers: [{ text: '电工下午四点来换灯' }] })
    expect(JSON.stringify(seen)).not.toMatch(/赵大山|三号/)
    await expect(view('wang', second)).rejects.toThrow('ticket.not-found')
  })

  it('gives it back where it was not the same: its own clock, and the marks that fell due meanwhile', async () => {
    const first = await server.submit('wang', LAMP)
    const second = await server.submit('zhao', { text: '桥头路灯坏了' })
    const promised = await view('wang', first)
    await merge('li', first, second)
    await server.reply('li', second, '电工下午四点来换灯')
    fresh.clock.advance(2 * HOUR_MS)
    await server.settle()
    expect(await told('sun')).toEqual([])
    await expect(apart('zhao', first)).rejects.toThrow('ticket.only-reporter')
    await apart('wang', first)
    await server.settle()
    const back = await view('wang', first)
    expect(back).toMatchObject({
      status: 'submitted', responseDueAt: promised.responseDueAt, responseMissed: true,
      cycle: { closureDueAt: promised.cycle.closureDueAt }, together: { main: null },
    })
    expect((await told('sun'))).toEqual([`response-overdue ${first}`])
    expect((await told('li')).at(-1)).toBe(`response-reminder ${first}`)
    expect((await told('li'))).toContain(`stands-again ${first}`)
    expect((await view('zhao', second)).together.followers).toBe(0)
    const timers = await fresh.reads.query<{ kind: string }>('SELECT kind FROM timers WHERE subject_id = ? ORDER BY kind', [first])
    expect(timers.map(({ kind }) => kind)).toEqual(['ticket.closure-warn', 'ticket.order'])
    await expect(apart('wang', first)).rejects.toThrow('ticket.not-merged')
  })

  it('releases what was merged into a ticket that is taken back', async () => {
    const first = await server.submit('wang', LAMP)
    const second = await server.submit('zhao', { text: '桥头路灯坏了' })
    await follow('feng', first)
    await merge('li', first, second)
    await server.withdraw('zhao', second)
    await server.settle()
    expect((await view('wang', first)).actions).toContain('write')
    expect((await view('wang', first)).together.main).toBeNull()
    expect(await told('wang')).toEqual([`merged ${first}`, `came-apart ${first}`])
    // She had joined the first, and came along with it.
    expect(await told('feng')).toEqual(['follow-gone null'])
    expect((await view('feng', first)).together.isFollowing).toBe(true)
    const facts = await fresh.reads.query<{ type: string }>('SELECT type FROM journal WHERE subject_id = ? ORDER BY id', [second])
    expect(facts.map(({ type }) => type)).toEqual(['ticket.submitted', 'ticket.took-in', 'ticket.withdrawn', 'ticket.let-go'])
  })
})
