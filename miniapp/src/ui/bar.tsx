import { View } from '@tarojs/components'
import { aria } from './aria'
import { type Tone } from './tag'
import { unbroken } from './unbroken'
import styles from './bar.module.scss'

export interface BarProps {
  /** How much is left or done, 0–1. */
  readonly part: number
  readonly tone: Tone
  /** "还剩 42 分钟": stands beneath the bar and is what a screen reader says. */
  readonly words: string
}

/** Time left. An empty bar is late: then it is drawn full in cinnabar, with its word. */
export function Bar({ part, tone, words }: BarProps) {
  // Whole per cents: a countdown that repaints 1/1000 steps would send setData for nothing one can see.
  const percent = tone === 'late' ? 100 : Math.round(Math.min(1, Math.max(0, part)) * 100)
  return (
    <View {...aria({ role: 'progressbar', label: words })}>
      <View className={styles.rail}>
        <View className={`${styles.fill} ${styles[tone]}`} style={{ width: `${percent}%` }} />
      </View>
      <View className={`${styles.words} ${styles[`${tone}Words`]}`}>{unbroken(words)}</View>
    </View>
  )
}
