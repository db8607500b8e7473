import { MINUTE_MS } from '@huiying/shared/kernel'
import { DEFAULT_SLA_TERMS, type SlaTerms } from '@huiying/shared/sla'
import type { TicketKind, TicketView } from '@huiying/shared/tickets'
import { EnterCalendarYear } from '../../src/features/calendar/enter-calendar-year'
import { promiseAnswerOf } from '../../src/features/sla/promise.board'
import { SetPromise } from '../../src/features/sla/set-promise'
import type { FreshDatabase } from '../support/fresh-database'
import type { ServerInHand } from '../support/server-in-hand'
import { postOf, settlePerson } from '../support/small-village'
import { villageStory } from '../support/village-story'

const HALF: SlaTerms = { ...DEFAULT_SLA_TERMS, responseMs: 30 * MINUTE_MS, reminderMs: 15 * MINUTE_MS }
const SERVICE: SlaTerms = {
  ...DEFAULT_SLA_TERMS,
  serviceHours: { kinds: ['question', 'complaint', 'suggestion'], opensAtMinute: 540, closesAtMinute: 1_080 },
}

describe('the promise', () => {
  let fresh: FreshDatabase
  let server: ServerInHand

  beforeEach(async () => {
    ;({ fresh, server } = await villageStory((database) =>
      settlePerson(database, { id: 'guan', name: '管明' }, postOf('guan', 'admin', 'qingxi'))))
  })
  afterEach(() => fresh.close())

  const on = (day: string, time: string): number => Date.parse(`${day}T${time}:00+08:00`)
  const to = (at: number): void => fresh.clock.set(at)
  const view = async (ticketId: string): Promise<TicketView> => server.boards.view(await server.as('wang'), ticketId)
  const ask = (kind: TicketKind): Promise<string> => server.submit('wang', { kind })

  async function set(terms: SlaTerms | null, firstOn: string, by = 'sun'): Promise<void> {
    const viewer = await server.as(by)
    const { latestVersion } = await promiseAnswerOf(fresh.reads, viewer, fresh.clock.at())
    await new SetPromise(fresh.database.unitOfWork).execute(viewer, { terms, firstOn, basedOnVersion: latestVersion })
  }

  it('edited from 60 to 30 minutes holds for what is raised afterwards, and for nothing else', async () => {
    to(on('2026-09-14', '23:40'))
    const before = await server.submit('wang')
    await set(HALF, '2026-09-15')
    const sameDay = await server.submit('zhao')
    to(on('2026-09-15', '00:05'))
    const after = await server.submit('wang')
    expect((await view(before)).responseDueAt).toBe(on('2026-09-15', '00:40'))
    expect((await server.boards.view(await server.as('zhao'), sameDay)).responseDueAt).toBe(on('2026-09-15', '00:40'))
    expect((await view(after)).responseDueAt).toBe(on('2026-09-15', '00:35'))

    to(on('2026-09-15', '00:35') + 1)
    await server.settle()
    expect((await view(after)).responseMissed).toBe(true)
    expect((await view(before)).responseMissed).toBe(false)
    to(on('2026-09-15', '00:40') + 1)
    await server.settle()
    expect((await view(before)).responseMissed).toBe(true)
  })

  it('switched off silences nothing that runs', async () => {
    to(on('2026-09-14', '09:00'))
    await set({ ...HALF, orderRepeatMs: 3 * 60 * MINUTE_MS }, '2026-09-15')
    to(on('2026-09-15', '23:50'))
    const running = await server.submit('wang')
    await set(null, '2026-09-16')
    to(on('2026-09-16', '00:20') + 1)
    await server.settle()
    expect((await view(running)).responseMissed).toBe(true)
    expect(await server.notices('sun')).toContain('response-overdue')
    // Closure and its orders, too: every three hours, as when it was raised.
    to(on('2026-09-17', '03:00'))
    await server.settle()
    expect((await view(running)).cycle).toMatchObject({ closureMissed: true, orderCount: 2 })
    expect((await view(await server.submit('wang'))).responseDueAt).toBe(on('2026-09-17', '04:00'))
  })

  it('of service hours: Friday at half past five is answered by Monday half past nine, a burst pipe within the hour', async () => {
    to(on('2026-11-26', '10:00'))
    await set(SERVICE, '2026-11-27')
    to(on('2026-11-27', '17:30'))
    const [question, help] = [await ask('question'), await ask('help')]
    expect((await view(question)).responseDueAt).toBe(on('2026-11-30', '09:30'))
    expect((await view(help)).responseDueAt).toBe(on('2026-11-27', '18:30'))

    await server.reply('li', help, '水管已经关了，师傅八点到')
    to(on('2026-11-27', '17:45'))
    const later = await ask('suggestion')
    to(on('2026-11-29', '12:00'))
    await server.settle()
    // Half an hour of the office is over at the closing of Friday for the one, on Monday for the other.
    expect(await remindedAt(question)).toBe(on('2026-11-27', '18:00'))
    expect(await remindedAt(later)).toBeNull()
    to(on('2026-11-30', '09:15'))
    await server.settle()
    expect(await remindedAt(later)).toBe(on('2026-11-30', '09:15'))
    to(on('2026-11-30', '09:30'))
    await server.settle()
    expect((await view(question)).responseMissed).toBe(false)
    to(on('2026-11-30', '09:30') + 1)
    await server.settle()
    expect((await view(question)).responseMissed).toBe(true)
    // 24 hours of the office: half an hour, two working days, five hours and a half.
    expect((await view(question)).cycle.closureDueAt).toBe(on('2026-12-02', '14:30'))
  })

  it('a matter that is not settled goes on by the hours it began with, whatever the terms are by then', async () => {
    to(on('2026-11-26', '10:00'))
    await set(SERVICE, '2026-11-27')
    to(on('2026-11-27', '10:00'))
    const question = await ask('question')
    await set(HALF, '2026-11-28')
    await server.close('li', question, '低保申请表在便民大厅二号窗口领')
    to(on('2026-11-28', '10:00'))
    await server.reject('wang', question, '去了，没有人')
    expect((await view(question)).cycle).toMatchObject({ number: 2, closureDueAt: on('2026-12-02', '15:00') })
  })

  it('says nothing of a year that was entered before anybody could be told', async () => {
    to(on('2026-12-01', '10:00'))
    await set(SERVICE, '2026-12-02')
    to(on('2026-12-30', '10:00'))
    await ask('question')
    expect(await fresh.reads.query("SELECT id FROM journal WHERE type = 'sla.year-unknown'", [])).toHaveLength(1)
    await new EnterCalendarYear(fresh.database.unitOfWork).execute(await server.as('guan'), {
      year: 2027, source: '县里的通知', holidays: [{ name: '元旦', fromOn: '2027-01-01', toOn: '2027-01-03' }], makeUpDays: [],
    })
    await server.settle()
    expect(await server.notices('guan')).toEqual([])
  })

  it('does not guess a year nobody has entered: every hour counts, and the admin hears of it once', async () => {
    to(on('2026-12-01', '10:00'))
    await set(SERVICE, '2026-12-02')
    to(on('2026-12-30', '10:00'))
    const [first, help] = [await ask('question'), await ask('help')]
    await ask('complaint')
    await server.settle()
    expect((await view(first)).responseDueAt).toBe(on('2026-12-30', '11:00'))
    // Seventeen of its 24 hours are over when the year ends; the other seven run through the night.
    expect((await view(first)).cycle.closureDueAt).toBe(on('2027-01-01', '07:00'))
    expect((await view(help)).cycle.closureDueAt).toBe(on('2026-12-31', '10:00'))
    expect(await server.notices('guan')).toEqual(['days-off-missing'])
    expect(await server.notices('sun')).not.toContain('days-off-missing')

    await new EnterCalendarYear(fresh.database.unitOfWork).execute(await server.as('guan'), {
      year: 2027, source: '县里的通知', holidays: [{ name: '元旦', fromOn: '2027-01-01', toOn: '2027-01-03' }], makeUpDays: [],
    })
    // What was promised stays; what is said from now on goes by what is known now.
    expect((await view(first)).cycle.closureDueAt).toBe(on('2027-01-01', '07:00'))
    expect((await view(await ask('question'))).cycle.closureDueAt).toBe(on('2027-01-04', '16:00'))
  })

  it('is for staff and admin to set, for the leader to read; who was slower is told', async () => {
    to(on('2026-09-14', '09:00'))
    await set(HALF, '2026-09-20', 'guan')
    const answer = await promiseAnswerOf(fresh.reads, await server.as('wu'), fresh.clock.at())
    expect(answer).toMatchObject({
      maySet: false, latestVersion: 1, subDistrictName: '青溪街道',
      inForce: { version: 0, terms: DEFAULT_SLA_TERMS }, planned: [{ version: 1, firstOn: '2026-09-20', terms: HALF, setBy: '管明' }],
    })
    await expect(set(HALF, '2026-09-21', 'wu')).rejects.toThrow('request.not-found')
    const late = { terms: null, firstOn: '2026-09-20', basedOnVersion: 0 }
    await expect(new SetPromise(fresh.database.unitOfWork).execute(await server.as('sun'), late)).rejects.toThrow('sla.policy-changed')
    await expect(promiseAnswerOf(fresh.reads, await server.as('tang'), fresh.clock.at())).rejects.toThrow('request.not-found')
  })

  async function remindedAt(ticketId: string): Promise<number | null> {
    const [row] = await fresh.reads.query<{ at: number | null }>('SELECT reminded_at AS at FROM tickets WHERE id = ?', [ticketId])
    return row?.at == null ? null : Number(row.at)
  }
})
