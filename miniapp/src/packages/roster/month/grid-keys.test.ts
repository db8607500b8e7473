import { applyKey, moveFocus, type GridShape, type KeyStroke } from './grid-keys'

// Two villages: the first with three lines, the second with two.
const shape: GridShape = { villageOf: [0, 0, 0, 1, 1], days: 30 }
const key = (name: string, isCtrl = false): KeyStroke => ({ key: name, isCtrl })

test.each([
  ['ArrowRight', { row: 0, day: 4 }, { row: 0, day: 5 }],
  ['ArrowLeft', { row: 0, day: 0 }, { row: 0, day: 0 }],
  ['ArrowRight', { row: 0, day: 29 }, { row: 0, day: 29 }],
  ['ArrowDown', { row: 2, day: 4 }, { row: 3, day: 4 }],
  ['ArrowDown', { row: 4, day: 4 }, { row: 4, day: 4 }],
  ['ArrowUp', { row: 0, day: 4 }, { row: 0, day: 4 }],
  ['Home', { row: 1, day: 9 }, { row: 1, day: 0 }],
  ['End', { row: 1, day: 9 }, { row: 1, day: 29 }],
  // The same line of the next village, or its last.
  ['PageDown', { row: 1, day: 9 }, { row: 4, day: 9 }],
  ['PageDown', { row: 2, day: 9 }, { row: 4, day: 9 }],
  ['PageDown', { row: 4, day: 9 }, { row: 4, day: 9 }],
  ['PageUp', { row: 3, day: 9 }, { row: 0, day: 9 }],
])('%s from %o', (name, from, to) => {
  expect(moveFocus(from, key(name), shape)).toEqual(to)
})

test('with Ctrl to the edges', () => {
  expect(moveFocus({ row: 2, day: 9 }, key('Home', true), shape)).toEqual({ row: 0, day: 0 })
  expect(moveFocus({ row: 2, day: 9 }, key('End', true), shape)).toEqual({ row: 4, day: 29 })
  expect(moveFocus({ row: 2, day: 9 }, key('ArrowLeft', true), shape)).toEqual({ row: 2, day: 0 })
})

test('what keys do', () => {
  const from = { row: 0, day: 0 }
  expect(applyKey(from, key('Enter'), shape)).toEqual({ kind: 'open' })
  expect(applyKey(from, key('3'), shape)).toEqual({ kind: 'choose', index: 2 })
  expect(applyKey(from, key('Delete'), shape)).toEqual({ kind: 'clear' })
  expect(applyKey(from, key('z', true), shape)).toEqual({ kind: 'undo' })
  expect(applyKey(from, key('S', true), shape)).toEqual({ kind: 'save' })
  expect(applyKey(from, key('ArrowRight'), shape)).toEqual({ kind: 'move', to: { row: 0, day: 1 } })
})

test('all other keys stay the browser’s', () => {
  for (const stroke of [key('0'), key('a'), key('Tab'), key('F5'), key('1', true), key('c', true), key('Escape')]) {
    expect(applyKey({ row: 0, day: 0 }, stroke, shape)).toEqual({ kind: 'none' })
  }
})

test('an empty grid keeps its one place', () => {
  expect(moveFocus({ row: 0, day: 0 }, key('ArrowDown'), { villageOf: [], days: 30 })).toEqual({ row: 0, day: 0 })
})
