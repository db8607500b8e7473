import { lateMarks, rowTag } from './row-tag'
import { minutesLater, ticketRow } from './testing/ticket-view'

describe('rowTag', () => {
  it('counts while an answer is due, and is loud only when it gets late', () => {
    expect(rowTag(ticketRow(), minutesLater(18))).toEqual({ tone: 'plain', words: '等回应，还剩 42 分钟' })
    expect(rowTag(ticketRow(), minutesLater(50))).toEqual({ tone: 'soon', words: '等回应，还剩 10 分钟' })
    expect(rowTag(ticketRow(), minutesLater(75))).toEqual({ tone: 'late', words: '没人回，晚了 15 分钟' })
  })

  it('is quiet while it is worked on, until the day is nearly over', () => {
    const answered = ticketRow({ status: 'in-progress', respondedAt: minutesLater(5) })
    expect(rowTag(answered, minutesLater(60))).toEqual({ tone: 'plain', words: '在办' })
    expect(rowTag(answered, minutesLater(22 * 60))).toEqual({ tone: 'soon', words: '在办，还剩 2 小时' })
    expect(rowTag(answered, minutesLater(25 * 60))).toEqual({ tone: 'late', words: '没办完，晚了 1 小时' })
  })

  it('asks the reporter for his word, and nobody else', () => {
    expect(rowTag(ticketRow({ status: 'closed' }), minutesLater(90)).words).toBe('已办结，等您评')
    expect(rowTag(ticketRow({ status: 'closed', mine: false }), minutesLater(90))).toEqual({ tone: 'ok', words: '已办结' })
    expect(rowTag(ticketRow({ status: 'rated' }), minutesLater(90)).words).toBe('已办结，您评了')
    expect(rowTag(ticketRow({ status: 'withdrawn' }), minutesLater(90)).words).toBe('已撤回')
  })
})

describe('lateMarks', () => {
  it('keeps what was late after it is over, and leaves what is late now to the tag', () => {
    expect(lateMarks(ticketRow({ responseMissed: true }))).toEqual([])
    expect(lateMarks(ticketRow({ responseMissed: true, isMerged: true }))).toEqual(['没按时回'])
    expect(lateMarks(ticketRow({ responseMissed: true, respondedAt: 1, closureMissed: true, closedAt: 2 }))).toEqual(['回晚了', '办晚了'])
  })
})
