import { CHEN, HE, slotView, SUBMITTED_AT } from '@/features/expenses/testing/expense-view'
import { faceOf } from './face-state'

test('done, you, waiting, later, nobody', () => {
  const signed = slotView({ signed: { by: CHEN, at: SUBMITTED_AT, level: 'drawn', strokes: null } })
  expect(faceOf(signed, 'signing', [], CHEN.personId)).toBe('done')
  expect(faceOf(slotView(), 'signing', ['handler'], CHEN.personId)).toBe('you')
  expect(faceOf(slotView(), 'signing', [], HE.personId)).toBe('waiting')
  expect(faceOf(slotView({ isOpen: false }), 'signing', [], CHEN.personId)).toBe('later')
  expect(faceOf(slotView({ people: [], nobody: 'no-holder' }), 'signing', [], null)).toBe('nobody')
})

test('before it is handed over nobody is asked, but a hole is shown', () => {
  expect(faceOf(slotView(), 'draft', [], CHEN.personId)).toBe('later')
  expect(faceOf(slotView({ isOpen: false, people: [], nobody: 'not-named' }), 'draft', [], null)).toBe('nobody')
})
