import { checkStrokes } from '@huiying/shared/expenses'
import { createPen, PAD_HEIGHT, type Touch } from './pen'

const touch = (x: number, y: number, at: number, widthPx = 320): Touch => ({ x, y, widthPx, at })

test('what is drawn is told in thousandths of the pad and in ms since the first touch', () => {
  const pen = createPen()
  expect(pen.down(touch(32, 16, 5_000))).toEqual({ from: [32, 16], to: [32, 16] })
  expect(pen.move(touch(160, 96, 5_040))).toEqual({ from: [32, 16], to: [160, 96] })
  pen.up()
  pen.down(touch(320, 192, 5_200))
  pen.up()
  expect(pen.drawn()).toEqual({ height: PAD_HEIGHT, strokes: [[[100, 50, 0], [500, 300, 40]], [[1_000, 600, 200]]] })
})

test('a finger that leaves the pad writes along its edge', () => {
  const pen = createPen()
  pen.down(touch(10, 10, 0))
  pen.move(touch(-50, 999, 10))
  expect(pen.drawn().strokes[0]?.[1]).toEqual([0, PAD_HEIGHT, 10])
})

test('a clock that is set back in the middle still runs forward', () => {
  const pen = createPen()
  pen.down(touch(10, 10, 1_000))
  pen.move(touch(20, 10, 1_100))
  pen.move(touch(30, 10, 200))
  expect(pen.drawn().strokes[0]?.map(([, , t]) => t)).toEqual([0, 100, 100])
})

test('a finger that rests adds nothing, and one that is up draws nothing', () => {
  const pen = createPen()
  pen.down(touch(10, 10, 0))
  pen.move(touch(10, 10, 50))
  pen.up()
  expect(pen.move(touch(90, 90, 60))).toBeNull()
  expect(pen.drawn().strokes).toEqual([[[31, 31, 0]]])
})

test('however long somebody scribbles, the server can take it', () => {
  const pen = createPen()
  for (let stroke = 0; stroke < 90; stroke++) {
    pen.down(touch(stroke, 10, stroke * 100))
    for (let step = 0; step < 90; step++) pen.move(touch(stroke + step * 2, 10 + step, stroke * 100 + step))
    pen.up()
  }
  expect(() => checkStrokes(pen.drawn())).not.toThrow()
})

test('a new sheet begins with nothing, and with a new clock', () => {
  const pen = createPen()
  pen.down(touch(10, 10, 0))
  pen.clear()
  expect(pen.move(touch(50, 50, 5))).toBeNull()
  expect(pen.drawn().strokes).toEqual([])
  pen.down(touch(10, 10, 900))
  expect(pen.drawn().strokes[0]?.[0]?.[2]).toBe(0)
})
