import { HOUR_MS } from '../kernel'
import { isLateNow, isSoonLate, placeOnBoard, type OnBoard } from './board-columns'

const NOW = Date.parse('2026-09-14T09:00:00+08:00')

describe('where a matter stands on the board', () => {
  const unanswered = (dueInMs: number): OnBoard =>
    ({ status: 'submitted', responseDueAt: NOW + dueInMs, respondedAt: null, closureDueAt: NOW + 23 * HOUR_MS })
  const answered = (dueInMs: number): OnBoard =>
    ({ status: 'in-progress', responseDueAt: NOW - HOUR_MS, respondedAt: NOW - 2 * HOUR_MS, closureDueAt: NOW + dueInMs })
  const says = (ticket: OnBoard) =>
    [placeOnBoard(ticket, NOW)?.column ?? null, isLateNow(ticket, NOW), isSoonLate(ticket, NOW)]

  it('of what nobody has answered: late from the instant after it was due, soon within the hour before', () => {
    expect(says(unanswered(-1))).toEqual(['response-overdue', true, false])
    expect(says(unanswered(0))).toEqual(['response-soon', false, true])
    expect(says(unanswered(HOUR_MS - 1))).toEqual(['response-soon', false, true])
    expect(says(unanswered(HOUR_MS))).toEqual([null, false, false])
  })

  it('of what was answered: by when it is to be finished, soon within four hours', () => {
    expect(says(answered(-1))).toEqual(['closure-overdue', true, false])
    expect(says(answered(0))).toEqual(['closure-soon', false, true])
    expect(says(answered(4 * HOUR_MS - 1))).toEqual(['closure-soon', false, true])
    expect(says(answered(4 * HOUR_MS))).toEqual([null, false, false])
  })

  it('of what has ended nothing is urgent; a late one is placed by what is due', () => {
    expect(placeOnBoard({ ...answered(-1), status: 'closed' }, NOW)).toBeNull()
    expect(placeOnBoard(answered(-5), NOW)).toEqual({ column: 'closure-overdue', dueAt: NOW - 5 })
  })
})
