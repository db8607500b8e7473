import type { Line } from './pen'

/** What of a canvas's drawing hand is used, in browsers and in WeChat alike. */
export interface Ink {
  lineWidth: number
  lineCap: string
  lineJoin: string
  scale(x: number, y: number): void
  beginPath(): void
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  stroke(): void
  clearRect(x: number, y: number, width: number, height: number): void
}

const PEN_PX = 4

/** Once for each canvas, whose own px are as fine as the screen's. Black is what ink is unless one says otherwise. */
export function fillPen(ink: Ink, pixelRatio: number): void {
  ink.scale(pixelRatio, pixelRatio)
  ink.lineWidth = PEN_PX
  ink.lineCap = 'round'
  ink.lineJoin = 'round'
}

export function drawLine(ink: Ink, { from, to }: Line): void {
  ink.beginPath()
  ink.moveTo(from[0], from[1])
  // A touch without a move is a dot; a line of no length is drawn by few.
  ink.lineTo(to[0] + (from[0] === to[0] && from[1] === to[1] ? 0.1 : 0), to[1])
  ink.stroke()
}
