import type { ExtensionView } from '@huiying/shared/tickets'
import { minutesLater } from './testing/ticket-view'
import { extensionWords } from './way-words'

const granted: ExtensionView = {
  id: 'e1', cycle: 1, askedAt: minutesLater(10), askedBy: null, promisedAt: minutesLater(5_000), fromDueAt: minutesLater(1_440),
  state: 'granted', decidedBy: null,
}

test('what was promised in the round before is told as that', () => {
  expect(extensionWords(granted, minutesLater(60), 1)).toMatch(/^答应/)
  expect(extensionWords(granted, minutesLater(60), 2)).toMatch(/^上一次答应/)
})
