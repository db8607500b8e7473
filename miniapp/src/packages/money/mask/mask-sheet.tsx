import { useRef, useState } from 'react'
import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { apiUrl } from '@/platform/request'
import { aria } from '@/ui/aria'
import { spotOf } from './boxes'
import styles from './mask.module.scss'
import type { Boxes } from './use-boxes'

export interface MaskSheetProps {
  readonly url: string
  readonly hand: Boxes
}

/** Where the photo stands on the screen, in px. */
interface Place {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/**
 * The photo with boxes laid over it as views, not a drawing surface: what is stored is drawn by the server. Boxes are
 * told in per mille of the photo, so they stand right at every width.
 */
export function MaskSheet({ url, hand }: MaskSheetProps) {
  const [isThere, setIsThere] = useState(false)
  const place = useRef<Place | null>(null)
  const start = useRef<{ readonly x: number; readonly y: number } | null>(null)
  const tell = (clientX: number, clientY: number, act: Boxes['down']) => {
    const at = place.current
    if (at !== null) act(spotOf(clientX - at.left, clientY - at.top, at.width, at.height))
  }
  const down = (clientX: number, clientY: number) => {
    start.current = { x: clientX, y: clientY }
    // The page may have been scrolled since; asked anew at each touch.
    measure((found) => {
      place.current = found
      const began = start.current
      if (began !== null) tell(began.x, began.y, hand.down)
    })
  }
  const move = (clientX: number, clientY: number) => {
    if (start.current !== null) tell(clientX, clientY, hand.move)
  }
  const up = () => {
    start.current = null
    hand.up()
  }
  return (
    <View
      id='mask-sheet'
      className={styles.sheet}
      catchMove
      {...handlers({ down, move, up })}
      {...aria({ role: 'img', label: `票据照片，已遮 ${hand.boxes.length} 处，用手指拖出要遮的地方` })}
    >
      <Image className={styles.picture} src={apiUrl(url)} mode='widthFix' onLoad={() => setIsThere(true)} />
      {!isThere && <View className={styles.loading}>正在打开照片</View>}
      {hand.boxes.map(({ left, top, width, height }, index) => (
        <View
          key={index}
          className={`${styles.box} ${index === hand.picked ? styles.pickedBox : ''}`}
          style={{ left: `${left / 10}%`, top: `${top / 10}%`, width: `${width / 10}%`, height: `${height / 10}%` }}
        />
      ))}
    </View>
  )
}

interface Hand {
  readonly down: (clientX: number, clientY: number) => void
  readonly move: (clientX: number, clientY: number) => void
  readonly up: () => void
}

/** A finger in WeChat; a finger, a pen or a mouse in browsers, followed beyond the photo's edge. */
function handlers({ down, move, up }: Hand): Record<string, unknown> {
  if (process.env.TARO_ENV === 'h5') {
    return {
      onPointerDown: (event: PointerEvent) => {
        const element = event.currentTarget as Element | null
        element?.setPointerCapture?.(event.pointerId)
        event.preventDefault()
        down(event.clientX, event.clientY)
      },
      onPointerMove: (event: PointerEvent) => move(event.clientX, event.clientY),
      onPointerUp: up,
      onPointerCancel: up,
    }
  }
  const first = (event: TouchEvent, act: (x: number, y: number) => void) => {
    const touch = event.touches[0] ?? event.changedTouches[0]
    if (touch !== undefined) act(touch.clientX, touch.clientY)
  }
  return {
    onTouchStart: (event: TouchEvent) => first(event, down),
    onTouchMove: (event: TouchEvent) => first(event, move),
    onTouchEnd: up,
    onTouchCancel: up,
  }
}

function measure(tell: (place: Place) => void): void {
  Taro.createSelectorQuery()
    .select('#mask-sheet')
    .boundingClientRect()
    .exec(([found]: readonly (Place | null)[]) => {
      if (found !== null && found !== undefined) tell(found)
    })
}
