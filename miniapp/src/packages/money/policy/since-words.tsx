import { View } from '@tarojs/components'
import { chinaDateOf, formatDate, type CalendarDate } from '@huiying/shared/kernel'
import { serverNow } from '@/platform/clock'
import styles from './policy.module.scss'

export interface SinceWordsProps {
  /** 0: nobody has set any. */
  readonly version: number
  readonly firstOn: CalendarDate | null
  /** What stays as it was. */
  readonly rest: string
}

export function SinceWords({ version, firstOn, rest }: SinceWordsProps) {
  const words = version === 0 || firstOn === null
    ? '这是原来就有的，还没有改过。'
    : `第 ${version} 次定的，从${formatDate(firstOn, chinaDateOf(serverNow()))}起算；${rest}`
  return <View className={`${styles.small} ${styles.act}`}>{words}</View>
}
