import type { Strokes } from './signing-wire'
import { checkStrokes, strokePaths } from './strokes'
import { refusalOf } from './testing/refusal-of'
import { drawnName } from './testing/strokes'

type Stroke = Strokes['strokes'][number]
const [FIRST = [], SECOND = []] = drawnName().strokes
const pad = (...strokes: readonly Stroke[]): Strokes => ({ height: 400, strokes })
const shifted = (stroke: Stroke, byMs: number): Stroke => stroke.map(([x, y, t]) => [x, y, t + byMs] as const)
const still = (count: number): Stroke => Array.from({ length: count }, (_, at) => [500, 200, at * 20] as const)
const line = (points: number, step: number): Stroke =>
  Array.from({ length: points }, (_, at) => [100 + at * step, 200, at * 30] as const)

test('a name written by hand is a signature, whichever', () => {
  for (let which = 0; which < 50; which++) expect(() => checkStrokes(drawnName(which))).not.toThrow()
})

test('a dot on an i and two points of one millisecond do not harm', () => {
  const last = SECOND[SECOND.length - 1] ?? [0, 0, 0]
  expect(() => checkStrokes(pad(FIRST, SECOND, [[500, 40, last[2]]]))).not.toThrow()
})

test.each<[string, Strokes]>([
  ['nothing', pad()],
  ['an empty stroke', pad(FIRST, SECOND, [])],
  ['a dot', pad(still(40))],
  ['too few points', pad(line(7, 60))],
  ['a line as short as a slip', pad(line(8, 5))],
  ['small though wide enough', pad(line(10, 12))],
  ['beside the pad', pad(FIRST, [[1_001, 200, 9_000]])],
  ['below the pad', pad(FIRST, [[500, 401, 9_000]])],
  ['left of the pad', pad(FIRST, [[-1, 200, 9_000]])],
  ['between two units', pad(FIRST, [[500.5, 200, 9_000]])],
  ['no number', pad(FIRST, [[Number.NaN, 200, 9_000]])],
  ['time running back within a stroke', pad([...FIRST].reverse())],
  ['the second stroke before the first', pad(shifted(FIRST, 9_000), SECOND)],
  ['time before the first touch', pad(shifted(FIRST, -1))],
  ['all at once', pad(FIRST.map(([x, y]) => [x, y, 0] as const))],
  ['for hours', pad(FIRST, shifted(SECOND, 700_000))],
  ['61 strokes', pad(...Array.from({ length: 61 }, (_, at) => shifted(FIRST, at * 1_000)))],
  ['3,001 points', pad(...Array.from({ length: 101 }, (_, at) => shifted(FIRST, at * 1_000)))],
  ['a pad without height', { ...drawnName(), height: 0 }],
  ['a pad as high as a tower', { ...drawnName(), height: 3_001 }],
])('no signature: %s', (_, strokes) => {
  expect(refusalOf(() => checkStrokes(strokes)).code).toBe('expense.strokes-invalid')
})

test('a path for each stroke, and a dot is seen too', () => {
  expect(strokePaths(pad([[1, 2, 0], [3, 4, 5], [5, 6, 9]], [[7, 8, 20]]))).toEqual(['M1 2L3 4L5 6', 'M7 8L7 8'])
  expect(strokePaths(drawnName()).every((path) => /^M\d+ \d+(L\d+ \d+)+$/.test(path))).toBe(true)
})
