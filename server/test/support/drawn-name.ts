import type { Strokes } from '@huiying/shared/expenses'

/** A name written by hand, another one for each number: two strokes that wave across the pad. */
export function drawnName(which = 0): Strokes {
  const wave = (top: number, from: number) => Array.from({ length: 30 }, (_, at) => {
    const y = Math.round(top + 60 * Math.sin((at + which) / 3))
    return [100 + at * 20, y, from + at * 16 + which] as const
  })
  return { height: 400, strokes: [wave(120, 0), wave(260, 600)] }
}
