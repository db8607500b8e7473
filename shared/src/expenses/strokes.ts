import { DomainError } from '../kernel'
import type { Strokes } from './signing-wire'

type Point = Strokes['strokes'][number][number]

/** x runs over so many units, whatever the screen. */
export const PAD_WIDTH = 1_000
const PAD_HEIGHT = { least: 100, most: 3_000 }
const STROKES_LIMIT = 60
const POINTS = { least: 8, most: 3_000 }
/** In thousandths of the pad's width: what is smaller is a dot, what is shorter a slip of the finger. */
const LEAST_EXTENT = 80
const LEAST_LENGTH = 150
/** No hand writes faster, and nobody signs for longer than a challenge lives. */
const DURATION_MS = { least: 100, most: 600_000 }

/**
 * Whether it was written by a hand: within the pad, no dot, its time running forward.
 * @throws expense.strokes-invalid
 */
export function checkStrokes({ height, strokes }: Strokes): void {
  const points = strokes.flat()
  const isSound = isWithin(height, PAD_HEIGHT)
    && strokes.length <= STROKES_LIMIT
    && strokes.every((stroke) => stroke.length > 0)
    && isWithin(points.length, POINTS)
    && points.every(([x, y]) => isWithin(x, { least: 0, most: PAD_WIDTH }) && isWithin(y, { least: 0, most: height }))
    && isWritten(points)
    && extentOf(points) >= LEAST_EXTENT
    && strokes.reduce((sum, stroke) => sum + lengthOf(stroke), 0) >= LEAST_LENGTH
  if (!isSound) throw new DomainError('expense.strokes-invalid')
}

/**
 * One path of SVG for each stroke, in units of the pad: the view box is `0 0 1000 height`. To be drawn with round caps
 * and joins; a stroke of one point is a dot.
 */
export function strokePaths({ strokes }: Strokes): readonly string[] {
  return strokes.map((stroke) => {
    const [first, ...rest] = stroke.map(([x, y]) => `${x} ${y}`)
    if (first === undefined) return ''
    // A line to where the pen is already: with a round cap it is the dot, and nothing without this.
    return `M${first}${(rest.length === 0 ? [first] : rest).map((point) => `L${point}`).join('')}`
  })
}

interface Range {
  readonly least: number
  readonly most: number
}

function isWithin(value: number, { least, most }: Range): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}

/** Two points may share a millisecond: fast phones report several in one. */
function isWritten(points: readonly Point[]): boolean {
  const times = points.map(([, , t]) => t)
  const isRising = times.every((t, at) => Number.isInteger(t) && t >= (times[at - 1] ?? 0))
  return isRising && isWithin((times[times.length - 1] ?? 0) - (times[0] ?? 0), DURATION_MS)
}

function extentOf(points: readonly Point[]): number {
  const span = (values: readonly number[]): number => Math.max(...values) - Math.min(...values)
  return Math.max(span(points.map(([x]) => x)), span(points.map(([, y]) => y)))
}

function lengthOf(stroke: readonly Point[]): number {
  return stroke.reduce((sum, [x, y], at) => {
    const [beforeX, beforeY] = stroke[at - 1] ?? [x, y]
    return sum + Math.hypot(x - beforeX, y - beforeY)
  }, 0)
}
