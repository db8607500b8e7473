import { HOUR_MS, MINUTE_MS, startOfChinaDay } from '@huiying/shared/kernel'
import { stateWords } from './trouble-card'

const on = '2026-11-18'
// The shift of the 18th begins on the 17th at 18:00; half an hour later somebody is absent.
const dueAt = startOfChinaDay('2026-11-17') + 18 * HOUR_MS + 30 * MINUTE_MS
const never = { on, dueAt, cameAt: null }

test('nobody came: minutes while the shift runs, then no more', () => {
  expect(stateWords('absence', never, dueAt + 41 * MINUTE_MS)).toBe('晚了 41 分钟，还没接')
  expect(stateWords('absence', never, startOfChinaDay('2026-11-19'))).toBe('一直没来')
})

test('who came late stays late', () => {
  const late = { ...never, cameAt: dueAt + 20 * MINUTE_MS }
  expect(stateWords('absence', late, startOfChinaDay('2026-11-18'))).toBe('晚了 20 分钟，昨天晚上6:50接的')
})

test('a hole burns once its time has begun', () => {
  expect(stateWords('hole', never, dueAt - HOUR_MS)).toBe('还没到')
  expect(stateWords('hole', { ...never, dueAt: dueAt + 24 * HOUR_MS }, startOfChinaDay(on))).toBe('今天没人')
  expect(stateWords('hole', never, dueAt + 1)).toBe('现在就没人')
})
