import fc from 'fast-check'
import { DAY_MS, HOUR_MS, MINUTE_MS, type EpochMs } from '../kernel'
import { actionsFor } from './actions'
import { close, reject, reply, withdraw, write } from './acts'
import { advance, timersOf } from './clock'
import { follow, mayFollow } from './follow'
import { comeApart, comeApartByItself, merge } from './merge'
import { DIRECTOR, freshTicket, GRANDMOTHER, NEIGHBOUR, NINE, SECRETARY, someone, STAFF, STRANGER, words } from './testing/samples'
import { currentCycle, type Ticket } from './ticket'
import type { Move } from './ways'

const types = (facts: readonly { readonly type: string }[]): readonly string[] => facts.map(({ type }) => type)

/** The grandmother's and, some time later, the neighbour's. */
function two(laterMs = 20 * MINUTE_MS): { readonly first: Ticket; readonly second: Ticket } {
  return {
    first: freshTicket({ ticketId: 'first' }),
    second: { ...freshTicket({ ticketId: 'second' }, NINE + laterMs), reporterId: 'zhao' },
  }
}

const mergeAt = (main: Ticket, other: Ticket, at: EpochMs, who = SECRETARY) => merge(who, main, other, 0, at)

describe('two matters that are one', () => {
  it('stop the clock of the one and let the earlier deadlines rule in the other', () => {
    const { first, second } = two()
    const { main, other } = mergeAt(second, first, NINE + 25 * MINUTE_MS)
    expect(other.next.mergedIntoId).toBe('second')
    expect(timersOf(other.next)).toEqual([])
    expect(other.facts).toEqual([{ type: 'ticket.merged', ticketId: 'first', intoTicketId: 'second', personId: 'li' }])
    expect(main.next.responseDueAt).toBe(NINE + HOUR_MS)
    expect(currentCycle(main.next).closureDueAt).toBe(NINE + DAY_MS)
    expect(main.facts).toEqual([{
      type: 'ticket.took-in', ticketId: 'second', otherTicketId: 'first', responseDueAt: NINE + HOUR_MS, closureDueAt: NINE + DAY_MS,
    }])
    expect(types(advance(main.next, NINE + HOUR_MS + 1).facts)).toContain('ticket.response-overdue')
    expect(advance(other.next, NINE + 90 * DAY_MS).facts).toEqual([])
  })

  it('warn as long before the earlier end as before any', () => {
    const { first, second } = two(6 * HOUR_MS)
    const answered = reply(SECRETARY, first, words('我十点带人来通'), NINE + MINUTE_MS).next
    const { main } = mergeAt(reply(SECRETARY, second, words('我明天上午来'), NINE + 6 * HOUR_MS).next, answered, NINE + 6 * HOUR_MS)
    // The earlier one ends at nine the next day: by the clock of the later one it would be warned of two hours after.
    expect(types(advance(main.next, NINE + 20 * HOUR_MS - 1).facts)).toEqual([])
    expect(types(advance(main.next, NINE + 20 * HOUR_MS).facts)).toEqual(['ticket.closure-warned'])
  })

  it('never move a deadline of the main one later', () => {
    const { first, second } = two()
    const { main } = mergeAt(first, second, NINE + 25 * MINUTE_MS)
    expect(main.next).toEqual(first)
  })

  it('leave the promise of an answer alone once either was answered', () => {
    const { first, second } = two()
    const answered = reply(SECRETARY, first, words('我十点带人来通'), NINE + 22 * MINUTE_MS).next
    const { main } = mergeAt(second, answered, NINE + 25 * MINUTE_MS)
    expect(main.next.responseDueAt).toBe(second.responseDueAt)
    expect(currentCycle(main.next).closureDueAt).toBe(NINE + DAY_MS)
  })

  it('hide no miss: what was late in the one is late in the other', () => {
    const { first, second } = two(2 * HOUR_MS)
    const { main, other } = mergeAt(second, first, NINE + 2 * HOUR_MS + MINUTE_MS)
    expect(types(other.facts)).toEqual(['ticket.response-reminded', 'ticket.response-overdue', 'ticket.merged'])
    expect(main.next.responseMissedAt).toBe(NINE + HOUR_MS + 1)
    expect(types(main.facts)).toEqual(['ticket.took-in', 'ticket.response-overdue'])
  })

  it('leave a main one that is late already late by its own promise', () => {
    const { first, second } = two()
    const { main } = mergeAt(second, first, NINE + 3 * HOUR_MS)
    expect(main.next.responseDueAt).toBe(second.responseDueAt)
    expect(main.next.responseMissedAt).toBe(second.responseDueAt + 1)
  })

  it('are of one village, seen by the same people, and with the same holder', () => {
    const { first, second } = two()
    const at = NINE + 25 * MINUTE_MS
    const unlike: readonly Partial<Ticket>[] = [
      { visibility: 'handlers' }, { entryId: 'entry-1' }, { holderUnitId: 'qingxi' }, { about: 'village-cadre' },
    ]
    for (const change of unlike) expect(() => mergeAt(first, { ...second, ...change }, at)).toThrow('ticket.merge-unlike')
    const elsewhere = { ...second, villageId: 'taoyuan', holderUnitId: 'taoyuan' }
    expect(() => mergeAt(first, elsewhere, at)).toThrow('ticket.not-found')
    expect(() => mergeAt(first, elsewhere, at, STAFF)).toThrow('ticket.merge-unlike')
    const hush = { visibility: 'confidential', holderUnitId: 'qingxi' } as const
    expect(() => mergeAt({ ...first, ...hush }, { ...second, ...hush }, at, STAFF)).toThrow('ticket.merge-unlike')
    expect(() => mergeAt(first, first, at)).toThrow('ticket.merge-itself')
    expect(() => merge(SECRETARY, first, second, 1, at)).toThrow('ticket.has-merged')
    expect(() => mergeAt(first, { ...second, mergedIntoId: 'third' }, at)).toThrow('ticket.merged')
    expect(() => mergeAt(withdraw(GRANDMOTHER, first, at).next, second, at)).toThrow('ticket.already-closed')
  })

  it('are merged by who handles the village, and by nobody else', () => {
    const { first, second } = two()
    const at = NINE + 25 * MINUTE_MS
    expect(mergeAt(first, second, at, STAFF).other.next.mergedIntoId).toBe('first')
    expect(() => mergeAt(first, second, at, NEIGHBOUR)).toThrow('ticket.only-handlers')
    expect(() => mergeAt(first, second, at, STRANGER)).toThrow('ticket.not-found')
    const asked = [first, second].map((ticket) => ({ ...ticket, entryId: 'entry-1' })) as [Ticket, Ticket]
    expect(() => mergeAt(...asked, at, someone('qi', ['accountant']))).toThrow('ticket.only-village-merges')
  })

  it('are acted on in the main one only, but for the reporter\'s own words', () => {
    const { first, second } = two()
    const at = NINE + 30 * MINUTE_MS
    const merged = mergeAt(first, second, at).other.next
    expect(() => reply(SECRETARY, merged, words('我来看看下水道'), at)).toThrow('ticket.merged')
    expect(() => close(SECRETARY, merged, { ...words('通好了，不漫水了'), outcome: 'settled', reason: null }, at)).toThrow('ticket.merged')
    expect(types(write(NEIGHBOUR, merged, words('我家也漫了'), at).facts)).toEqual(['ticket.reporter-wrote'])
    expect(actionsFor(NEIGHBOUR, merged, at)).toEqual(['write', 'withdraw', 'come-apart'])
    expect(actionsFor(SECRETARY, merged, at)).toEqual(['call-reporter', 'come-apart'])
    expect(actionsFor(GRANDMOTHER, merged, at)).toEqual([])
    expect(withdraw(NEIGHBOUR, merged, at).next.status).toBe('withdrawn')
  })
})

