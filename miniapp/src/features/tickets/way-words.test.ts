import type { ExtensionView } from '@huiying/shared/tickets'
import { minutesLater, SECRETARY, ticketView } from './testing/ticket-view'
import { extensionWords, heldByUnitsWords, moveNote } from './way-words'

const granted: ExtensionView = {
  id: 'e1', cycle: 1, askedAt: minutesLater(10), askedBy: null, promisedAt: minutesLater(5_000), fromDueAt: minutesLater(1_440),
  state: 'granted', decidedBy: null,
}

test('what was promised in the round before is told as that', () => {
  expect(extensionWords(granted, minutesLater(60), 1)).toMatch(/^答应/)
  expect(extensionWords(granted, minutesLater(60), 2)).toMatch(/^上一次答应/)
})

test('refused, it says that nothing moved, also where more was granted later', () => {
  expect(extensionWords({ ...granted, state: 'refused' }, minutesLater(60))).toMatch(/，街道没有准，时间没变$/)
})

test('a move names who moved it, and what the other side said to that', () => {
  const unit = { id: 'd', kind: 'department', name: '城建办' } as const
  const move = {
    number: 1, how: 'transfer', from: unit, to: unit, at: minutesLater(5), by: SECRETARY, objectedAt: null, isUpheld: null,
  } as const
  const note = (change: object) => moveNote({ ...move, ...change }, minutesLater(60))
  expect(note({})).toBe('李国强 书记 · 今天上午9:05 · 时间接着算')
  expect(note({ by: null })).toBe('今天上午9:05 · 时间接着算')
  expect(note({ objectedAt: 1 })).toMatch(/ · 城建办说不该他们办，等街道定$/)
  expect(note({ objectedAt: 1, isUpheld: false })).toMatch(/ · 街道说还是由城建办来办$/)
  expect(note({ objectedAt: 1, isUpheld: true })).toMatch(/ · 街道说确实不归城建办管$/)
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
