import type { CalendarAnswer, CalendarYearBody } from '@huiying/shared/calendar'
import { DEFAULT_ROSTER_TERMS, type RosterMonthAnswer, type RosterPolicyAnswer, type ServiceCentresAnswer } from '@huiying/shared/roster'
import { settleDutyVillage } from '../../../test/support/duty-village'
import { startTestApp, type TestApp } from '../../../test/support/test-app'

/** Invented: the notice for 2027 had not been published when this was written. */
const YEAR_2027: CalendarYearBody = {
  source: '试用的安排',
  holidays: [{ name: '元旦', fromOn: '2027-01-01', toOn: '2027-01-03' }, { name: '春节', fromOn: '2027-02-05', toOn: '2027-02-11' }],
  makeUpDays: ['2027-01-30'],
}

describe('what months are made by', () => {
  let http: TestApp
  beforeEach(async () => {
    http = await startTestApp()
    http.db.clock.set('2026-11-21T09:00:00+08:00')
    await settleDutyVillage(http.db.database)
  })
  afterEach(() => http.stop())

  const send = async (who: string, method: 'GET' | 'POST' | 'PUT', path: string, body?: object) =>
    http.send(method, `/api/${path}`, { token: await http.signIn(`open-${who}`), ...(body === undefined ? {} : { body }) })
  const generate = (month: string) => send('sun', 'POST', `roster/months/${month}/generation`, {})

  describe('the calendar', () => {
    test('a year nobody has announced makes no month, and the sentence says what to do', async () => {
      const refused = await generate('2027-01')
      expect(refused).toMatchObject({ status: 422, code: 'calendar.year-unknown' })
      expect(refused.text).toContain('还没有 2027 年的放假安排')
      expect(await http.db.reads.query('SELECT month FROM roster_months')).toEqual([])
      http.db.clock.set('2031-03-01T09:00:00+08:00')
      expect(await generate('2031-03')).toMatchObject({ code: 'calendar.year-unknown' })
    })

    test('the admin enters it, and then it is made by what he entered', async () => {
      const entered = await send('guo', 'PUT', 'calendar/2027', YEAR_2027)
      expect(entered.status).toBe(200)
      const { years, mayEnter } = entered.as<CalendarAnswer>()
      expect(mayEnter).toBe(true)
      expect(years.map(({ year, isOwn }) => [year, isOwn])).toEqual([[2027, true], [2026, false], [2025, false]])
      expect(years[0]).toEqual({ year: 2027, isOwn: true, ...YEAR_2027 })
      const month = (await generate('2027-01')).as<RosterMonthAnswer>()
      expect(month.status).toBe('draft')
      expect([0, 29].map((day) => month.days[day])).toEqual([
        { on: '2027-01-01', kind: 'public-holiday', name: '元旦' }, { on: '2027-01-30', kind: 'working-day', name: '调休上班' },
      ])
      expect(await http.db.reads.query("SELECT subject_id, by_person FROM journal WHERE type = 'calendar.year-entered'"))
        .toEqual([{ subject_id: 'qingxi', by_person: 'guo' }])
    })

    test('entered again it stands anew, and another sub-district keeps its own', async () => {
      await send('guo', 'PUT', 'calendar/2026', { ...YEAR_2027, holidays: [{ name: '三月三', fromOn: '2026-12-09', toOn: '2026-12-09' }], makeUpDays: [] })
      const again = await send('guo', 'PUT', 'calendar/2026', { ...YEAR_2027, holidays: [{ name: '集市', fromOn: '2026-12-10', toOn: '2026-12-10' }], makeUpDays: [] })
      const { years } = again.as<CalendarAnswer>()
      expect(years.map(({ year, isOwn }) => [year, isOwn])).toEqual([[2026, true], [2025, false]])
      const { days } = (await generate('2026-12')).as<RosterMonthAnswer>()
      expect([days[8]?.kind, days[9]?.name]).toEqual(['working-day', '集市'])
      const county = (await send('tang', 'GET', 'calendar')).as<CalendarAnswer>()
      expect(county.mayEnter).toBe(false)
      expect(county.years.map(({ year, isOwn }) => [year, isOwn])).toEqual([[2026, false], [2025, false]])
    })

    test('residents may read it; only the admin of the sub-district enters', async () => {
      expect((await send('wang', 'GET', 'calendar')).as<CalendarAnswer>().mayEnter).toBe(false)
      for (const who of ['sun', 'wu', 'li', 'wang']) expect(await send(who, 'PUT', 'calendar/2027', YEAR_2027)).toMatchObject({ status: 403 })
      expect(await send('hua', 'PUT', 'calendar/2027', YEAR_2027)).toMatchObject({ status: 404, code: 'request.not-found' })
    })

    test.each<[string, string, object]>([
      ['a day of another year', '2028', YEAR_2027], ['no source', '2027', { ...YEAR_2027, source: '' }],
      ['a make-up day on a Monday', '2027', { ...YEAR_2027, makeUpDays: ['2027-02-15'] }], ['no year', 'next', YEAR_2027],
    ])('%s is refused', async (_what, year, body) => {
      expect(await send('guo', 'PUT', `calendar/${year}`, body)).toMatchObject({ status: 422, code: 'calendar.year-faulty' })
      expect(await http.db.reads.query('SELECT year FROM calendar_years')).toEqual([])
    })

    test('a shape that is none is refused by field', async () => {
      expect(await send('guo', 'PUT', 'calendar/2027', { source: '通知' })).toMatchObject({ status: 422, code: 'request.invalid' })
      expect(await send('guo', 'PUT', 'calendar/2027', { ...YEAR_2027, holidays: ['元旦'] })).toMatchObject({ status: 422, code: 'request.invalid' })
    })
  })

  describe('the terms', () => {
    const EIGHT = { ...DEFAULT_ROSTER_TERMS, handOverMinute: 8 * 60, stationedWeekday: 2 }
    const policy = async (who = 'sun') => (await send(who, 'GET', 'roster/policy')).as<RosterPolicyAnswer>()

    test('are the handbook\'s until the admin sets others, from tomorrow on', async () => {
      expect(await policy()).toEqual({ version: 0, firstOn: '2026-01-01', terms: DEFAULT_ROSTER_TERMS, maySet: false })
      expect((await policy('guo')).maySet).toBe(true)
      const set = (await send('guo', 'PUT', 'roster/policy', { terms: EIGHT })).as<RosterPolicyAnswer>()
      expect(set).toEqual({ version: 1, firstOn: '2026-11-22', terms: EIGHT, maySet: true })
      expect(await policy()).toMatchObject({ version: 1, maySet: false })
    })

    test('count for months made from then on', async () => {
      await send('guo', 'PUT', 'roster/policy', { terms: EIGHT })
      await generate('2026-12')
      const made = () => http.db.reads.query<{ policy_version: number }>("SELECT policy_version FROM roster_months WHERE month = '2026-12'")
      const begins = () => http.db.reads.query("SELECT from_at FROM duty_slots WHERE village_id = 'liushu' AND duty_on = '2026-12-08' AND seat = 'lead'")
      expect([await made(), await begins()]).toEqual([[{ policy_version: 0 }], [{ from_at: Date.parse('2026-12-07T18:00:00+08:00') }]])
      http.db.clock.set('2026-11-22T00:00:00+08:00')
      await generate('2026-12')
      expect([await made(), await begins()]).toEqual([[{ policy_version: 1 }], [{ from_at: Date.parse('2026-12-08T08:00:00+08:00') }]])
    })

    test('set twice on one day: the later ones', async () => {
      await send('guo', 'PUT', 'roster/policy', { terms: EIGHT })
      await send('guo', 'PUT', 'roster/policy', { terms: { ...EIGHT, leaderVisits: 2 } })
      expect(await policy()).toMatchObject({ version: 2, firstOn: '2026-11-22', terms: { leaderVisits: 2 } })
    })

    test('by nobody else, and not beyond reason', async () => {
      for (const who of ['sun', 'wu', 'li']) expect(await send(who, 'PUT', 'roster/policy', { terms: EIGHT })).toMatchObject({ status: 403 })
      expect(await send('hua', 'PUT', 'roster/policy', { terms: EIGHT })).toMatchObject({ status: 404, code: 'request.not-found' })
      for (const who of ['hua', 'tang']) expect(await send(who, 'GET', 'roster/policy')).toMatchObject({ status: 404, code: 'request.not-found' })
      expect(await send('wang', 'GET', 'roster/policy')).toMatchObject({ status: 403 })
      for (const terms of [{ ...EIGHT, handOverMinute: 1440 }, { ...EIGHT, locationCircleM: 3 }]) {
        expect(await send('guo', 'PUT', 'roster/policy', { terms })).toMatchObject({ status: 422, code: 'roster.policy-invalid' })
      }
      for (const body of [{}, { terms: null }, { terms: { handOverMinute: '八点' } }]) {
        expect(await send('guo', 'PUT', 'roster/policy', body)).toMatchObject({ status: 422, code: 'request.invalid' })
      }
      expect(await policy()).toMatchObject({ version: 0 })
    })
  })
  describe('where a service centre stands', () => {
    const HERE = { latitude: 26.512345, longitude: 106.712345 }
    const set = (who: string, body: object, villageId = 'liushu') => send(who, 'PUT', `villages/${villageId}/service-centre`, body)
    const centres = async (who: string) => Object.fromEntries(
      (await send(who, 'GET', 'roster/centres')).as<ServiceCentresAnswer>().villages.map(({ village, hasCentre }) => [village.id, hasCentre]))
    const stored = () => http.db.reads.query('SELECT village_id, latitude_micro, longitude_micro, set_by FROM service_centres')

    test('staff and the village\'s own leads say it, move it and take it away; the journal keeps no place', async () => {
      expect(await centres('sun')).toMatchObject({ liushu: false, taoyuan: false })
      expect((await set('sun', HERE)).as<ServiceCentresAnswer>().villages).toContainEqual({ village: { id: 'liushu', kind: 'village', name: '柳树村' }, hasCentre: true })
      expect(await centres('li')).toEqual({ liushu: true })
      await set('li', { ...HERE, latitude: 26.6 })
      expect(await stored()).toEqual([{ village_id: 'liushu', latitude_micro: 26_600_000, longitude_micro: 106_712_345, set_by: 'li' }])
      for (const _ of [1, 2]) expect((await set('li', { latitude: null })).status).toBe(200)
      expect(await stored()).toEqual([])
      const facts = await http.db.reads.query<{ by_person: string; fact: string }>("SELECT * FROM journal WHERE type = 'roster.centre-set'")
      expect(facts.map((row) => row.by_person)).toEqual(['sun', 'li', 'li'])
      expect(JSON.stringify(facts)).not.toMatch(/26\.|106\.|latitude/)
    })

    test('by nobody else, and nowhere out of the map', async () => {
      for (const who of ['wu', 'zheng', 'wang', 'guo']) expect(await set(who, HERE)).toMatchObject({ status: 403 })
      for (const [who, villageId] of [['li', 'taoyuan'], ['sun', 'nowhere']] as const) {
        expect(await set(who, HERE, villageId)).toMatchObject({ status: 404, code: 'identity.village-not-found' })
      }
      const wrong = [
        { latitude: HERE.longitude, longitude: HERE.latitude }, { latitude: 0, longitude: 0 },
        { latitude: 26.5 }, { latitude: 26.5, longitude: null },
      ]
      for (const body of wrong) expect(await set('sun', body)).toMatchObject({ status: 422, code: 'roster.centre-invalid' })
      for (const body of [{}, { latitude: '这里', longitude: 1 }]) expect(await set('sun', body)).toMatchObject({ status: 422, code: 'request.invalid' })
      expect(await stored()).toEqual([])
    })
  })
})