describe('coming apart', () => {
  it('gives it back with its own clock: what fell due meanwhile is late at once', () => {
    const { first, second } = two()
    const merged = mergeAt(first, second, NINE + 30 * MINUTE_MS)
    const at = NINE + 5 * HOUR_MS
    const { other, main } = comeApart(NEIGHBOUR, merged.main.next, merged.other.next, at)
    expect(other.next).toEqual(advance(second, at).next)
    expect(types(other.facts)).toEqual(['ticket.came-apart', 'ticket.response-reminded', 'ticket.response-overdue'])
    expect(other.facts[0]).toMatchObject({ fromTicketId: 'first', how: 'reporter' })
    expect(other.facts.every((fact) => !('noticedAt' in fact))).toBe(true)
    expect(main).toEqual({ next: merged.main.next, facts: [{ type: 'ticket.let-go', ticketId: 'first', otherTicketId: 'second' }] })
  })

  it('is for its reporter and who handles it, as long as the main one\'s reporter may speak', () => {
    const { first, second } = two()
    const { main, other } = mergeAt(first, second, NINE + 30 * MINUTE_MS)
    const apart = (who: typeof NEIGHBOUR, of: Ticket, at: EpochMs) =>
      comeApart(who, of, other.next, at).other.next.mergedIntoId
    expect(apart(DIRECTOR, main.next, NINE + HOUR_MS)).toBeNull()
    expect(() => apart(GRANDMOTHER, main.next, NINE + HOUR_MS)).toThrow('ticket.only-reporter')
    expect(() => apart(STRANGER, main.next, NINE + HOUR_MS)).toThrow('ticket.not-found')
    // Who had it once knows of it still, and only helps.
    const handed = { ...other.next, moves: [{ fromUnitId: 'taoyuan', toUnitId: 'liushu' } as Move] }
    expect(() => comeApart(STRANGER, main.next, handed, NINE + HOUR_MS)).toThrow('ticket.only-reporter')
    const closedAt = NINE + 3 * HOUR_MS
    const closed = close(SECRETARY, main.next, { ...words('通好了，不漫水了'), outcome: 'settled', reason: null }, closedAt).next
    expect(apart(NEIGHBOUR, closed, closedAt + 7 * DAY_MS)).toBeNull()
    expect(() => apart(NEIGHBOUR, closed, closedAt + 7 * DAY_MS + 1)).toThrow('ticket.apart-too-late')
    const again = reject(GRANDMOTHER, closed, words('又堵了'), closedAt + 6 * DAY_MS).next
    expect(apart(NEIGHBOUR, again, closedAt + 30 * DAY_MS)).toBeNull()
    expect(() => comeApart(NEIGHBOUR, main.next, second, NINE + HOUR_MS)).toThrow('ticket.not-merged')
  })

  it('happens by itself when the main one is withdrawn', () => {
    const { first, second } = two()
    const { main, other } = mergeAt(first, second, NINE + 30 * MINUTE_MS)
    const gone = withdraw(GRANDMOTHER, main.next, NINE + 40 * MINUTE_MS).next
    const back = comeApartByItself(gone, other.next, NINE + 41 * MINUTE_MS).other
    expect(back.next).toEqual(advance(second, NINE + 41 * MINUTE_MS).next)
    expect(back.facts[0]).toMatchObject({ type: 'ticket.came-apart', how: 'withdrawn' })
  })

  it('wins nobody time: whatever is merged and comes apart whenever, nothing is ever due later than it was', () => {
    const minutes = fc.nat(3 * 24 * 60)
    fc.assert(fc.property(minutes, minutes, minutes, fc.boolean(), (gap, wait, rest, isFirstMain) => {
      const { first, second } = two(gap * MINUTE_MS)
      const [a, b] = isFirstMain ? [first, second] : [second, first]
      const mergedAt = NINE + (gap + wait) * MINUTE_MS
      const { main, other } = mergeAt(a, b, mergedAt)
      const apartAt = mergedAt + rest * MINUTE_MS
      const back = comeApart(DIRECTOR, main.next, other.next, apartAt)
      expect(back.other.next).toEqual(advance(b, apartAt).next)
      const after = advance(back.main.next, apartAt).next
      const alone = advance(a, apartAt).next
      expect(after.responseDueAt).toBeLessThanOrEqual(alone.responseDueAt)
      expect(currentCycle(after).closureDueAt).toBeLessThanOrEqual(currentCycle(alone).closureDueAt)
      if (alone.responseMissedAt !== null) expect(after.responseMissedAt).not.toBeNull()
      if (currentCycle(alone).closureMissedAt !== null) expect(currentCycle(after).closureMissedAt).not.toBeNull()
    }))
  })
})

