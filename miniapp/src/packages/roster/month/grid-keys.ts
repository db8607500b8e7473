/** Where the keyboard stands in the grid: a line (one seat of one village) and a day, both from 0. */
export interface GridFocus {
  readonly row: number
  readonly day: number
}

export interface GridShape {
  /** The village each line belongs to, top to bottom. */
  readonly villageOf: readonly number[]
  readonly days: number
}

export interface KeyStroke {
  readonly key: string
  /** Ctrl, or the command key of a Mac. */
  readonly isCtrl: boolean
}

export type KeyAct =
  | { readonly kind: 'move'; readonly to: GridFocus }
  | { readonly kind: 'open' }
  /** The n-th candidate, from 0. */
  | { readonly kind: 'choose'; readonly index: number }
  | { readonly kind: 'clear' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'save' }
  /** No key of the grid: the browser does with it what it always does. */
  | { readonly kind: 'none' }

const NONE: KeyAct = { kind: 'none' }

/** What a key does in the grid. */
export function applyKey(focus: GridFocus, stroke: KeyStroke, shape: GridShape): KeyAct {
  const { key, isCtrl } = stroke
  if (isCtrl && key.toLowerCase() === 'z') return { kind: 'undo' }
  if (isCtrl && key.toLowerCase() === 's') return { kind: 'save' }
  const to = moveFocus(focus, stroke, shape)
  if (to !== null) return { kind: 'move', to }
  if (isCtrl) return NONE
  if (key === 'Enter' || key === ' ') return { kind: 'open' }
  if (key === 'Delete' || key === 'Backspace') return { kind: 'clear' }
  if (/^[1-9]$/.test(key)) return { kind: 'choose', index: Number(key) - 1 }
  return NONE
}

/** Where the key leads; at an edge one stays. `null`: it is no key that moves. */
export function moveFocus({ row, day }: GridFocus, { key, isCtrl }: KeyStroke, shape: GridShape): GridFocus | null {
  const lastRow = shape.villageOf.length - 1
  const lastDay = shape.days - 1
  const at = (nextRow: number, nextDay: number): GridFocus =>
    ({ row: within(nextRow, lastRow), day: within(nextDay, lastDay) })
  switch (key) {
    case 'ArrowLeft':
      return isCtrl ? at(row, 0) : at(row, day - 1)
    case 'ArrowRight':
      return isCtrl ? at(row, lastDay) : at(row, day + 1)
    case 'ArrowUp':
      return isCtrl ? at(0, day) : at(row - 1, day)
    case 'ArrowDown':
      return isCtrl ? at(lastRow, day) : at(row + 1, day)
    case 'Home':
      return isCtrl ? at(0, 0) : at(row, 0)
    case 'End':
      return isCtrl ? at(lastRow, lastDay) : at(row, lastDay)
    case 'PageUp':
      return at(sameLineOf(row, -1, shape), day)
    case 'PageDown':
      return at(sameLineOf(row, 1, shape), day)
    default:
      return null
  }
}

/** The same line of the village above or beneath; where that has fewer lines, its last. */
function sameLineOf(row: number, step: -1 | 1, { villageOf }: GridShape): number {
  const village = villageOf[row]
  const villages = [...new Set(villageOf)]
  const target = villages[villages.indexOf(village ?? -1) + step]
  if (village === undefined || target === undefined) return row
  const line = row - villageOf.indexOf(village)
  return Math.min(villageOf.indexOf(target) + line, villageOf.lastIndexOf(target))
}

function within(value: number, last: number): number {
  return Math.max(0, Math.min(last, value))
}
