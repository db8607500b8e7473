import type { ExtensionView } from '@huiying/shared/tickets'
import { minutesLater, ticketView } from './testing/ticket-view'
import { extensionWords, heldByUnitsWords } from './way-words'

const granted: ExtensionView = {
  id: 'e1', cycle: 1, askedAt: minutesLater(10), askedBy: null, promisedAt: minutesLater(5_000), fromDueAt: minutesLater(1_440),
  state: 'granted', decidedBy: null,
}

test('what was promised in the round before is told as that', () => {
  expect(extensionWords(granted, minutesLater(60), 1)).toMatch(/^答应/)
  expect(extensionWords(granted, minutesLater(60), 2)).toMatch(/^上一次答应/)
})

test('the minutes are said of each unit that had it', () => {
  const { ways } = ticketView()
  const held = (name: string, minutes: number) =>
    ({ unit: { id: name, kind: 'village', name }, fromAt: 0, toAt: 0, minutes } as const)
  expect(heldByUnitsWords({ ways, respondedAt: null })).toBe('')
  expect(heldByUnitsWords({ ways: { ...ways, heldByUnits: [held('柳树村', 50)] }, respondedAt: 1 })).toBe('')
  const moved = { ...ways, heldByUnits: [held('柳树村', 50), held('桃园社区', 0)] }
  expect(heldByUnitsWords({ ways: moved, respondedAt: null })).toBe('到现在在谁手上：柳树村 50 分钟，桃园社区 不到 1 分钟')
  expect(heldByUnitsWords({ ways: moved, respondedAt: 1 })).toMatch(/^回应前在谁手上：/)
})
