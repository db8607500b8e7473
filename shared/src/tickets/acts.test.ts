import { DAY_MS, HOUR_MS, MINUTE_MS } from '../kernel'
import { roleIn } from './access'
import { actionsFor } from './actions'
import { callReporter, close, rate, reject, reply, withdraw, write } from './acts'
import { regarding } from './second-road'
import { submitTicket } from './submit'
import { TICKET_STATUSES, type Ticket } from './ticket'
import {
  DIRECTOR,
  freshTicket,
  GRANDMOTHER,
  NEIGHBOUR,
  NINE,
  POLICY,
  SECRETARY,
  someone,
  STAFF,
  STRANGER,
  submission,
  words,
} from './testing/samples'

const ANSWER = words('我十点半到您家看下水道')
const DONE = { ...words('下水道通好了，水退了', 'message-2'), outcome: 'settled' as const, reason: null }

describe('who may say what', () => {
  it('does not exist for another village, its secretary included', () => {
    expect(roleIn(STRANGER, freshTicket())).toBeNull()
    expect(() => reply(STRANGER, freshTicket(), ANSWER, NINE)).toThrow('ticket.not-found')
    expect(() => submitTicket(STRANGER, submission(), POLICY, NINE)).toThrow('ticket.village-not-found')
  })

  it('is closed to neighbours when only the handlers may see it', () => {
    expect(roleIn(NEIGHBOUR, freshTicket())).toBe('neighbour')
    expect(roleIn(NEIGHBOUR, freshTicket({ visibility: 'handlers' }))).toBeNull()
  })

  it('lets a grid worker speak for somebody else only', () => {
    const gridWorker = someone('he', ['grid-worker'])
    const other = { name: '马婆婆', phone: null }
    expect(submitTicket(gridWorker, submission({ onBehalfOf: other }), POLICY, NINE).next.reporterId).toBe('he')
    expect(() => submitTicket(gridWorker, submission(), POLICY, NINE)).toThrow('ticket.village-not-found')
  })

  it('counts no reply of the reporter, whatever posts or second accounts he has', () => {
    const ticket = { ...freshTicket(), reporterId: 'li' }
    const secondAccount = { ...SECRETARY, accountId: 'another-phone' }
    expect(() => reply(secondAccount, ticket, ANSWER, NINE)).toThrow('ticket.only-handlers')
    const wrote = write(secondAccount, ticket, ANSWER, NINE)
    expect(wrote.next.respondedAt).toBeNull()
  })

  it('is no longer the neighbours to read once it was withdrawn', () => {
    const withdrawn = withdraw(GRANDMOTHER, freshTicket(), NINE).next
    expect(roleIn(NEIGHBOUR, withdrawn)).toBeNull()
    expect(roleIn(GRANDMOTHER, withdrawn)).toBe('reporter')
  })

  it('takes no satisfaction from the cadre who spoke for somebody, but hears from him that it is not done', () => {
    const gridWorker = someone('he', ['grid-worker'])
    const raised = submitTicket(gridWorker, submission({ onBehalfOf: { name: '马婆婆', phone: null } }), POLICY, NINE).next
    const closed = close(SECRETARY, raised, DONE, NINE).next
    expect(actionsFor(gridWorker, closed, NINE)).toEqual(['write', 'reject', 'complain'])
    expect(() => rate(gridWorker, closed, 'satisfied', NINE)).toThrow('ticket.rates-for-another')
    expect(reject(gridWorker, closed, words('还是堵'), NINE).next.status).toBe('in-progress')
  })

  it("keeps the other's number as eleven digits, and refuses what is none", () => {
    const other = (phone: string) => freshTicket({ onBehalfOf: { name: ' 马婆婆 ', phone } }).onBehalfOf
    expect(other('+86 139-0000-0001')).toEqual({ name: '马婆婆', phone: '13900000001' })
    expect(() => other('12345')).toThrow('ticket.phone-malformed')
  })

  it('asks only the reporter for a rating, and only once', () => {
    const closed = close(SECRETARY, freshTicket(), DONE, NINE + HOUR_MS).next
    expect(() => rate(SECRETARY, closed, 'satisfied', NINE + HOUR_MS)).toThrow('ticket.only-reporter')
    expect(() => rate(NEIGHBOUR, closed, 'satisfied', NINE + HOUR_MS)).toThrow('ticket.only-reporter')
    const rated = rate(GRANDMOTHER, closed, 'fairly-satisfied', NINE + 2 * HOUR_MS).next
    expect(() => rate(GRANDMOTHER, rated, 'satisfied', NINE + 2 * HOUR_MS)).toThrow('ticket.already-answered')
    expect(() => reject(GRANDMOTHER, rated, words('没修好'), NINE + 2 * HOUR_MS)).toThrow('ticket.already-answered')
  })
})

describe('response', () => {
  it.each([
    ['', 'ticket.reply-blank'],
    ['.', 'ticket.reply-blank'],
    ['收到', 'ticket.reply-receipt'],
    ['＿＿点到', 'ticket.reply-unfilled'],
  ])('%j is refused and the clock goes on', (text, code) => {
    expect(() => reply(SECRETARY, freshTicket(), words(text), NINE)).toThrow(code)
  })

  it('is the first of two; the second is a reply', () => {
    const first = reply(SECRETARY, freshTicket(), ANSWER, NINE + MINUTE_MS)
    const second = reply(DIRECTOR, first.next, words('我也过去', 'message-9'), NINE + MINUTE_MS)
    expect(second.next.respondedBy).toBe('li')
    expect(second.facts).toEqual([
      { type: 'ticket.replied', ticketId: 'ticket-1', messageId: 'message-9', personId: 'chen' },
    ])
  })

  it('may be the closure itself', () => {
    const closed = close(SECRETARY, freshTicket(), DONE, NINE + MINUTE_MS)
    expect(closed.facts.map((fact) => fact.type)).toEqual(['ticket.responded', 'ticket.closed'])
    expect(closed.next.respondedAt).toBe(NINE + MINUTE_MS)
  })

  it('may be spoken', () => {
    expect(reply(SECRETARY, freshTicket(), { messageId: 'm', text: '', hasVoice: true }, NINE).next.respondedAt).toBe(
      NINE,
    )
  })
})

