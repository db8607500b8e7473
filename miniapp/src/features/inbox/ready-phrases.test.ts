import { emptinessOf } from '@huiying/shared/tickets'
import { readyPhrases } from './ready-phrases'

it('offers whole sentences that count as an answer, with a time still ahead', () => {
  const now = Date.parse('2026-09-14T09:05:00+08:00')
  const sentences = readyPhrases('李建国', now, null)
  expect(sentences[0]).toBe('我是李建国，今天上午10:00前到您那里看看。')
  expect(sentences[2]).toContain('明天上午10:00')
  for (const sentence of sentences) expect(emptinessOf(sentence)).toBeNull()
})

it('promises nobody a visit in the night', () => {
  const sentences = readyPhrases('李建国', Date.parse('2026-09-14T00:04:00+08:00'), null)
  expect(sentences[0]).toBe('我是李建国，今天上午8:30前到您那里看看。')
  expect(sentences.join()).not.toMatch(/凌晨|晚上/)
})
