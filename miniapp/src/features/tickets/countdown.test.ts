import { HOUR_MS } from '@huiying/shared/kernel'
import { clockOf, countdownOf } from './countdown'
import { minutesLater, SENT_AT, ticketRow, ticketView } from './testing/ticket-view'

describe('countdownOf', () => {
  it('counts down to the answer while nobody has answered', () => {
    expect(countdownOf(ticketRow(), minutesLater(18))).toEqual({
      goal: 'answer', tone: 'calm', words: '还剩 42 分钟', dueAt: SENT_AT + HOUR_MS, used: 0.3,
    })
  })

  it('says soon in the last twenty minutes, and late only past the due instant', () => {
    expect(countdownOf(ticketRow(), minutesLater(40))?.tone).toBe('soon')
    expect(countdownOf(ticketRow(), minutesLater(60))).toMatchObject({ tone: 'soon', used: 1 })
    expect(countdownOf(ticketRow(), minutesLater(60) + 1)).toMatchObject({ tone: 'late', words: '晚了 1 分钟' })
    expect(countdownOf(ticketRow(), minutesLater(72))).toMatchObject({ tone: 'late', words: '晚了 12 分钟', used: 1 })
  })

  it('counts down to the finish once somebody has answered, however late he was', () => {
    const answered = ticketRow({ status: 'in-progress', respondedAt: minutesLater(90) })
    expect(countdownOf(answered, minutesLater(120))).toMatchObject({ goal: 'finish', tone: 'calm', words: '还剩 22 小时' })
    expect(countdownOf(answered, minutesLater(20 * 60))).toMatchObject({ goal: 'finish', tone: 'soon', words: '还剩 4 小时' })
    expect(countdownOf(answered, minutesLater(25 * 60))).toMatchObject({ goal: 'finish', tone: 'late', words: '晚了 1 小时' })
  })

  it.each(['closed', 'rated', 'unrated', 'withdrawn'] as const)('runs no clock when %s', (status) => {
    expect(countdownOf(ticketRow({ status }), minutesLater(5))).toBeNull()
  })

  it('reads the same clock from a whole ticket', () => {
    expect(countdownOf(clockOf(ticketView()), minutesLater(18))).toEqual(countdownOf(ticketRow(), minutesLater(18)))
  })
})
