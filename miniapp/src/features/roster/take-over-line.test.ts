import { MINUTE_MS } from '@huiying/shared/kernel'
import { lineWords, slotToTakeOver } from './take-over-line'
import { mySlot } from './testing/duty'

const NOW = Date.UTC(2026, 10, 21, 10, 10)

test('only what may be taken over and is not', () => {
  const open = mySlot(NOW, { id: 'open' })
  expect(slotToTakeOver({ current: [mySlot(NOW, { takenOverAt: NOW, mayTakeOver: false }), open] })).toBe(open)
  expect(slotToTakeOver({ current: [mySlot(NOW, { mayTakeOver: false })] })).toBeNull()
  expect(slotToTakeOver({ current: [] })).toBeNull()
})

test('before it begins, while there is time, and too late', () => {
  const slot = mySlot(NOW)
  expect(lineWords(slot, NOW)).toBe('轮到您值班了，今天晚上6:30 前接')
  expect(lineWords(slot, slot.fromAt - MINUTE_MS)).toBe('您的班今天晚上6:00 开始')
  expect(lineWords({ ...slot, isAbsent: true }, NOW + 40 * MINUTE_MS)).toBe('青石桥村的班您还没接')
})
