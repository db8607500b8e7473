import { withOneMore } from './caught-up'
import { noticeWords } from './notice'

it('a digest counts by kind, the gravest first, and says whose the delay was', () => {
  const kinds = ['response-reminder', 'response-overdue', 'response-overdue', 'closure-overdue'] as const
  const data = kinds.reduce(withOneMore, {})
  expect(noticeWords('caught-up', data, 0)).toEqual({
    title: '系统停过，消息现在补上', body: '没按时办完 1 件，没按时回 2 件，半小时没人回 1 件',
  })
  expect(noticeWords('caught-up', withOneMore({}, 'rated'), 0).body).toBe('共 1 件')
})
