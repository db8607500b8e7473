import { useEffect, useRef } from 'react'
import { Canvas } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { phoneNow } from '@/platform/clock'
import type { SurfaceProps } from './browser-surface'
import { drawLine, fillPen, type Ink } from './ink'
import type { Line, Touch } from './pen'
import styles from './signing.module.scss'

/**
 * WeChat's canvas of type 2d. It is drawn on straight from the touch: through setData a name would lag behind the
 * finger. The page stands still under it.
 */
export function WeChatSurface({ pen, onLifted, onReady }: SurfaceProps) {
  const paper = useRef<{ readonly ink: Ink; readonly widthPx: number } | null>(null)
  const finger = useRef<number | null>(null)
  useEffect(() => {
    let isGone = false
    // The canvas is on the screen one turn after it is in the tree.
    Taro.nextTick(() => {
      Taro.createSelectorQuery()
        .select('#sign-pad')
        .fields({ node: true, size: true })
        .exec(([found]: readonly (FoundCanvas | null)[]) => {
          if (isGone || found === null || found === undefined) return
          const ratio = Taro.getWindowInfo().pixelRatio
          found.node.width = Math.round(found.width * ratio)
          found.node.height = Math.round(found.height * ratio)
          const ink = found.node.getContext('2d')
          fillPen(ink, ratio)
          paper.current = { ink, widthPx: found.width }
          onReady()
        })
    })
    return () => {
      isGone = true
    }
  }, [onReady])

  const follow = (event: TouchEvent, draw: (touch: Touch) => Line | null) => {
    const touch = event.changedTouches.find(({ identifier }) => identifier === finger.current)
    if (touch === undefined || paper.current === null) return
    const line = draw({ x: touch.x, y: touch.y, widthPx: paper.current.widthPx, at: phoneNow() })
    if (line !== null) drawLine(paper.current.ink, line)
  }
  const down = (event: TouchEvent) => {
    if (finger.current !== null || paper.current === null) return
    finger.current = event.changedTouches[0]?.identifier ?? null
    follow(event, pen.down)
  }
  const up = (event: TouchEvent) => {
    if (!event.changedTouches.some(({ identifier }) => identifier === finger.current)) return
    finger.current = null
    onLifted()
  }
  return (
    <Canvas
      id='sign-pad'
      type='2d'
      className={styles.surface ?? ''}
      disableScroll
      onTouchStart={(event) => down(event as unknown as TouchEvent)}
      onTouchMove={(event) => follow(event as unknown as TouchEvent, pen.move)}
      onTouchEnd={(event) => up(event as unknown as TouchEvent)}
      onTouchCancel={(event) => up(event as unknown as TouchEvent)}
    />
  )
}

interface FoundCanvas {
  readonly node: { width: number; height: number; getContext(type: '2d'): Ink }
  readonly width: number
  readonly height: number
}

/** A canvas tells where on itself it was touched. */
interface TouchEvent {
  readonly changedTouches: readonly { readonly identifier: number; readonly x: number; readonly y: number }[]
}
