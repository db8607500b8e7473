import { CELL_FLAGS, SEATS, type CellChange, type RosterChangesAnswer, type RosterMonthAnswer, type Seat } from '@huiying/shared/roster'
import { settleDutyVillage } from '../../../test/support/duty-village'
import { startTestApp, type Sent, type TestAnswer, type TestApp } from '../../../test/support/test-app'

/** The clock stands at Monday 2026-09-14, 09:00. */
const MONTH = '2026-10'
const PEOPLE = ['wang', 'zheng', 'zhou', 'li', 'chen', 'qian', 'sun', 'wu', 'tang', 'guo', 'hua'] as const
type Who = (typeof PEOPLE)[number]

describe('a month of duty over HTTP', () => {
  let http: TestApp
  const tokens = new Map<string, string>()

  beforeEach(async () => {
    http = await startTestApp()
    await settleDutyVillage(http.db.database)
    for (const person of PEOPLE) tokens.set(person, await http.signIn(`open-${person}`))
  })
  afterEach(() => http.stop())

  /** Sessions do not last into the next month. */
  const signInAgain = async (at: string) => {
    http.db.clock.set(at)
    for (const person of PEOPLE) tokens.set(person, await http.signIn(`open-${person}`))
  }
  const send = (who: Who, method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<TestAnswer> => {
    const sent: Sent = { token: tokens.get(who) ?? null, ...(body === undefined ? {} : { body }) }
    return http.send(method, `/api/${path}`, sent)
  }
  const generate = (month = MONTH, body: object = {}, who: Who = 'sun') => send(who, 'POST', `roster/months/${month}/generation`, body)
  const publish = (seenRevision: number, more: object = { acceptHoles: true }, month = MONTH) =>
    send('sun', 'POST', `roster/months/${month}/publication`, { seenRevision, ...more })
  const change = (who: Who, changes: readonly CellChange[], month = MONTH) => send(who, 'POST', `roster/months/${month}/changes`, { changes })
  const month = async (who: Who = 'sun', query = '', of = MONTH) => (await send(who, 'GET', `roster/months/${of}${query}`)).as<RosterMonthAnswer>()
  const changesSince = (who: Who, query = '') => send(who, 'GET', `roster/months/${MONTH}/changes${query}`)
  const published = async (): Promise<RosterMonthAnswer> => {
    const { revision } = (await generate()).as<RosterMonthAnswer>()
    return (await publish(revision)).as<RosterMonthAnswer>()
  }
  /** Who sits there, and how it is marked; `undefined`: no such cell. */
  const cellOf = (answer: RosterMonthAnswer, on: string, seat: Seat, villageId = 'liushu') => {
    const village = answer.villages.findIndex((one) => one.village.id === villageId)
    const day = answer.days.findIndex((one) => one.on === on)
    const row = answer.cells.find((cell) => cell[0] === village && cell[1] === day && cell[2] === SEATS.indexOf(seat))
    return row === undefined ? undefined : { personId: answer.people[row[3]]?.personId ?? null, flags: row[4] }
  }
  const seenAt = (answer: RosterMonthAnswer, on: string, seat: Seat, personId: string | null | undefined, villageId = 'liushu'): CellChange =>
    ({ villageId, on, seat, seenPersonId: cellOf(answer, on, seat, villageId)?.personId, personId })
  const otherThan = (personId: string | null | undefined, ...pool: readonly string[]) => pool.find((one) => one !== personId) ?? ''
  const facts = async (type: string) => http.db.reads.query<{ body: string; by_person: string | null }>('SELECT body, by_person FROM journal WHERE type = ? ORDER BY id', [type])

  describe('making one', () => {
    test('staff makes it; everybody sits where the rules want him, and what cannot be done is said', async () => {
      const answer = (await generate()).as<RosterMonthAnswer>()
      expect(answer).toMatchObject({
        month: MONTH, status: 'draft', revision: 1, publishedAt: null, holes: 0, mayGenerate: true, editable: ['liushu', 'taoyuan'],
        subDistrict: { id: 'qingxi', kind: 'sub-district', name: '青溪街道' },
      })
      expect(answer.days).toHaveLength(31)
      expect(answer.days[9]).toEqual({ on: '2026-10-10', kind: 'working-day', name: '调休上班' })
      expect(cellOf(answer, '2026-10-01', 'lead')).toBeUndefined()
      expect(cellOf(answer, '2026-10-01', 'member')).toMatchObject({ flags: 0 })
      expect(['li', 'chen']).toContain(cellOf(answer, '2026-10-10', 'lead')?.personId)
      expect(cellOf(answer, '2026-10-14', 'stationed')?.personId).toBe('zhou')
      expect(answer.notes.map(({ code }) => code)).toEqual(['no-marked-villages', 'stationed-moved', 'stationed-moved'])
      expect(answer.cells).toEqual([...answer.cells].sort((one, other) => one[0] - other[0] || one[1] - other[1] || one[2] - other[2]))
      expect(await facts('roster.generated')).toMatchObject([{ by_person: 'sun' }])
    })

    test('those one may choose from are named, leaders too', async () => {
      const answer = (await generate()).as<RosterMonthAnswer>()
      const named = (numbers: readonly number[]) => numbers.map((number) => answer.people[number]?.personId)
      const { candidates } = answer.villages[0] ?? { candidates: undefined }
      expect(named(candidates?.committeeLeads ?? [])).toEqual(['li', 'chen'])
      expect(named(candidates?.members ?? []).sort()).toEqual(['chen', 'feng', 'ke', 'li', 'zheng'])
      expect(named(candidates?.stationed ?? [])).toEqual(['zhou', 'fan'])
      expect(answer.people.filter(({ post }) => post === 'leader').map(({ personId }) => personId).sort()).toEqual(['du', 'song', 'wu'])
    })

    test.each([
      ['2026-08', 'roster.month-over'], ['2026-12', 'roster.month-invalid'], ['2026-9', 'roster.month-invalid'], ['2027-00', 'roster.month-invalid'],
    ])('%s: %s', async (of, code) => {
      expect(await generate(of)).toMatchObject({ code })
    })

    test('not by leaders, leads, the county or an admin', async () => {
      for (const who of ['wu', 'li', 'guo', 'wang'] as const) expect(await generate(MONTH, {}, who)).toMatchObject({ status: 403, code: 'session.forbidden' })
      expect(await generate(MONTH, {}, 'tang')).toMatchObject({ status: 404, code: 'request.not-found' })
      expect(await http.db.reads.query('SELECT month FROM roster_months')).toEqual([])
    })

    test('of a month that runs, what has ended is left out and the rest is shared out', async () => {
      const answer = (await generate('2026-09')).as<RosterMonthAnswer>()
      expect(cellOf(answer, '2026-09-13', 'member')).toBeUndefined()
      expect(cellOf(answer, '2026-09-14', 'lead')?.personId).toMatch(/^(li|chen)$/)
      const leads = answer.cells.filter(([village, , seat]) => village === 0 && seat === SEATS.indexOf('lead')).map(([, , , person]) => answer.people[person]?.personId)
      const days = (personId: string) => leads.filter((one) => one === personId).length
      expect(days('li') + days('chen')).toBe(leads.length)
      expect(Math.abs(days('li') - days('chen'))).toBeLessThanOrEqual(1)
      expect(answer.notes.flatMap(({ days: about }) => about).filter((on) => on < '2026-09-14')).toEqual([])
    })

    test('marks bring leaders into the village, and are shown to those who keep the roster', async () => {
      expect((await send('sun', 'PUT', 'villages/liushu/marks', { marks: ['behind', 'weak'] })).as()).toEqual({ marks: ['weak', 'behind'] })
      const answer = (await generate()).as<RosterMonthAnswer>()
      expect(answer.villages.map(({ marks }) => marks)).toEqual([['weak', 'behind'], []])
      const visitors = answer.cells.filter(([, , seat]) => seat === SEATS.indexOf('leader')).map(([, , , person]) => answer.people[person]?.personId)
      expect(visitors).toEqual(expect.arrayContaining(['du', 'song']))
      expect((await send('sun', 'PUT', 'villages/liushu/marks', { marks: [] })).as()).toEqual({ marks: [] })
      expect(await send('sun', 'PUT', 'villages/nowhere/marks', { marks: [] })).toMatchObject({ status: 404, code: 'identity.village-not-found' })
      expect(await send('wu', 'PUT', 'villages/liushu/marks', { marks: [] })).toMatchObject({ status: 403 })
      expect(await facts('roster.marks-set')).toHaveLength(2)
    })
  })

  describe('making it anew', () => {
    test('keeps what was set by hand, and nothing else when told so', async () => {
      const first = (await generate()).as<RosterMonthAnswer>()
      const [lead, member] = [seenAt(first, '2026-10-12', 'lead', null), seenAt(first, '2026-10-13', 'member', otherThan(cellOf(first, '2026-10-13', 'member')?.personId, 'zheng', 'feng'))]
      await change('sun', [lead, member])
      const again = (await generate()).as<RosterMonthAnswer>()
      expect(cellOf(again, '2026-10-12', 'lead')).toEqual({ personId: null, flags: CELL_FLAGS.byHand })
      expect(cellOf(again, '2026-10-13', 'member')).toEqual({ personId: member.personId, flags: CELL_FLAGS.byHand })
      expect(again).toMatchObject({ revision: 3, holes: 1 })
      const anew = (await generate(MONTH, { keepEdits: false })).as<RosterMonthAnswer>()
      expect(anew).toMatchObject({ revision: 4, holes: 0 })
      expect(anew.cells).toEqual(first.cells)
    })

    test('never once it is published', async () => {
      await published()
      expect(await generate()).toMatchObject({ status: 409, code: 'roster.month-published' })
    })
  })

  describe('publishing', () => {
    test('is for who has seen the last change, and tells every village', async () => {
      const { revision } = (await generate()).as<RosterMonthAnswer>()
      expect(await publish(revision - 1)).toMatchObject({ status: 409, code: 'roster.revision-changed' })
      const answer = (await publish(revision)).as<RosterMonthAnswer>()
      expect(answer).toMatchObject({ status: 'published', publishedAt: http.db.clock.at(), revision: revision + 1, mayGenerate: false })
      expect(await publish(revision + 1)).toMatchObject({ code: 'roster.month-published' })
      expect((await facts('roster.village-published')).map(({ body }) => JSON.parse(body) as object)).toEqual([
        expect.objectContaining({ subjectId: 'liushu', month: MONTH, holes: 0 }), expect.objectContaining({ subjectId: 'taoyuan', holes: 0 }),
      ])
      expect(await facts('roster.month-published')).toHaveLength(1)
    })

    test('holes are named, and accepted only on purpose', async () => {
      const draft = (await generate()).as<RosterMonthAnswer>()
      await change('sun', [seenAt(draft, '2026-10-12', 'lead', null), seenAt(draft, '2026-10-12', 'member', null)])
      const refused = await publish(draft.revision + 1, {})
      expect(refused).toMatchObject({ status: 409, code: 'roster.has-holes' })
      expect(refused.text).toContain('还有 2 个班没有人')
      expect((await publish(draft.revision + 1)).as<RosterMonthAnswer>()).toMatchObject({ status: 'published', holes: 2 })
      expect(JSON.parse((await facts('roster.month-published'))[0]?.body ?? '{}')).toMatchObject({ holes: 2 })
    })

    test('the shift that runs begins with it: nobody was absent before he could know', async () => {
      const draft = (await generate('2026-09')).as<RosterMonthAnswer>()
      http.db.clock.set('2026-09-16T10:00:00+08:00')
      const answer = (await publish(draft.revision, { acceptHoles: true }, '2026-09')).as<RosterMonthAnswer>()
      expect(cellOf(answer, '2026-09-15', 'member')).toBeUndefined()
      expect(cellOf(answer, '2026-09-16', 'lead')).toMatchObject({ flags: 0 })
      const [running] = await http.db.reads.query("SELECT from_at, take_over_due_at FROM duty_slots WHERE duty_on = '2026-09-16' AND seat = 'lead' AND village_id = 'liushu'")
      expect(running).toEqual({ from_at: http.db.clock.at(), take_over_due_at: http.db.clock.at() + 30 * 60_000 })
      http.db.clock.advance(30 * 60_000 + 1)
      expect(cellOf(await month('sun', '', '2026-09'), '2026-09-16', 'lead')).toMatchObject({ flags: CELL_FLAGS.absent })
    })

    test('sets the clock to the first border to come', async () => {
      await published()
      const timers = await http.db.reads.query<{ kind: string; subject_id: string; due_at: number }>("SELECT kind, subject_id, due_at FROM timers WHERE kind = 'roster.turn'")
      expect(timers).toEqual([{ kind: 'roster.turn', subject_id: 'qingxi', due_at: Date.parse('2026-09-30T18:00:00+08:00') }])
    })

    test('nothing to publish where nothing was made, and nothing that is over', async () => {
      expect(await publish(1)).toMatchObject({ status: 404, code: 'roster.month-not-found' })
      const draft = (await generate()).as<RosterMonthAnswer>()
      await signInAgain('2026-10-31T18:00:00+08:00')
      expect(await publish(draft.revision)).toMatchObject({ code: 'roster.month-over' })
    })
  })

  describe('who sees it', () => {
    test('nobody but staff, leaders and the village\'s own leads sees a draft', async () => {
      await generate()
      for (const who of ['wang', 'zheng', 'zhou'] as const) {
        const answer = await month(who, '?villageId=liushu')
        expect(answer).toMatchObject({ status: null, revision: 0, cells: [], people: [], notes: [], holes: 0, editable: [], mayGenerate: false })
        expect(await changesSince(who, '?villageId=liushu')).toMatchObject({ status: 404, code: 'roster.month-not-found' })
      }
      for (const who of ['sun', 'wu', 'li', 'chen'] as const) expect(await month(who, '?villageId=liushu')).toMatchObject({ status: 'draft' })
      expect(await month('wu')).toMatchObject({ status: 'draft', editable: [], mayGenerate: false, notes: [] })
      expect(await month('li', '?villageId=liushu')).toMatchObject({ editable: ['liushu'], mayGenerate: false })
    })

    test('a published month is seen by all of the village, without what is the office\'s affair', async () => {
      await send('sun', 'PUT', 'villages/liushu/marks', { marks: ['weak'] })
      await published()
      const answer = await month('wang', '?villageId=liushu')
      expect(answer).toMatchObject({ status: 'published', notes: [], editable: [], mayGenerate: false })
      expect((await month('li', '?villageId=liushu')).villages[0]?.marks).toEqual([])
      expect((await month('wu', '?villageId=liushu')).villages[0]?.marks).toEqual(['weak'])
      expect(answer.villages).toEqual([{
        village: { id: 'liushu', kind: 'village', name: '柳树村' }, marks: [], candidates: { committeeLeads: [], members: [], stationed: [] },
      }])
      expect(cellOf(answer, '2026-10-14', 'stationed')?.personId).toBe('zhou')
      expect(answer.people.map(({ personId }) => personId)).not.toContain('qian')
    })

    test('other villages, strangers and admins find nothing', async () => {
      await published()
      for (const who of ['qian', 'tang', 'hua'] as const) {
        expect(await send(who, 'GET', `roster/months/${MONTH}?villageId=liushu`)).toMatchObject({ status: 404, code: 'identity.village-not-found' })
        expect(await changesSince(who, '?villageId=liushu')).toMatchObject({ status: 404 })
      }
      for (const who of ['wang', 'li', 'guo', 'tang'] as const) {
        expect(await send(who, 'GET', `roster/months/${MONTH}`)).toMatchObject({ status: 404, code: 'identity.village-not-found' })
      }
      expect(await send('sun', 'GET', 'roster/months/2026-13')).toMatchObject({ code: 'roster.month-invalid' })
    })
  })

  describe('changing cells', () => {
    test('two people, different cells: both are kept; the same cell: the second is refused and sees what changed', async () => {
      const seen = (await generate()).as<RosterMonthAnswer>()
      const lead = seenAt(seen, '2026-10-12', 'lead', otherThan(cellOf(seen, '2026-10-12', 'lead')?.personId, 'li', 'chen'))
      const member = seenAt(seen, '2026-10-13', 'member', null)
      expect((await change('sun', [lead])).as()).toEqual({ revision: 2 })
      expect((await change('li', [member])).as()).toEqual({ revision: 3 })
      const late = await change('li', [seenAt(seen, '2026-10-14', 'member', null), { ...lead, personId: null }])
      expect(late).toMatchObject({ status: 409, code: 'roster.cell-changed' })
      expect(late.text).toContain('2026-10-12')
      const now = await month()
      expect(now.revision).toBe(3)
      expect(cellOf(now, '2026-10-12', 'lead')?.personId).toBe(lead.personId)
      expect(cellOf(now, '2026-10-13', 'member')?.personId).toBeNull()
      expect(cellOf(now, '2026-10-14', 'member')?.personId).not.toBeNull()
      const { revision, changes } = (await changesSince('li', '?villageId=liushu&since=1')).as<RosterChangesAnswer>()
      expect(revision).toBe(3)
      expect(changes).toMatchObject([
        { revision: 3, on: '2026-10-13', seat: 'member', villageName: '柳树村', after: null, by: { personId: 'li', name: '李建国', post: 'secretary' } },
        { revision: 2, on: '2026-10-12', before: { personId: lead.seenPersonId }, after: { personId: lead.personId }, by: { personId: 'sun' }, isAfterPublishing: false },
      ])
      expect((await changesSince('li', '?villageId=liushu&since=3')).as<RosterChangesAnswer>().changes).toEqual([])
    })

    test('after publishing it is marked and logged, and both are told', async () => {
      const seen = await published()
      const moved = seenAt(seen, '2026-10-12', 'lead', otherThan(cellOf(seen, '2026-10-12', 'lead')?.personId, 'li', 'chen'))
      await change('sun', [moved])
      const shown = await month('wang', '?villageId=liushu')
      expect(cellOf(shown, '2026-10-12', 'lead')).toEqual({ personId: moved.personId, flags: CELL_FLAGS.changedAfterPublishing + CELL_FLAGS.byHand })
      expect((await changesSince('wang', '?villageId=liushu')).as<RosterChangesAnswer>().changes).toMatchObject([{ isAfterPublishing: true, after: { personId: moved.personId } }])
      expect((await facts('roster.duty-passed')).map(({ body }) => JSON.parse(body) as object)).toEqual([
        expect.objectContaining({ subjectId: 'liushu', fromPersonId: moved.seenPersonId, toPersonId: moved.personId, days: ['2026-10-12'], at: null }),
      ])
    })

    test('what was changed before publishing is no affair of residents', async () => {
      const draft = (await generate()).as<RosterMonthAnswer>()
      await change('sun', [seenAt(draft, '2026-10-12', 'lead', null)])
      await publish(2)
      expect((await changesSince('wang', '?villageId=liushu')).as<RosterChangesAnswer>().changes).toEqual([])
      expect((await changesSince('sun')).as<RosterChangesAnswer>().changes).toHaveLength(1)
    })

    test('what stands there already is no change and no revision', async () => {
      const seen = (await generate()).as<RosterMonthAnswer>()
      const same = seenAt(seen, '2026-10-12', 'lead', cellOf(seen, '2026-10-12', 'lead')?.personId)
      expect((await change('sun', [same])).as()).toEqual({ revision: 1 })
      expect((await changesSince('sun')).as<RosterChangesAnswer>().changes).toEqual([])
    })

    test('a visit is added and taken away again; a running one is ended and leaves no hole', async () => {
      const seen = await published()
      expect(await change('sun', [{ villageId: 'liushu', on: '2026-10-12', seat: 'leader', personId: 'wu' }])).toMatchObject({ status: 200 })
      expect(cellOf(await month(), '2026-10-12', 'leader')).toMatchObject({ personId: 'wu' })
      await change('sun', [{ villageId: 'liushu', on: '2026-10-12', seat: 'leader', seenPersonId: 'wu' }])
      expect(cellOf(await month(), '2026-10-12', 'leader')).toBeUndefined()
      await signInAgain('2026-10-14T10:00:00+08:00')
      await change('sun', [seenAt(seen, '2026-10-14', 'stationed', undefined)])
      const after = await month()
      expect(after.holes).toBe(0)
      expect(await http.db.reads.query("SELECT person_id, to_at FROM duty_slots WHERE duty_on = '2026-10-14' AND seat = 'stationed' AND village_id = 'liushu'"))
        .toEqual([{ person_id: 'zhou', to_at: http.db.clock.at() }])
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
      ['a day of another month', 'sun', () => ({ villageId: 'liushu', on: '2026-11-02', seat: 'member', personId: 'ke' }), 422, 'request.invalid'],
      ['no day', 'sun', () => ({ villageId: 'liushu', on: "' OR 1=1 --", seat: 'member', personId: 'ke' }), 422, 'request.invalid'],
    ])('%s', async (_what, who, asked, status, code) => {
      const seen = (await generate()).as<RosterMonthAnswer>()
      expect(await change(who, [asked(seen)])).toMatchObject({ status, code })
      expect((await month()).revision).toBe(1)
    })

    test('on leave, and over', async () => {
      const seen = await published()
      const free = otherThan(cellOf(seen, '2026-10-12', 'member')?.personId, 'zheng', 'feng')
      expect(await send('li', 'POST', 'roster/leaves', { personId: free, fromOn: '2026-10-12', toOn: '2026-10-12' })).toMatchObject({ status: 201 })
      const now = await month()
      expect(await change('li', [seenAt(now, '2026-10-12', 'member', free)])).toMatchObject({ status: 409, code: 'roster.on-leave' })
      http.db.clock.set('2026-10-12T18:00:00+08:00')
      expect(await change('li', [seenAt(now, '2026-10-12', 'member', null)])).toMatchObject({ status: 409, code: 'roster.cell-over' })
    })

    test('a month that is not made, an empty list, too many, and no seat', async () => {
      const cell: CellChange = { villageId: 'liushu', on: '2026-10-12', seat: 'member', personId: null }
      expect(await change('sun', [cell])).toMatchObject({ status: 404, code: 'roster.month-not-found' })
      expect(await change('sun', [])).toMatchObject({ status: 422, code: 'request.invalid' })
      expect(await change('sun', Array.from({ length: 401 }, () => cell))).toMatchObject({ status: 422, code: 'request.invalid' })
      expect(await change('sun', [{ ...cell, seat: 'chair' as Seat }])).toMatchObject({ status: 422 })
    })
  })
})
