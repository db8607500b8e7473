import { checkMask } from '@huiying/shared/files'
import { boxAt, boxBetween, moved, spotOf } from './boxes'

test('a finger on the screen is a place on the photo, also past its edge', () => {
  expect(spotOf(180, 60, 360, 480)).toEqual({ x: 500, y: 125 })
  expect(spotOf(-5, 700, 360, 480)).toEqual({ x: 0, y: 1_000 })
})

test('a box is drawn from any corner; a tap is none; a line gets a body', () => {
  expect(boxBetween({ x: 500, y: 400 }, { x: 100, y: 300 }))
    .toEqual({ left: 100, top: 300, width: 400, height: 100 })
  expect(boxBetween({ x: 500, y: 400 }, { x: 505, y: 403 })).toBeNull()
  expect(boxBetween({ x: 100, y: 1_000 }, { x: 600, y: 1_000 }))
    .toEqual({ left: 100, top: 988, width: 500, height: 12 })
})

test('the one drawn last is on top', () => {
  const boxes = [{ left: 0, top: 0, width: 500, height: 500 }, { left: 400, top: 400, width: 200, height: 200 }]
  const at = (place: number) => boxAt(boxes, { x: place, y: place })
  expect([at(450), at(10), at(900)]).toEqual([1, 0, -1])
})

test('wherever a finger goes, the server takes the box', () => {
  const spots = [0, 3, 250, 997, 1_000].flatMap((x) => [0, 500, 1_000].map((y) => ({ x, y })))
  for (const from of spots) {
    for (const to of spots) {
      const box = boxBetween(from, to)
      if (box === null) continue
      expect(() => checkMask([box, moved(box, to, from), moved(box, from, to)])).not.toThrow()
    }
  }
})
