import { PAD_WIDTH, type Strokes } from '@huiying/shared/expenses'
import type { EpochMs } from '@huiying/shared/kernel'

/** The pad's height in thousandths of its width; the stylesheet draws it so. */
export const PAD_HEIGHT = 600
/** The wire takes 60 strokes and 3,000 points; whoever writes on beyond that has long written his name. */
const STROKES_LIMIT = 60
const POINTS_LIMIT = 2_900

export interface Touch {
  /** px from the pad's corner. */
  readonly x: number
  readonly y: number
  /** How wide the pad stands on this screen. */
  readonly widthPx: number
  readonly at: EpochMs
}

/** A line to draw on the pad, in px. */
export interface Line {
  readonly from: readonly [x: number, y: number]
  readonly to: readonly [x: number, y: number]
}

export interface Pen {
  readonly down: (touch: Touch) => Line | null
  readonly move: (touch: Touch) => Line | null
  readonly up: () => void
  readonly clear: () => void
  readonly drawn: () => Strokes
}

type Point = readonly [x: number, y: number, t: number]

/** Follows the finger: what is to be drawn at once, and the strokes in the wire's units. */
export function createPen(): Pen {
  let strokes: Point[][] = []
  let firstAt: EpochMs | null = null
  let lastT = 0
  let last: readonly [number, number] | null = null
  let isDown = false
  const count = () => strokes.reduce((sum, stroke) => sum + stroke.length, 0)

  const add = ({ x, y, widthPx, at }: Touch): Line => {
    firstAt ??= at
    // A phone whose clock is set back meanwhile still writes forward.
    lastT = Math.max(lastT, Math.round(at - firstAt))
    const scale = PAD_WIDTH / widthPx
    const point: Point = [inside(x * scale, PAD_WIDTH), inside(y * scale, PAD_HEIGHT), lastT]
    const stroke = strokes[strokes.length - 1]
    const before = stroke?.[stroke.length - 1]
    if (before === undefined || before[0] !== point[0] || before[1] !== point[1]) stroke?.push(point)
    const line: Line = { from: last ?? [x, y], to: [x, y] }
    last = [x, y]
    return line
  }

  return {
    down: (touch) => {
      if (strokes.length >= STROKES_LIMIT || count() >= POINTS_LIMIT) return null
      isDown = true
      last = null
      strokes = [...strokes, []]
      return add(touch)
    },
    move: (touch) => (isDown && count() < POINTS_LIMIT ? add(touch) : null),
    up: () => {
      isDown = false
    },
    clear: () => {
      strokes = []
      firstAt = null
      lastT = 0
      last = null
      isDown = false
    },
    drawn: () => ({ height: PAD_HEIGHT, strokes: strokes.filter((stroke) => stroke.length > 0) }),
  }
}

function inside(value: number, most: number): number {
  return Math.min(most, Math.max(0, Math.round(value)))
}
