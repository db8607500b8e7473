import { qrBars } from './qr-code'

/** Points of the picture's side; what shows it stretches it. */
const SIDE = 240

/** A code for a screen: dark on its own white, so that it reads in the dark mode too. */
export function qrSvg(text: string): string {
  const bars = qrBars(text, { x: 0, y: 0, width: SIDE, height: SIDE })
  const path = bars.map(({ x, y, width, height }) => `M${at(x)} ${at(y)}h${at(width)}v${at(height)}h${at(-width)}z`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}" shape-rendering="crispEdges">` +
    `<rect width="${SIDE}" height="${SIDE}" fill="#fff"/><path d="${path.join('')}"/></svg>`
}

function at(value: number): string {
  return String(Math.round(value * 1_000) / 1_000)
}
