import { DAY_MS, HOUR_MS } from '../kernel'
import { close, reject, reply, type Ticket } from '../tickets'
import { freshTicket, GRANDMOTHER, NINE, SECRETARY, someone, STAFF, words } from '../tickets/testing/samples'
import { isDrawn, isOwnWork, MOST_CALLS, recordCall, type Call, type Callback } from './callback'
import { callbackPolicyOn, checkShare } from './callback-policy'

const LEADER = someone('wu', ['leader'])
const DRAWN: Callback = {
  ticketId: 'ticket-1', subDistrictId: 'qingxi', drawnAt: NINE, missedCalls: 0, result: null, endedAt: null,
  calledBy: null, cycle: null, isAnswered: null, isSettled: null, words: null, version: 1,
}
const SPOKE: Call = { how: 'spoke', isAnswered: true, isSettled: false, words: ' 又堵了 ' }
const settled = { ...words('已经通好了，水下去了', 'message-2'), outcome: 'settled' as const, reason: null }

function closedTicket(by = SECRETARY): Ticket {
  const answered = reply(SECRETARY, freshTicket(), words('李师傅下午四点来通'), NINE + 1).next
  return close(by, answered, settled, NINE + HOUR_MS).next
}

describe('a call to somebody who was drawn', () => {
  it('writes down what he said, about the round that was closed last', () => {
    const { next, facts } = recordCall(STAFF, closedTicket(), DRAWN, SPOKE, NINE + DAY_MS)
    expect(next).toMatchObject({
      result: 'spoke', cycle: 1, isAnswered: true, isSettled: false, words: '又堵了', calledBy: 'sun', endedAt: NINE + DAY_MS,
    })
    expect(facts).toEqual([{ type: 'figures.called-back', subjectId: 'qingxi', ofTicketId: 'ticket-1', how: 'spoke' }])
  })

  it('is made once: who spoke or would not speak is left in peace', () => {
    const spoken = recordCall(STAFF, closedTicket(), DRAWN, SPOKE, NINE + DAY_MS).next
    expect(() => recordCall(LEADER, closedTicket(), spoken, SPOKE, NINE + DAY_MS)).toThrow('figures.callback-over')
    const declined = recordCall(STAFF, closedTicket(), DRAWN, { how: 'declined' }, NINE + DAY_MS).next
    expect(() => recordCall(STAFF, closedTicket(), declined, SPOKE, NINE + DAY_MS)).toThrow('figures.callback-over')
  })

  it('that nobody picks up may be tried three times', () => {
    let callback = DRAWN
    for (let calls = 1; calls <= MOST_CALLS; calls += 1) {
      expect(callback.result).toBeNull()
      callback = recordCall(STAFF, closedTicket(), callback, { how: 'no-answer' }, NINE + calls * DAY_MS).next
    }
    expect(callback).toMatchObject({ result: 'unreachable', missedCalls: MOST_CALLS })
  })

  it('is not made by whoever answered or closed it', () => {
    const ticket = closedTicket(STAFF)
    expect(isOwnWork('sun', ticket)).toBe(true)
    expect(() => recordCall(STAFF, ticket, DRAWN, SPOKE, NINE + DAY_MS)).toThrow('figures.own-work')
    expect(recordCall(LEADER, ticket, DRAWN, SPOKE, NINE + DAY_MS).next.calledBy).toBe('wu')
  })

  it('comes after the closure only, and is nobody’s in the village', () => {
    const open = reject(GRANDMOTHER, closedTicket(), words('没通'), NINE + 2 * HOUR_MS).next
    expect(() => recordCall(STAFF, open, DRAWN, SPOKE, NINE + DAY_MS)).toThrow('figures.callback-not-found')
    expect(() => recordCall(SECRETARY, closedTicket(), DRAWN, SPOKE, NINE + DAY_MS)).toThrow('figures.callback-not-found')
    const merged: Ticket = { ...closedTicket(), mergedIntoId: 'ticket-0' }
    expect(() => recordCall(STAFF, merged, DRAWN, SPOKE, NINE + DAY_MS)).toThrow('figures.callback-not-found')
  })

  it('about staff is the leader’s alone', () => {
    const about: Ticket = { ...closedTicket(), visibility: 'confidential', about: 'staff', holderUnitId: 'qingxi' }
    expect(() => recordCall(STAFF, about, DRAWN, SPOKE, NINE + DAY_MS)).toThrow('figures.callback-not-found')
    expect(recordCall(LEADER, about, DRAWN, SPOKE, NINE + DAY_MS).next.result).toBe('spoke')
  })

  it('holds no more words than its page', () => {
    const long: Call = { how: 'spoke', isAnswered: true, isSettled: true, words: '长'.repeat(501) }
    expect(() => recordCall(STAFF, closedTicket(), DRAWN, long, NINE + DAY_MS)).toThrow('figures.words-too-long')
  })
})

describe('the draw', () => {
  it('takes the share of the policy: none, all, and those below the border', () => {
    expect([0, 0.0999, 0.1, 0.9999].map((fraction) => isDrawn(fraction, 100))).toEqual([true, true, false, false])
    expect(isDrawn(0, 0)).toBe(false)
    expect(isDrawn(0.999_999, 1_000)).toBe(true)
  })

  it('goes by the policy of the day', () => {
    const policy = { subDistrictId: 'qingxi', version: 1, firstOn: '2026-09-15', sharePermille: 500 }
    expect(callbackPolicyOn([policy], 'qingxi', '2026-09-14').sharePermille).toBe(100)
    expect(callbackPolicyOn([policy], 'qingxi', '2026-09-15').sharePermille).toBe(500)
    expect(callbackPolicyOn([policy], 'beishan', '2026-09-15').sharePermille).toBe(100)
  })

  it.each([-1, 1_001, 0.5, NaN])('has no share of %p', (share) => {
    expect(() => checkShare(share)).toThrow('figures.share-invalid')
  })
})
