import { DEFAULT_ROSTER_TERMS } from '@huiying/shared/roster'
import { termsSentences } from './terms-words'

test('the terms are told in whole sentences', () => {
  expect(termsSentences(DEFAULT_ROSTER_TERMS)).toEqual([
    '每天 晚上6:00 交接班。15 号的班，14 号这个时候就接过去，夜里也有人管。',
    '30 分钟没点接班，算没接班，街道看得到。',
    '包村干部每周来一天，一般是周三；包几个村的，一个村一天，往后排。',
    '包村干部和领导坐班，从 上午8:30 到 晚上6:00。',
    '每个重点村一个月有领导去 1 次；书记和镇长（主任）自己每人每月也要去 1 次。',
  ])
  const others = termsSentences({ ...DEFAULT_ROSTER_TERMS, handOverMinute: 480, leaderVisits: 0 })
  expect(others).toEqual(expect.arrayContaining([
    '每天 上午8:00 交接班。15 号的班，到 16 号这个时候为止，夜里也有人管。', '重点村不安排领导坐班。',
  ]))
})
