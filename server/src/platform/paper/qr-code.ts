import { create } from 'qrcode'
import type { Box } from './pen'

/** Modules of white on each side (ISO/IEC 18004): without them phones do not find the code. */
const QUIET_MODULES = 4

export interface QrBar {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * The dark bars of a code in the box, its white border included. Level M: 15 % may be torn or wet and it still reads.
 */
export function qrBars(text: string, box: Box): readonly QrBar[] {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const module = Math.min(box.width, box.height) / (size + 2 * QUIET_MODULES)
  const bars: QrBar[] = []
  for (let row = 0; row < size; row += 1) {
    for (let from = 0; from < size; from += 1) {
      if (data[row * size + from] !== 1) continue
      // Side by side they are one bar: seams between modules print as white hairs.
      let to = from
      while (to < size && data[row * size + to] === 1) to += 1
      const [x, y] = [box.x + (QUIET_MODULES + from) * module, box.y + (QUIET_MODULES + row) * module]
      bars.push({ x, y, width: (to - from) * module, height: module })
      from = to
    }
  }
  return bars
}
