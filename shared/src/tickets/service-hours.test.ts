import { NATIONAL_YEARS } from '../calendar'
import { DEFAULT_SLA_TERMS, keptTerms, type SlaTerms } from '../sla'
import { close, reject, reply } from './acts'
import { advance } from './clock'
import { submitTicket } from './submit'
import { currentCycle, type Ticket, type TicketKind } from './ticket'
import { freshTicket, GRANDMOTHER, SECRETARY, submission, words } from './testing/samples'

const at = (day: string, time: string): number => Date.parse(`${day}T${time}:00+08:00`)
const SERVICE: SlaTerms = {
  ...DEFAULT_SLA_TERMS, serviceHours: { kinds: ['question'], opensAtMinute: 540, closesAtMinute: 1_080 },
}
function said(kind: TicketKind, when: number): Ticket {
  const policy = { version: 3, terms: keptTerms(SERVICE, kind, NATIONAL_YEARS, when) }
  return submitTicket(GRANDMOTHER, submission({ kind }), policy, when).next
}

/** When each of what time brings about came to be, by the clock alone. */
function ladder(ticket: Ticket, until: number): readonly (readonly [string, number])[] {
  const came: (readonly [string, number])[] = []
  let now = ticket
  for (let instant = ticket.submittedAt; instant <= until; instant += 60_000) {
    const step = advance(now, instant + 1)
    now = step.next
    for (const fact of step.facts) {
      const what = fact.type === 'ticket.order-issued' ? `order ${fact.count} ${fact.tellsCounty}` : fact.type
      came.push([what, instant])
    }
  }
  return came
}

describe('a question by the hours of the office', () => {
  it('climbs the same ladder as a burst pipe, each step by the hours of the office', () => {
    // The Wednesday before the national holiday: seven days off, then Thursday and Friday, and a Saturday worked.
    expect(ladder(said('question', at('2026-09-30', '17:45')), at('2026-10-18', '12:00'))).toEqual([
      ['ticket.response-reminded', at('2026-10-08', '09:15')],
      ['ticket.response-overdue', at('2026-10-08', '09:45')],
      ['ticket.closure-warned', at('2026-10-10', '10:45')],
      ['ticket.closure-overdue', at('2026-10-10', '14:45')],
      ['order 1 false', at('2026-10-10', '14:45')],
      ['order 2 false', at('2026-10-14', '11:45')],
      ['order 3 true', at('2026-10-16', '17:45')],
    ])
  })

  it('a burst pipe under the same terms waits for no office', () => {
    const help = said('help', at('2026-09-30', '17:45'))
    expect(help).toEqual({ ...freshTicket({}, at('2026-09-30', '17:45')), policyVersion: 3, publishedAt: null })
  })

  it('is met at the very due instant, and a new round has its hours, too', () => {
    const ticket = said('question', at('2026-11-27', '17:30'))
    const met = reply(SECRETARY, ticket, words('低保表在二号窗口，明天下午能拿'), at('2026-11-30', '09:30'))
    expect(met.facts).toContainEqual(expect.objectContaining({ type: 'ticket.responded', met: true }))
    const closure = { ...words('低保表在二号窗口拿'), outcome: 'explained' as const, reason: null }
    const closed = close(SECRETARY, met.next, closure, at('2026-11-30', '10:00')).next
    const again = reject(GRANDMOTHER, closed, words('没有人'), at('2026-12-04', '17:00')).next
    expect(currentCycle(again).closureDueAt).toBe(at('2026-12-09', '14:00'))
    // What is the resident's own: seven days, not seven days of an office.
    expect(() => reject(GRANDMOTHER, closed, words('没有人'), at('2026-12-07', '10:00') + 1)).toThrow('ticket.answer-too-late')
  })
})
