import {
  CELL_FLAGS, type CellChange, type RosterChangesAnswer, type RosterMonthAnswer, type Seat,
} from '@huiying/shared/roster'
import { anotherThan, cellOf, MONTH, seenAt, startDutyApp, type DutyApp, type Who } from '../../../test/support/duty-app'

const NOT_THERE = { status: 404, code: 'identity.village-not-found' }

describe('seeing and changing a month of duty over HTTP', () => {
  let app: DutyApp
  beforeEach(async () => {
    app = await startDutyApp()
  })
  afterEach(() => app.stop())

  describe('who sees it', () => {
    test('nobody but staff, leaders and the village\'s own leads sees a draft', async () => {
      await app.generate()
      for (const who of ['wang', 'zheng', 'zhou'] as const) {
        const answer = await app.month(who, '?villageId=liushu')
        expect(answer).toMatchObject({ status: null, revision: 0, cells: [], people: [], notes: [], holes: 0 })
        expect(answer).toMatchObject({ editable: [], mayGenerate: false })
        expect(await app.changesSince(who, '?villageId=liushu')).toMatchObject({ status: 404, code: 'roster.month-not-found' })
      }
      for (const who of ['sun', 'wu', 'li', 'chen'] as const) {
        expect(await app.month(who, '?villageId=liushu')).toMatchObject({ status: 'draft' })
      }
      expect(await app.month('wu')).toMatchObject({ status: 'draft', editable: [], mayGenerate: false, notes: [] })
      expect(await app.month('li', '?villageId=liushu')).toMatchObject({ editable: ['liushu'], mayGenerate: false })
    })

    test('a published month is seen by all of the village, without what is the office\'s affair', async () => {
      await app.send('sun', 'PUT', 'villages/liushu/marks', { marks: ['weak'] })
      await app.published()
      const answer = await app.month('wang', '?villageId=liushu')
      expect(answer).toMatchObject({ status: 'published', notes: [], editable: [], mayGenerate: false })
      expect((await app.month('li', '?villageId=liushu')).villages[0]?.marks).toEqual([])
      expect((await app.month('wu', '?villageId=liushu')).villages[0]?.marks).toEqual(['weak'])
      expect(answer.villages).toEqual([{
        village: { id: 'liushu', kind: 'village', name: '柳树村' }, marks: [],
        candidates: { committeeLeads: [], members: [], stationed: [] },
      }])
      expect(cellOf(answer, '2026-10-14', 'stationed')?.personId).toBe('zhou')
      expect(answer.people.map(({ personId }) => personId)).not.toContain('qian')
    })

    test('other villages, strangers and admins find nothing', async () => {
      await app.published()
      for (const who of ['qian', 'tang', 'hua'] as const) {
        expect(await app.send(who, 'GET', `roster/months/${MONTH}?villageId=liushu`)).toMatchObject(NOT_THERE)
        expect(await app.changesSince(who, '?villageId=liushu')).toMatchObject(NOT_THERE)
      }
      for (const who of ['wang', 'li', 'guo', 'tang'] as const) {
        expect(await app.send(who, 'GET', `roster/months/${MONTH}`)).toMatchObject(NOT_THERE)
      }
      expect(await app.send('sun', 'GET', 'roster/months/2026-13')).toMatchObject({ code: 'roster.month-invalid' })
    })
  })

  describe('changing cells', () => {
    test('two people, different cells: both are kept; the same cell: the second is refused and sees what changed', async () => {
      const seen = await app.drafted()
      const lead = seenAt(seen, '2026-10-12', 'lead', anotherThan(seen, '2026-10-12', 'lead', 'li', 'chen'))
      const member = seenAt(seen, '2026-10-13', 'member', null)
      expect((await app.change('sun', lead)).as()).toEqual({ revision: 2 })
      expect((await app.change('li', member)).as()).toEqual({ revision: 3 })
      const late = await app.change('li', seenAt(seen, '2026-10-14', 'member', null), { ...lead, personId: null })
      expect(late).toMatchObject({ status: 409, code: 'roster.cell-changed' })
      expect(late.text).toContain('2026-10-12')
      const now = await app.month()
      expect(now.revision).toBe(3)
      expect(cellOf(now, '2026-10-12', 'lead')?.personId).toBe(lead.personId)
      expect(cellOf(now, '2026-10-13', 'member')?.personId).toBeNull()
      expect(cellOf(now, '2026-10-14', 'member')?.personId).not.toBeNull()
      const { revision, changes } = (await app.changesSince('li', '?villageId=liushu&since=1')).as<RosterChangesAnswer>()
      expect(revision).toBe(3)
      expect(changes).toMatchObject([
        {
          revision: 3, on: '2026-10-13', seat: 'member', villageName: '柳树村', after: null,
          by: { personId: 'li', name: '李建国', post: 'secretary' },
        },
        {
          revision: 2, on: '2026-10-12', before: { personId: lead.seenPersonId }, after: { personId: lead.personId },
          by: { personId: 'sun' }, isAfterPublishing: false,
        },
      ])
      expect((await app.changesSince('li', '?villageId=liushu&since=3')).as<RosterChangesAnswer>().changes).toEqual([])
    })

    test('after publishing it is marked and logged, and both are told', async () => {
      const seen = await app.published()
      const moved = seenAt(seen, '2026-10-12', 'lead', anotherThan(seen, '2026-10-12', 'lead', 'li', 'chen'))
      await app.change('sun', moved)
      const shown = await app.month('wang', '?villageId=liushu')
      const flags = CELL_FLAGS.changedAfterPublishing + CELL_FLAGS.byHand
      expect(cellOf(shown, '2026-10-12', 'lead')).toEqual({ personId: moved.personId, flags })
      const { changes } = (await app.changesSince('wang', '?villageId=liushu')).as<RosterChangesAnswer>()
      expect(changes).toMatchObject([{ isAfterPublishing: true, after: { personId: moved.personId } }])
      const { seenPersonId: fromPersonId, personId: toPersonId } = moved
      expect(await app.facts('roster.duty-passed')).toMatchObject([
        { subjectId: 'liushu', fromPersonId, toPersonId, days: ['2026-10-12'], at: null, by: 'sun' },
      ])
    })

    test('taken back, it is as it was published', async () => {
      const seen = await app.published()
      const moved = seenAt(seen, '2026-10-12', 'lead', anotherThan(seen, '2026-10-12', 'lead', 'li', 'chen'))
      await app.change('sun', moved)
      await app.change('sun', { ...moved, seenPersonId: moved.personId, personId: null })
      expect(cellOf(await app.month(), '2026-10-12', 'lead')).toMatchObject({ personId: null, flags: 3 })
      await app.change('sun', { ...moved, seenPersonId: null, personId: moved.seenPersonId })
      expect(cellOf(await app.month(), '2026-10-12', 'lead')).toEqual({ personId: moved.seenPersonId, flags: CELL_FLAGS.byHand })
    })

    test('what was changed before publishing is no affair of residents', async () => {
      const draft = await app.drafted()
      await app.change('sun', seenAt(draft, '2026-10-12', 'lead', null))
      await app.publish(2)
      expect((await app.changesSince('wang', '?villageId=liushu')).as<RosterChangesAnswer>().changes).toEqual([])
      expect((await app.changesSince('sun')).as<RosterChangesAnswer>().changes).toHaveLength(1)
    })

    test('what stands there already is no change and no revision', async () => {
      const seen = await app.drafted()
      const same = seenAt(seen, '2026-10-12', 'lead', cellOf(seen, '2026-10-12', 'lead')?.personId)
      expect((await app.change('sun', same)).as()).toEqual({ revision: 1 })
      expect((await app.changesSince('sun')).as<RosterChangesAnswer>().changes).toEqual([])
    })

    test('a visit is added and taken away again; a running one is ended and leaves no hole', async () => {
      const seen = await app.published()
      const visit = { villageId: 'liushu', on: '2026-10-12', seat: 'leader' } as const
      expect(await app.change('sun', { ...visit, personId: 'wu' })).toMatchObject({ status: 200 })
      expect(cellOf(await app.month(), '2026-10-12', 'leader')).toMatchObject({ personId: 'wu' })
      await app.change('sun', { ...visit, seenPersonId: 'wu' })
      expect(cellOf(await app.month(), '2026-10-12', 'leader')).toBeUndefined()
      await app.signInAgainAt('2026-10-14T10:00:00+08:00')
      await app.change('sun', seenAt(seen, '2026-10-14', 'stationed', undefined))
      const after = await app.month()
      expect(after.holes).toBe(0)
      const slots = await app.reads.query(
        "SELECT person_id, to_at FROM duty_slots WHERE duty_on = '2026-10-14' AND seat = 'stationed' AND village_id = 'liushu'",
      )
      expect(slots).toEqual([{ person_id: 'zhou', to_at: app.clock.at() }])
    })

    test.each<[string, Who, (seen: RosterMonthAnswer) => CellChange, number, string]>([
      ['a lead does not place visitors', 'li', () => ({ villageId: 'liushu', on: '2026-10-12', seat: 'leader', personId: 'wu' }), 403, 'roster.not-your-cell'],
      ['a lead does not know other villages', 'li', () => ({ villageId: 'taoyuan', on: '2026-10-12', seat: 'lead', seenPersonId: 'gu', personId: null }), 404, 'identity.village-not-found'],
      ['a village that is not there', 'sun', () => ({ villageId: 'nowhere', on: '2026-10-12', seat: 'lead', personId: null }), 404, 'identity.village-not-found'],
      ['a member does not edit', 'zheng', (seen) => seenAt(seen, '2026-10-12', 'lead', null), 403, 'session.forbidden'],
      ['a leader does not edit', 'wu', (seen) => seenAt(seen, '2026-10-12', 'lead', null), 403, 'session.forbidden'],
      ['a grid worker cannot sit', 'sun', (seen) => seenAt(seen, '2026-10-12', 'member', 'he'), 422, 'roster.cannot-sit'],
      ['nobody from the next village can', 'sun', (seen) => seenAt(seen, '2026-10-12', 'member', 'xu'), 422, 'roster.cannot-sit'],
      ['nobody sits twice', 'sun', (seen) => seenAt(seen, '2026-10-12', 'member', cellOf(seen, '2026-10-12', 'lead')?.personId), 409, 'roster.sits-elsewhere'],
      ['a committee seat stays', 'sun', (seen) => seenAt(seen, '2026-10-12', 'lead', undefined), 422, 'request.invalid'],
      ['nobody leads on a Sunday', 'li', () => ({ villageId: 'liushu', on: '2026-10-11', seat: 'lead', personId: 'li' }), 422, 'roster.nobody-leads'],
      ['a day of another month', 'sun', () => ({ villageId: 'liushu', on: '2026-11-02', seat: 'member', personId: 'ke' }), 422, 'request.invalid'],
      ['no day', 'sun', () => ({ villageId: 'liushu', on: "' OR 1=1 --", seat: 'member', personId: 'ke' }), 422, 'request.invalid'],
    ])('%s', async (_what, who, asked, status, code) => {
      const seen = await app.drafted()
      expect(await app.change(who, asked(seen))).toMatchObject({ status, code })
      expect((await app.month()).revision).toBe(1)
    })

    test('on leave, and over', async () => {
      const seen = await app.published()
      const free = anotherThan(seen, '2026-10-12', 'member', 'zheng', 'feng')
      const leave = { personId: free, fromOn: '2026-10-12', toOn: '2026-10-12' }
      expect(await app.send('li', 'POST', 'roster/leaves', leave)).toMatchObject({ status: 201 })
      const now = await app.month()
      const put = (personId: string | null) => app.change('li', seenAt(now, '2026-10-12', 'member', personId))
      expect(await put(free)).toMatchObject({ status: 409, code: 'roster.on-leave' })
      app.clock.set('2026-10-12T18:00:00+08:00')
      expect(await put(null)).toMatchObject({ status: 409, code: 'roster.cell-over' })
    })

    test('a month that is not made, an empty list, too many, and no seat', async () => {
      const cell: CellChange = { villageId: 'liushu', on: '2026-10-12', seat: 'member', personId: null }
      expect(await app.change('sun', cell)).toMatchObject({ status: 404, code: 'roster.month-not-found' })
      expect(await app.change('sun')).toMatchObject({ status: 422, code: 'request.invalid' })
      const tooMany = Array.from({ length: 401 }, () => cell)
      expect(await app.change('sun', ...tooMany)).toMatchObject({ status: 422, code: 'request.invalid' })
      expect(await app.change('sun', { ...cell, seat: 'chair' as Seat })).toMatchObject({ status: 422 })
    })
  })
})
