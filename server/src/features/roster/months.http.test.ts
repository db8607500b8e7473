import { CELL_FLAGS, SEATS, type RosterMonthAnswer } from '@huiying/shared/roster'
import {
  anotherThan, cellOf, MONTH, seenAt, sittersOf, startDutyApp, type DutyApp, type Who,
} from '../../../test/support/duty-app'

describe('making and publishing a month of duty over HTTP', () => {
  let app: DutyApp
  beforeEach(async () => {
    app = await startDutyApp()
  })
  afterEach(() => app.stop())

  describe('making one', () => {
    test('staff makes it; everybody sits where the rules want him, and what cannot be done is said', async () => {
      const answer = await app.drafted()
      expect(answer).toMatchObject({
        month: MONTH, status: 'draft', revision: 1, publishedAt: null, holes: 0, mayGenerate: true,
        editable: ['liushu', 'taoyuan'], subDistrict: { id: 'qingxi', kind: 'sub-district', name: '青溪街道' },
      })
      expect(answer.days).toHaveLength(31)
      expect(answer.days[9]).toEqual({ on: '2026-10-10', kind: 'working-day', name: '调休上班' })
      expect(cellOf(answer, '2026-10-01', 'lead')).toBeUndefined()
      expect(cellOf(answer, '2026-10-01', 'member')).toMatchObject({ flags: 0 })
      expect(['li', 'chen']).toContain(cellOf(answer, '2026-10-10', 'lead')?.personId)
      expect(cellOf(answer, '2026-10-14', 'stationed')?.personId).toBe('zhou')
      expect(answer.notes.map(({ code }) => code)).toEqual(['no-marked-villages', 'stationed-moved', 'stationed-moved'])
      const places = answer.cells.map(([village, day, seat]) => (village * 31 + day) * SEATS.length + seat)
      expect(places).toEqual([...places].sort((one, other) => one - other))
      expect(await app.facts('roster.generated')).toMatchObject([{ by: 'sun' }])
    })

    test('those one may choose from are named, leaders too', async () => {
      const answer = await app.drafted()
      const named = (numbers: readonly number[]) => numbers.map((number) => answer.people[number]?.personId)
      const { candidates } = answer.villages[0] ?? { candidates: undefined }
      expect(named(candidates?.committeeLeads ?? [])).toEqual(['li', 'chen'])
      expect(named(candidates?.members ?? []).sort()).toEqual(['chen', 'feng', 'ke', 'li', 'zheng'])
      expect(named(candidates?.stationed ?? [])).toEqual(['zhou', 'fan'])
      const leaders = answer.people.filter(({ post }) => post === 'leader')
      expect(leaders.map(({ personId }) => personId).sort()).toEqual(['du', 'song', 'wu'])
    })

    test.each([
      ['2026-08', 'roster.month-over'], ['2026-12', 'roster.month-invalid'], ['2026-9', 'roster.month-invalid'],
      ['2027-00', 'roster.month-invalid'],
    ])('%s: %s', async (of, code) => {
      expect(await app.generate(of)).toMatchObject({ code })
    })

    test('not by leaders, leads, the county or an admin', async () => {
      for (const who of ['wu', 'li', 'guo', 'wang'] as const) {
        expect(await app.generate(MONTH, {}, who)).toMatchObject({ status: 403, code: 'session.forbidden' })
      }
      expect(await app.generate(MONTH, {}, 'tang')).toMatchObject({ status: 404, code: 'request.not-found' })
      expect(await app.reads.query('SELECT month FROM roster_months')).toEqual([])
    })

    test('of a month that runs, what has ended is left out and the rest is shared out', async () => {
      const answer = await app.drafted('2026-09')
      expect(cellOf(answer, '2026-09-13', 'member')).toBeUndefined()
      expect(cellOf(answer, '2026-09-14', 'lead')?.personId).toMatch(/^(li|chen)$/)
      const leads = sittersOf(answer, 'lead')
      const days = (personId: string) => leads.filter((one) => one === personId).length
      expect(days('li') + days('chen')).toBe(leads.length)
      expect(Math.abs(days('li') - days('chen'))).toBeLessThanOrEqual(1)
      expect(answer.notes.flatMap(({ days: about }) => about).filter((on) => on < '2026-09-14')).toEqual([])
    })

    test('marks bring leaders into the village, and are shown to those who keep the roster', async () => {
      const mark = (marks: readonly string[], who: Who = 'sun', villageId = 'liushu') =>
        app.send(who, 'PUT', `villages/${villageId}/marks`, { marks })
      expect((await mark(['behind', 'weak'])).as()).toEqual({ marks: ['weak', 'behind'] })
      const answer = await app.drafted()
      expect(answer.villages.map(({ marks }) => marks)).toEqual([['weak', 'behind'], []])
      expect(sittersOf(answer, 'leader')).toEqual(expect.arrayContaining(['du', 'song']))
      expect((await mark([])).as()).toEqual({ marks: [] })
      expect(await mark([], 'sun', 'nowhere')).toMatchObject({ status: 404, code: 'identity.village-not-found' })
      expect(await mark([], 'wu')).toMatchObject({ status: 403 })
      expect(await mark(['bad'])).toMatchObject({ status: 422, code: 'request.invalid' })
      expect(await app.facts('roster.marks-set')).toHaveLength(2)
    })
  })

  describe('making it anew', () => {
    test('keeps what was set by hand, and nothing else when told so', async () => {
      const first = await app.drafted()
      const lead = seenAt(first, '2026-10-12', 'lead', null)
      const other = anotherThan(first, '2026-10-13', 'member', 'zheng', 'feng')
      const member = seenAt(first, '2026-10-13', 'member', other)
      await app.change('sun', lead, member)
      const again = await app.drafted()
      expect(cellOf(again, '2026-10-12', 'lead')).toEqual({ personId: null, flags: CELL_FLAGS.byHand })
      expect(cellOf(again, '2026-10-13', 'member')).toEqual({ personId: member.personId, flags: CELL_FLAGS.byHand })
      expect(again).toMatchObject({ revision: 3, holes: 1 })
      const anew = (await app.generate(MONTH, { keepEdits: false })).as<RosterMonthAnswer>()
      expect(anew).toMatchObject({ revision: 4, holes: 0 })
      expect(anew.cells).toEqual(first.cells)
    })

    test('never once it is published', async () => {
      await app.published()
      expect(await app.generate()).toMatchObject({ status: 409, code: 'roster.month-published' })
    })
  })

  describe('publishing', () => {
    test('is for who has seen the last change, and tells every village', async () => {
      const { revision } = await app.drafted()
      expect(await app.publish(revision - 1)).toMatchObject({ status: 409, code: 'roster.revision-changed' })
      const answer = (await app.publish(revision)).as<RosterMonthAnswer>()
      const publishedAt = app.clock.at()
      expect(answer).toMatchObject({ status: 'published', publishedAt, revision: revision + 1, mayGenerate: false })
      expect(await app.publish(revision + 1)).toMatchObject({ code: 'roster.month-published' })
      expect(await app.facts('roster.village-published')).toEqual([
        expect.objectContaining({ subjectId: 'liushu', month: MONTH, holes: 0 }),
        expect.objectContaining({ subjectId: 'taoyuan', month: MONTH, holes: 0 }),
      ])
      expect(await app.facts('roster.month-published')).toHaveLength(1)
    })

    test('holes are named, and accepted only on purpose', async () => {
      const draft = await app.drafted()
      await app.change('sun', seenAt(draft, '2026-10-12', 'lead', null), seenAt(draft, '2026-10-12', 'member', null))
      const refused = await app.publish(draft.revision + 1, {})
      expect(refused).toMatchObject({ status: 409, code: 'roster.has-holes' })
      expect(refused.text).toContain('还有 2 个班没有人')
      expect((await app.publish(draft.revision + 1)).as<RosterMonthAnswer>()).toMatchObject({ status: 'published', holes: 2 })
      expect((await app.facts('roster.month-published'))[0]).toMatchObject({ holes: 2 })
    })

    test('the shift that runs begins with it: nobody was absent before he could know', async () => {
      const draft = await app.drafted('2026-09')
      app.clock.set('2026-09-16T10:00:00+08:00')
      const answer = (await app.publish(draft.revision, { acceptHoles: true }, '2026-09')).as<RosterMonthAnswer>()
      expect(cellOf(answer, '2026-09-15', 'member')).toBeUndefined()
      expect(cellOf(answer, '2026-09-16', 'lead')).toMatchObject({ flags: 0 })
      const [running] = await app.reads.query(
        "SELECT from_at, take_over_due_at FROM duty_slots WHERE duty_on = '2026-09-16' AND seat = 'lead' AND village_id = 'liushu'",
      )
      expect(running).toEqual({ from_at: app.clock.at(), take_over_due_at: app.clock.at() + 30 * 60_000 })
      app.clock.advance(30 * 60_000 + 1)
      expect(cellOf(await app.month('sun', '', '2026-09'), '2026-09-16', 'lead')).toMatchObject({ flags: CELL_FLAGS.absent })
    })

    test('sets the clock to the first border to come', async () => {
      await app.published()
      const timers = await app.reads.query("SELECT subject_id, due_at FROM timers WHERE kind = 'roster.turn'")
      expect(timers).toEqual([{ subject_id: 'qingxi', due_at: Date.parse('2026-09-30T18:00:00+08:00') }])
    })

    test('nothing to publish where nothing was made, and nothing that is over', async () => {
      expect(await app.publish(1)).toMatchObject({ status: 404, code: 'roster.month-not-found' })
      const draft = await app.drafted()
      await app.signInAgainAt('2026-10-31T18:00:00+08:00')
      expect(await app.publish(draft.revision)).toMatchObject({ code: 'roster.month-over' })
    })
  })
})