describe('我也遇到', () => {
  it('is for residents of the village and its open public matters', () => {
    const ticket = freshTicket()
    expect(follow(NEIGHBOUR, ticket)).toEqual([{ type: 'ticket.followed', ticketId: 'ticket-1', personId: 'zhao' }])
    expect(mayFollow(NEIGHBOUR, ticket)).toBe(true)
    // A cadre who lives there, too; the one who does not handles it and nothing more.
    expect(mayFollow(SECRETARY, ticket)).toBe(true)
    expect(() => follow(DIRECTOR, ticket)).toThrow('ticket.only-residents-follow')
    expect(() => follow(GRANDMOTHER, ticket)).toThrow('ticket.follows-own')
    expect(() => follow(STRANGER, ticket)).toThrow('ticket.not-found')
    expect(() => follow(NEIGHBOUR, { ...ticket, visibility: 'handlers' })).toThrow('ticket.not-found')
    expect(() => follow(SECRETARY, { ...ticket, visibility: 'handlers' })).toThrow('ticket.only-residents-follow')
    expect(() => follow(NEIGHBOUR, { ...ticket, mergedIntoId: 'other' })).toThrow('ticket.merged')
    const closed = close(SECRETARY, ticket, { ...words('通好了，不漫水了'), outcome: 'settled', reason: null }, NINE).next
    expect(() => follow(NEIGHBOUR, closed)).toThrow('ticket.already-closed')
    expect(actionsFor(NEIGHBOUR, ticket, NINE)).toEqual(['follow'])
    expect(actionsFor(NEIGHBOUR, closed, NINE)).toEqual([])
  })
})
