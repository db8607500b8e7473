import { strokePaths, type Strokes } from '@huiying/shared/expenses'

/** Nearer than this to the last point, in thousandths of the width, a point can't be seen at a thumbnail's size. */
const NEAR = 8

/** An SVG address of the strokes, thinned: 3,000 points for each of six would choke the bridge to WeChat's screen. */
export function pictureOf({ height, strokes }: Strokes): string {
  const paths = strokePaths({ height, strokes: strokes.map(thinned) })
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1000 ${height}'>`
    + `<path d='${paths.join('')}' fill='none' stroke='black' stroke-width='14' stroke-linecap='round' stroke-linejoin='round'/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

type Point = readonly [x: number, y: number, t: number]

function thinned(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = []
  points.forEach((point, index) => {
    const last = kept[kept.length - 1]
    const isFar = last === undefined || Math.abs(point[0] - last[0]) + Math.abs(point[1] - last[1]) >= NEAR
    if (isFar || index === points.length - 1) kept.push(point)
  })
  return kept
}
