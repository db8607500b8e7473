import { HOUR_MS, MINUTE_MS } from '../kernel'
import { reply, withdraw, type Move, type Ticket, type TicketFact } from '../tickets'
import { freshTicket, GRANDMOTHER, NINE, SECRETARY, words } from '../tickets/testing/samples'
import { isStillAsked } from './still-asked'

const TEN = NINE + HOUR_MS
const answered = (at: number): Ticket => reply(SECRETARY, freshTicket(), words('我十点带人来通'), at).next
const warned: TicketFact = { type: 'ticket.closure-warned', ticketId: 't', cycle: 1, dueAt: TEN }
const asked = { kind: 'you-are-asked', startedAt: NINE } as const
const end = { kind: 'closure-warning', startedAt: TEN } as const

describe('what a notice asked for', () => {
  it('of a new matter waits until somebody answers', () => {
    expect(isStillAsked(warned, asked, freshTicket())).toBe(true)
    expect(isStillAsked(warned, asked, answered(NINE + MINUTE_MS))).toBe(false)
  })

  it('of its end waits whoever answered before, and no longer once somebody answers for the first time after', () => {
    expect(isStillAsked(warned, end, answered(NINE + MINUTE_MS))).toBe(true)
    expect(isStillAsked(warned, end, freshTicket())).toBe(true)
    expect(isStillAsked(warned, end, answered(TEN))).toBe(false)
  })

  it('waits no more once the matter is over, or goes on in another', () => {
    expect(isStillAsked(warned, asked, withdraw(GRANDMOTHER, freshTicket(), TEN).next)).toBe(false)
    expect(isStillAsked(warned, asked, { ...freshTicket(), mergedIntoId: 'main' })).toBe(false)
  })

  it('of whom it was handed to waits as long as it was handed to nobody after him', () => {
    const moved = { type: 'ticket.moved', ticketId: 't', move: 1 } as TicketFact
    const handed = { kind: 'handed-to-you', startedAt: NINE } as const
    const after = (...moves: readonly Move[]): boolean => isStillAsked(moved, handed, { ...freshTicket(), moves })
    expect([after({} as Move), after({} as Move, {} as Move)]).toEqual([true, false])
  })
})
