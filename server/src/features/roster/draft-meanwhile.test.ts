import { CELL_FLAGS, DEFAULT_ROSTER_TERMS, type LeaveAnswer, type RosterChangesAnswer, type RosterMonthAnswer } from '@huiying/shared/roster'
import { cellOf, MONTH, seenAt, sittersOf, startDutyApp, type DutyApp } from '../../../test/support/duty-app'

describe('what happens while a month is a draft', () => {
  let app: DutyApp
  beforeEach(async () => {
    app = await startDutyApp()
  })
  afterEach(() => app.stop())

  const china = (text: string): number => Date.parse(`${text}:00+08:00`)
  const daysOf = (answer: RosterMonthAnswer, personId: string): readonly string[] =>
    answer.days.map(({ on }) => on).filter((on) =>
      (['lead', 'member'] as const).some((seat) => cellOf(answer, on, seat)?.personId === personId))
  const endPost = (personId: string, toAt: number): Promise<void> =>
    app.http.db.unitOfWork.run(async (work) =>
      work.write('UPDATE posts SET to_at = ? WHERE person_id = ?', [toAt, personId]))

  describe('leave', () => {
    test('frees the draft too: others sit on those days, and whoever publishes sees that it changed', async () => {
      const draft = await app.drafted()
      const days = daysOf(draft, 'zheng').slice(0, 4)
      const [first = '', last = ''] = [days[0], days.at(-1)]
      const { passed } = (await app.send('zheng', 'POST', 'roster/leaves', { fromOn: first, toOn: last })).as<LeaveAnswer>()
      // He sees no draft, so that nothing of it is told him.
      expect(passed).toEqual([])
      const after = await app.month()
      expect(daysOf(after, 'zheng')).toEqual(daysOf(draft, 'zheng').slice(4))
      expect(after).toMatchObject({ status: 'draft', revision: draft.revision + 1, holes: 0 })
      const { changes } = (await app.changesSince('sun', `?since=${draft.revision}`)).as<RosterChangesAnswer>()
      expect(changes.map(({ source, isAfterPublishing }) => [source, isAfterPublishing])).toEqual(days.map(() => ['leave', false]))
      expect(await app.publish(draft.revision)).toMatchObject({ code: 'roster.revision-changed' })
      expect(await app.publish(after.revision, {})).toMatchObject({ status: 200 })
      expect(await app.facts('roster.duty-passed')).toEqual([])
    })

    test('is shared out fairly in a draft, too', async () => {
      const draft = await app.drafted()
      const rest = ['feng', 'ke']
      await app.send('zheng', 'POST', 'roster/leaves', { fromOn: '2026-10-01', toOn: '2026-10-31' })
      const after = await app.month()
      expect(daysOf(after, 'zheng')).toEqual([])
      expect(daysOf(draft, 'zheng').length).toBeGreaterThan(5)
      const [some, others] = rest.map((personId) => daysOf(after, personId).length)
      expect(Math.abs((some ?? 0) - (others ?? 0))).toBeLessThanOrEqual(1)
    })
  })

  test('who loses his post is not published: his days are holes, named as such, and logged', async () => {
    const draft = await app.drafted()
    const days = daysOf(draft, 'ke')
    await endPost('ke', china('2026-10-16T00:00'))
    const left = days.filter((on) => on > '2026-10-15')
    expect(left.length).toBeGreaterThan(0)
    const refused = await app.publish(draft.revision, {})
    expect(refused).toMatchObject({ status: 409, code: 'roster.has-holes' })
    expect(refused.text).toContain(`还有 ${left.length} 个班没有人，其中 ${left.length} 个班的人已经请假或不在职`)
    expect(daysOf(await app.month(), 'ke')).toEqual(days)
    const published = (await app.publish(draft.revision)).as<RosterMonthAnswer>()
    expect(published).toMatchObject({ status: 'published', holes: left.length })
    expect(daysOf(published, 'ke')).toEqual(days.filter((on) => !left.includes(on)))
    const { changes } = (await app.changesSince('sun')).as<RosterChangesAnswer>()
    expect(changes.map(({ on }) => on).sort()).toEqual(left)
    for (const one of changes) {
      expect(one).toMatchObject({ before: { personId: 'ke' }, after: null, isAfterPublishing: false })
    }
    // Leads see it like any hole, and fill it.
    expect(await app.facts('roster.village-published')).toContainEqual(expect.objectContaining({ subjectId: 'liushu', holes: left.length }))
  })

  test('new terms: the first shift of the next month begins where the last one ends, whichever is made first', async () => {
    const borderOf = async () => {
      const rows = await app.reads.query<{ month: string; ends: number; begins: number }>(
        "SELECT month, MAX(to_at) AS ends, MIN(from_at) AS begins FROM duty_slots WHERE seat = 'member' AND village_id = 'liushu' GROUP BY month ORDER BY month",
      )
      return rows.map(({ month, begins, ends }) => [month, Number(begins), Number(ends)])
    }
    await app.drafted('2026-10')
    await app.drafted('2026-11')
    await app.send('guo', 'PUT', 'roster/policy', { terms: { ...DEFAULT_ROSTER_TERMS, handOverMinute: 20 * 60 } })
    await app.signInAgainAt('2026-09-15T09:00:00+08:00')
    await app.drafted('2026-11')
    const [begin, border, end] = [china('2026-09-30T18:00'), china('2026-10-31T18:00'), china('2026-11-30T20:00')]
    expect(await borderOf()).toEqual([['2026-10', begin, border], ['2026-11', border, end]])
    await app.drafted('2026-10')
    expect(await borderOf()).toEqual([['2026-10', china('2026-09-30T20:00'), border], ['2026-11', border, end]])
    // The day at the border is a Sunday: no hour of it is to be added by hand either.
    const november = await app.month('sun', '', '2026-11')
    const lead = { changes: [seenAt(november, '2026-11-01', 'lead', 'li')] }
    expect(await app.send('sun', 'POST', 'roster/months/2026-11/changes', lead)).toMatchObject({ code: 'roster.nobody-leads' })
  })

  test('a visit taken away stays away when the draft is made anew, until it is made without what was set by hand', async () => {
    const draft = await app.drafted()
    const visits = (answer: RosterMonthAnswer) =>
      answer.days.map(({ on }) => on).filter((on) => cellOf(answer, on, 'stationed') !== undefined)
    const [first = '', ...others] = visits(draft)
    await app.change('sun', seenAt(draft, first, 'stationed', undefined))
    expect(visits(await app.drafted())).toEqual(others)
    expect(visits(await app.drafted())).toEqual(others)
    const anew = (await app.generate(MONTH, { keepEdits: false })).as<RosterMonthAnswer>()
    expect(visits(anew)).toEqual([first, ...others])
    expect(visits(await app.drafted())).toEqual([first, ...others])
  })

  test('who came and who did not is for those who answer for the roster', async () => {
    await app.published()
    await app.signInAgainAt('2026-10-12T09:00:00+08:00')
    const marks = async (who: 'wang' | 'zheng' | 'li' | 'sun') =>
      cellOf(await app.month(who, '?villageId=liushu'), '2026-10-09', 'member')?.flags
    expect(await Promise.all([marks('wang'), marks('zheng'), marks('li'), marks('sun')])).toEqual([0, 0, CELL_FLAGS.absent, CELL_FLAGS.absent])
    expect(sittersOf(await app.month('wang', '?villageId=liushu'), 'member')).toHaveLength(31)
  })
})
