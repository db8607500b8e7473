import { unbroken } from './unbroken'

it.each([
  ['还剩 23 小时 56 分钟', '还剩 23\u00a0小时 56\u00a0分钟'],
  ['今天上午10:00 前有人回您，还剩 42 分钟', '今天上午10:00\u00a0前有人回您，还剩 42\u00a0分钟'],
  ['村民说没办好 · 第 2 次', '村民说没办好 · 第\u00a02\u00a0次'],
  ['没人回', '没人回'],
])('%s keeps each number with what it counts', (words, kept) => {
  expect(unbroken(words)).toBe(kept)
})
