import jsQR from 'jsqr'
import type { ReadPdf } from './read-pdf'

/** What a phone's camera would read of the bars, painted at a few pixels a module; `null`: nothing. */
export function scanned(bars: ReadPdf['bars']): string | null {
  const module = Math.min(...bars.map(({ height }) => height))
  const [left, top] = [Math.min(...bars.map(({ x }) => x)), Math.min(...bars.map(({ y }) => y))]
  const [pixels, quiet] = [4, 4]
  const size = (Math.round((Math.max(...bars.map(({ x, width }) => x + width)) - left) / module) + 2 * quiet) * pixels
  const image = new Uint8ClampedArray(size * size * 4).fill(255)
  const place = (length: number) => Math.round(length / module * pixels) + quiet * pixels
  for (const { x, y, width, height } of bars) {
    for (let row = place(y - top); row < place(y - top + height); row += 1) {
      for (let column = place(x - left); column < place(x - left + width); column += 1) {
        image.fill(0, (row * size + column) * 4, (row * size + column) * 4 + 3)
      }
    }
  }
  return jsQR(image, size, size)?.data ?? null
}