describe('closure', () => {
  it('needs a reason from the list when it does not accept', () => {
    expect(() => close(SECRETARY, freshTicket(), { ...DONE, outcome: 'not-accepted' }, NINE)).toThrow(
      'ticket.reason-missing',
    )
    const closed = close(SECRETARY, freshTicket(), { ...DONE, outcome: 'not-accepted', reason: 'in-court' }, NINE).next
    expect(closed.cycles[0]).toMatchObject({ outcome: 'not-accepted', notAcceptedReason: 'in-court' })
  })

  it('goes to the sub-district after the second rejection; the village can no longer close it', () => {
    let ticket: Ticket = freshTicket()
    for (const hour of [1, 3]) {
      ticket = close(SECRETARY, ticket, DONE, NINE + hour * HOUR_MS).next
      ticket = reject(GRANDMOTHER, ticket, words('还是堵'), NINE + (hour + 1) * HOUR_MS).next
    }
    expect(ticket.holderUnitId).toBe('qingxi')
    expect(() => close(SECRETARY, ticket, DONE, NINE + 5 * HOUR_MS)).toThrow('ticket.only-holder')
    expect(actionsFor(SECRETARY, ticket, NINE + 5 * HOUR_MS)).not.toContain('close')
    expect(close(STAFF, ticket, DONE, NINE + 5 * HOUR_MS).next.status).toBe('closed')
  })

  it.each(['', '好了', '收到', '已处理'])('says what was done, and not %j', (text) => {
    const closure = { ...words(text), outcome: 'settled' as const, reason: null }
    expect(() => close(SECRETARY, freshTicket(), closure, NINE)).toThrow('ticket.closure-says-nothing')
  })

  it('is refused twice, and withdrawal after it too', () => {
    const closed = close(SECRETARY, freshTicket(), DONE, NINE).next
    expect(() => close(DIRECTOR, closed, DONE, NINE)).toThrow('ticket.already-closed')
    expect(() => withdraw(GRANDMOTHER, closed, NINE)).toThrow('ticket.already-closed')
  })
})

describe('the statuses', () => {
  it('are all reachable, and each has a way out or is an end', () => {
    const submitted = freshTicket()
    const inProgress = reply(SECRETARY, submitted, ANSWER, NINE).next
    const closed = close(SECRETARY, inProgress, DONE, NINE).next
    const ends = [
      rate(GRANDMOTHER, closed, 'dissatisfied', NINE).next,
      write(GRANDMOTHER, closed, words('在吗'), NINE + 4 * DAY_MS).next,
      withdraw(GRANDMOTHER, submitted, NINE).next,
    ]
    const seen = [submitted, inProgress, closed, ...ends].map((ticket) => ticket.status)
    expect([...new Set(seen)].sort()).toEqual([...TICKET_STATUSES].sort())
    for (const ticket of [submitted, inProgress, closed]) {
      const open = [...actionsFor(GRANDMOTHER, ticket, NINE), ...actionsFor(SECRETARY, ticket, NINE)]
      expect(open.filter((action) => ['close', 'rate', 'withdraw'].includes(action)).length).toBeGreaterThan(0)
    }
    for (const ticket of ends) expect(ticket.endedAt).not.toBeNull()
  })

  it('offer exactly the acts that the rules then accept', () => {
    const tickets = [
      freshTicket(),
      reply(SECRETARY, freshTicket(), ANSWER, NINE).next,
      close(SECRETARY, freshTicket(), DONE, NINE).next,
      rate(GRANDMOTHER, close(SECRETARY, freshTicket(), DONE, NINE).next, 'satisfied', NINE).next,
      withdraw(GRANDMOTHER, freshTicket(), NINE).next,
    ]
    for (const ticket of tickets) {
      for (const viewer of [GRANDMOTHER, NEIGHBOUR, SECRETARY, STAFF, STRANGER]) {
        const offered = actionsFor(viewer, ticket, NINE)
        const tries = {
          reply: () => reply(viewer, ticket, ANSWER, NINE),
          close: () => close(viewer, ticket, DONE, NINE),
          write: () => write(viewer, ticket, ANSWER, NINE),
          rate: () => rate(viewer, ticket, 'satisfied', NINE),
          reject: () => reject(viewer, ticket, ANSWER, NINE),
          withdraw: () => withdraw(viewer, ticket, NINE),
          complain: () => regarding(viewer, ticket, { people: [], holderKind: 'village' }, NINE),
          'call-reporter': () => callReporter(viewer, ticket, { reason: '问清楚', lastAt: null, hasNumber: true }, NINE),
        }
        for (const [action, attempt] of Object.entries(tries)) {
          let accepted = true
          try { attempt() } catch { accepted = false }
          expect([action, viewer.personId, ticket.status, accepted]).toEqual([
            action,
            viewer.personId,
            ticket.status,
            (offered as readonly string[]).includes(action),
          ])
        }
      }
    }
  })
})
