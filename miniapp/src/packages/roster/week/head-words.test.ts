import { headWords } from './head-words'

const now = Date.parse('2026-11-18T09:20+08:00')

test('changes are those made in the week, and none are not worth a word', () => {
  expect(headWords({ now, changes: 3 })).toBe('上午9:20 更新，每 20 秒一次 · 这一周改了 3 次')
  expect(headWords({ now, changes: 0 })).toBe('上午9:20 更新，每 20 秒一次')
})
