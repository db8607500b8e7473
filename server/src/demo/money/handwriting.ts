import type { Strokes } from '@huiying/shared/expenses'
import { Chance } from '../chance'

type Point = readonly [x: number, y: number]

const PAD = { width: 1_000, height: 420 } as const
const MARGIN = 70
/** What characters are made of, in a square of one: across, down, left-falling, right-falling, hook, dot. */
const SHAPES: readonly (readonly [Point, Point, Point])[] = [
  [[0.05, 0.3], [0.5, 0.24], [0.95, 0.2]],
  [[0.5, 0.02], [0.48, 0.5], [0.5, 0.98]],
  [[0.6, 0.08], [0.45, 0.55], [0.05, 0.92]],
  [[0.35, 0.3], [0.6, 0.7], [0.98, 0.92]],
  [[0.15, 0.35], [0.85, 0.3], [0.6, 0.95]],
  [[0.2, 0.62], [0.5, 0.57], [0.9, 0.55]],
  [[0.25, 0.05], [0.33, 0.12], [0.38, 0.24]],
]
const POINTS = 10
const POINT_MS = 14
const LIFT_MS = 110

/**
 * A name as its bearer draws it with the finger: the same strokes each time, never twice at the same places. Nobody
 * can read it, as with most signatures.
 */
export function handwrite(name: string, chance: Chance): Strokes {
  const characters = Array.from(name)
  const habit = new Chance(characters.reduce((sum, one) => sum * 31 + (one.codePointAt(0) ?? 0), 7) >>> 0)
  const cell = (PAD.width - 2 * MARGIN) / characters.length
  const side = Math.min(cell * 0.86, PAD.height - 2 * MARGIN)
  let t = 0
  const strokes = characters.flatMap((_, at) => {
    const left = MARGIN + at * cell + chance.whole(-12, 12)
    const top = MARGIN + at * habit.whole(-8, 6) + chance.whole(-14, 14)
    return habit.shuffled(SHAPES).slice(0, habit.whole(4, 6)).map((shape) => {
      const bent = shape.map(([x, y]): Point => [
        left + side * x + habit.whole(-16, 16) + chance.whole(-9, 9),
        top + side * y + habit.whole(-14, 14) + chance.whole(-9, 9),
      ])
      t += LIFT_MS + chance.whole(0, 60)
      return Array.from({ length: POINTS }, (__, step) => {
        t += POINT_MS + chance.whole(0, 5)
        const [x, y] = along(bent, step / (POINTS - 1))
        return [onPad(x + chance.whole(-2, 2), PAD.width), onPad(y + chance.whole(-2, 2), PAD.height), t] as const
      })
    })
  })
  return { height: PAD.height, strokes }
}

/** A curve that bends towards the middle point. */
function along([from = [0, 0], over = [0, 0], to = [0, 0]]: readonly Point[], share: number): Point {
  const [a, b, c] = [(1 - share) ** 2, 2 * share * (1 - share), share ** 2]
  return [a * from[0] + b * over[0] + c * to[0], a * from[1] + b * over[1] + c * to[1]]
}

function onPad(value: number, most: number): number {
  return Math.max(0, Math.min(most, Math.round(value)))
}
