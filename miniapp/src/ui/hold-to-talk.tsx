import { useRef } from 'react'
import { View } from '@tarojs/components'
import { SECOND_MS } from '@huiying/shared/kernel'
import { phoneNow, useNow } from '@/platform/clock'
import type { Recorder } from '@/platform/use-recorder'
import { aria } from './aria'
import { Button } from './button'
import { Fault } from './fault'
import { Icon } from './icon'
import styles from './hold-to-talk.module.scss'

export interface HoldToTalkProps {
  readonly recorder: Recorder
  /** giant: as large as the villager's one button; normal: inside a page. */
  readonly size?: 'giant' | 'normal'
  readonly words?: string
  readonly note?: string
}

/** A finger that is up again sooner than this tapped: then it goes on listening until the next tap. */
const TAP_MS = 500

/**
 * Press, speak, release. Who only taps, or presses by a screen reader or a keyboard, speaks and taps again: an old
 * hand that slipped must not be told that it did it wrong.
 */
export function HoldToTalk({ recorder, size = 'normal', words = '按住说话', note = '说完松开手' }: HoldToTalkProps) {
  const { state, fault } = recorder
  const press = usePress(recorder)
  const isListening = state !== 'idle'
  return (
    <View className={styles.whole}>
      <View
        className={`${styles.talk} ${styles[size]} ${isListening ? styles.listening : ''}`}
        {...press}
        {...aria({ role: 'button', label: isListening ? '正在听您说，点一下就说完' : `${words}，也可以点一下开始说` })}
      >
        <View className={styles.inside}>
          <Icon name={isListening ? 'square' : 'mic'} size={size === 'giant' ? 48 : 36} />
          {isListening ? (
            <View className={styles.words}>
              {state === 'opening' ? '正在打开话筒' : <Seconds startedAt={recorder.startedAt} />}
            </View>
          ) : (
            <View className={styles.words}>
              <View className={styles.title}>{words}</View>
              {note !== '' && <View className={styles.note}>{note}</View>}
            </View>
          )}
        </View>
      </View>
      {isListening && (
        <View className={styles.cancel}>
          <Button icon='x' onPress={recorder.cancel}>
            不说了
          </Button>
        </View>
      )}
      <Fault words={fault} />
    </View>
  )
}

function Seconds({ startedAt }: { readonly startedAt: number | null }) {
  const now = useNow(SECOND_MS)
  const seconds = startedAt === null ? 0 : Math.max(0, Math.floor((now - startedAt) / SECOND_MS))
  return (
    <>
      <View className={styles.title}>正在听 {seconds} 秒</View>
      <View className={styles.note}>说完松开手，或点一下</View>
    </>
  )
}

function usePress(recorder: Recorder): Record<string, unknown> {
  const pressedAt = useRef<number | null>(null)
  // The press that ended a recording must not begin the next one when the finger leaves.
  const isEnding = useRef(false)

  const down = () => {
    pressedAt.current = phoneNow()
    isEnding.current = recorder.state !== 'idle'
    if (isEnding.current) recorder.stop()
    else recorder.start()
  }
  const up = () => {
    const isHeld = pressedAt.current !== null && phoneNow() - pressedAt.current >= TAP_MS
    pressedAt.current = null
    if (isHeld && !isEnding.current) recorder.stop()
  }
  const toggle = () => (recorder.state === 'idle' ? recorder.start() : recorder.stop())

  if (process.env.TARO_ENV !== 'h5') return { onTouchStart: down, onTouchEnd: up, onTouchCancel: up }
  return {
    onPointerDown: (event: PressEvent) => {
      event.currentTarget.setPointerCapture?.(event.pointerId)
      down()
    },
    onPointerUp: up,
    onPointerCancel: up,
    onContextMenu: (event: PressEvent) => event.preventDefault(),
    onKeyDown: (event: PressEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      toggle()
    },
  }
}

interface PressEvent {
  readonly pointerId: number
  readonly key: string
  readonly currentTarget: { setPointerCapture?: (id: number) => void }
  readonly preventDefault: () => void
}
