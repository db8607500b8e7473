import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { pressHandlers } from '@/ui/button'
import { Icon } from '@/ui/icon'
import styles from './roster.module.scss'

export interface TurnerProps {
  /** What is shown now: "2026年11月", "11月21日 周六". */
  readonly words: string
  /** Read out before the directions: "上一天". `null`: nothing lies there. */
  readonly back: { readonly label: string; readonly onPress: () => void } | null
  readonly forward: { readonly label: string; readonly onPress: () => void } | null
}

/** One day or month at a time, back and forward. */
export function Turner({ words, back, forward }: TurnerProps) {
  return (
    <View className={styles.turner}>
      <End icon='chevron-left' end={back} />
      <View className={styles.turnerWords} {...aria({ role: 'heading', live: 'polite' })}>
        {words}
      </View>
      <End icon='chevron-right' end={forward} />
    </View>
  )
}

function End({ icon, end }: { readonly icon: 'chevron-left' | 'chevron-right'; readonly end: TurnerProps['back'] }) {
  if (end === null) {
    return (
      <View className={`${styles.turnerEnd} ${styles.turnerOff}`} {...aria({ isHidden: true })}>
        <Icon name={icon} />
      </View>
    )
  }
  return (
    <View className={styles.turnerEnd} {...pressHandlers(end.onPress)} {...aria({ role: 'button', label: end.label })}>
      <Icon name={icon} />
    </View>
  )
}
