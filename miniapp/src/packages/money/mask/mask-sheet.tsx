import { useRef, useState } from 'react'
import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { MaskBox } from '@huiying/shared/files'
import { apiUrl } from '@/platform/request'
import { loadImage } from '@/platform/shrink-photo'
import { aria } from '@/ui/aria'
import { spotOf } from './boxes'
import styles from './mask.module.scss'
import type { Boxes } from './use-boxes'

export interface MaskSheetProps {
  readonly url: string
  readonly hand: Boxes
}

/** Of the window's height. */
const TALLEST_VH = 70

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
  // The height of the photo in thousandths of its width. Never left to the picture itself, which in browsers keeps a
  // height of its own and cuts off what is beyond: a box would cover another place than the one it lies on.
  const [height, setHeight] = useState<number | null>(null)
  const [isBroken, setIsBroken] = useState(false)
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
  // A tall photo leaves room beneath it, so that a finger can move the page.
  const frame = height === null ? {} : { maxWidth: `calc(${TALLEST_VH}vh * 1000 / ${height})` }
  const sheet = height === null ? {} : { paddingTop: `${height / 10}%` }
  return (
    <View className={styles.frame} style={frame}>
      <View
        id='mask-sheet'
        className={styles.sheet}
        style={sheet}
        catchMove
        {...handlers({ down, move, up })}
        {...aria({ role: 'img', label: `票据照片，已遮 ${hand.boxes.length} 处，用手指拖出要遮的地方` })}
      >
        <Image
          className={styles.picture}
          src={apiUrl(url)}
          mode='scaleToFill'
          onLoad={({ detail }) => tellShape(url, detail).then(setHeight, () => setIsBroken(true))}
          onError={() => setIsBroken(true)}
        />
        {height === null && (
          <View className={styles.loading}>{isBroken ? '照片没打开，请返回再进来' : '正在打开照片'}</View>
        )}
        {hand.boxes.map((box, index) => (
          <View
            key={index}
            className={`${styles.box} ${index === hand.picked ? styles.pickedBox : ''}`}
            style={placeOf(box)}
          />
        ))}
      </View>
    </View>
  )
}

/** WeChat tells a photo's own width and height; in browsers the framework tells how large it stands on the page. */
async function tellShape(url: string, told: { readonly width: number | string; readonly height: number | string }) {
  if (process.env.TARO_ENV !== 'h5') return heightOf(Number(told.width), Number(told.height))
  const { naturalWidth, naturalHeight } = await loadImage(apiUrl(url))
  return heightOf(naturalWidth, naturalHeight)
}

function heightOf(widthPx: number, heightPx: number): number {
  return Math.max(1, Math.round((heightPx / Math.max(1, widthPx)) * 1_000))
}

/** Thousandths are tenths of a percent. */
function placeOf({ left, top, width, height }: MaskBox) {
  return { left: `${left / 10}%`, top: `${top / 10}%`, width: `${width / 10}%`, height: `${height / 10}%` }
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
