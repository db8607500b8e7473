import { useRef, useState } from 'react'
import type { MaskBox } from '@huiying/shared/files'
import { boxAt, boxBetween, moved, type Spot } from './boxes'

export interface Boxes {
  readonly boxes: readonly MaskBox[]
  /** The one that moves under the finger, and that 去掉这块 takes off; `null`: none. */
  readonly picked: number | null
  readonly down: (spot: Spot) => void
  readonly move: (spot: Spot) => void
  readonly up: () => void
  readonly removePicked: () => void
  readonly clear: () => void
}

type Hold =
  | { readonly how: 'draw'; readonly from: Spot; readonly index: number }
  | { readonly how: 'move'; readonly from: Spot; readonly index: number; readonly box: MaskBox }

/** On a free place the finger draws a box; on a box it takes it along. @param limit of boxes on one photo */
export function useBoxes(limit: number): Boxes {
  const [boxes, setBoxes] = useState<readonly MaskBox[]>([])
  const [picked, setPicked] = useState<number | null>(null)
  const hold = useRef<Hold | null>(null)
  // Two touches may come before the screen is drawn anew: the hand counts on what it did, not on what is seen.
  const latest = useRef<readonly MaskBox[]>([])
  const put = (next: readonly MaskBox[]) => {
    latest.current = next
    setBoxes(next)
  }

  const down = (spot: Spot) => {
    const index = boxAt(latest.current, spot)
    const box = latest.current[index]
    if (box !== undefined) {
      hold.current = { how: 'move', from: spot, index, box }
      setPicked(index)
    } else if (latest.current.length < limit) {
      hold.current = { how: 'draw', from: spot, index: latest.current.length }
      setPicked(null)
    }
  }
  const move = (spot: Spot) => {
    const held = hold.current
    if (held === null) return
    const next = held.how === 'move' ? moved(held.box, held.from, spot) : boxBetween(held.from, spot)
    const others = latest.current.slice(0, held.index)
    if (held.how === 'draw') put(next === null ? others : [...others, next])
    else if (next !== null) put(latest.current.map((box, index) => (index === held.index ? next : box)))
  }
  const up = () => {
    if (hold.current?.how === 'draw' && latest.current.length > hold.current.index) setPicked(hold.current.index)
    hold.current = null
  }
  const removePicked = () => {
    put(latest.current.filter((_box, index) => index !== picked))
    setPicked(null)
  }
  const clear = () => {
    put([])
    setPicked(null)
  }
  return { boxes, picked, down, move, up, removePicked, clear }
}
