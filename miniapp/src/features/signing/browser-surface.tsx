import { useEffect, useRef, type PointerEvent } from 'react'
import { phoneNow } from '@/platform/clock'
import { drawLine, fillPen, type Ink } from './ink'
import type { Line, Pen, Touch } from './pen'
import styles from './signing.module.scss'

export interface SurfaceProps {
  readonly pen: Pen
  readonly onLifted: () => void
  /** From now on it takes the pen. */
  readonly onReady: () => void
}

/** The browser's own canvas: a mouse, a pen or a finger. Only the first one that touches writes. */
export function BrowserSurface({ pen, onLifted, onReady }: SurfaceProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const ink = useRef<Ink | null>(null)
  const pointer = useRef<number | null>(null)
  useEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d') ?? null
    if (element === null || context === null) return
    const ratio = window.devicePixelRatio || 1
    element.width = Math.round(element.clientWidth * ratio)
    element.height = Math.round(element.clientHeight * ratio)
    fillPen(context, ratio)
    ink.current = context
  }, [])
  useEffect(onReady, [onReady])
  // Else the end of a stroke is taken for a fling, and the tap on the button after it only stops that: no click. Not as
  // React listens, which is passive and may prevent nothing.
  useEffect(() => {
    const element = canvas.current
    const stay = (event: TouchEvent) => event.preventDefault()
    element?.addEventListener('touchstart', stay, { passive: false })
    return () => element?.removeEventListener('touchstart', stay)
  }, [])

  const draw = (line: Line | null) => {
    if (line !== null && ink.current !== null) drawLine(ink.current, line)
  }
  const down = (event: PointerEvent<HTMLCanvasElement>) => {
    if (pointer.current !== null) return
    pointer.current = event.pointerId
    event.currentTarget.setPointerCapture?.(event.pointerId)
    draw(pen.down(touchOf(event)))
  }
  const move = (event: PointerEvent<HTMLCanvasElement>) => {
    if (pointer.current === event.pointerId) draw(pen.move(touchOf(event)))
  }
  const up = (event: PointerEvent<HTMLCanvasElement>) => {
    if (pointer.current !== event.pointerId) return
    pointer.current = null
    onLifted()
  }
  return (
    <canvas
      ref={canvas}
      id='sign-pad'
      className={styles.surface}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={up}
    />
  )
}

function touchOf(event: PointerEvent<HTMLCanvasElement>): Touch {
  const box = event.currentTarget.getBoundingClientRect()
  return { x: event.clientX - box.left, y: event.clientY - box.top, widthPx: box.width, at: phoneNow() }
}
