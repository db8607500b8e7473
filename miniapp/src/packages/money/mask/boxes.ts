import type { MaskBox } from '@huiying/shared/files'

/** In thousandths of the photo's width and height, as the wire has boxes. */
export interface Spot {
  readonly x: number
  readonly y: number
}

const WHOLE = 1_000
/** Smaller than this in both directions is a tap, not a box. */
const LEAST = 12

/** px on the screen → thousandths of the photo, never outside it. */
export function spotOf(xPx: number, yPx: number, widthPx: number, heightPx: number): Spot {
  return { x: inside((xPx / Math.max(1, widthPx)) * WHOLE), y: inside((yPx / Math.max(1, heightPx)) * WHOLE) }
}

/** The box between where the finger went down and where it is; `null`: too small to be meant. */
export function boxBetween(from: Spot, to: Spot): MaskBox | null {
  const [left, top] = [Math.min(from.x, to.x), Math.min(from.y, to.y)]
  const [width, height] = [Math.abs(from.x - to.x), Math.abs(from.y - to.y)]
  if (width < LEAST && height < LEAST) return null
  // A line drawn through a number covers it too: it gets a body, within the photo.
  const [wide, tall] = [Math.max(LEAST, width), Math.max(LEAST, height)]
  return { left: Math.min(left, WHOLE - wide), top: Math.min(top, WHOLE - tall), width: wide, height: tall }
}

/** Which box lies under the finger, the one drawn last on top; -1: none. */
export function boxAt(boxes: readonly MaskBox[], { x, y }: Spot): number {
  for (let index = boxes.length - 1; index >= 0; index--) {
    const box = boxes[index]
    if (box !== undefined && x >= box.left && x <= box.left + box.width && y >= box.top && y <= box.top + box.height) {
      return index
    }
  }
  return -1
}

/** Moved as far as the finger went, as a whole within the photo. */
export function moved(box: MaskBox, from: Spot, to: Spot): MaskBox {
  const left = Math.min(WHOLE - box.width, Math.max(0, box.left + to.x - from.x))
  const top = Math.min(WHOLE - box.height, Math.max(0, box.top + to.y - from.y))
  return { ...box, left, top }
}

function inside(value: number): number {
  return Math.min(WHOLE, Math.max(0, Math.round(value)))
}
