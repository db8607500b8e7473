import { type ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { aria } from './aria'
import styles from './board.module.scss'

export interface BoardColumnProps {
  readonly title: string
  readonly count: number
  /** What stands here should not have come so far. */
  readonly isLate: boolean
  /** As wide as the page makes its columns. */
  readonly className: string | undefined
  /** So many more that are not shown. */
  readonly hidden?: number
  readonly children: ReactNode
}

/** One kind of trouble, with how many there are. */
export function BoardColumn({ title, count, isLate, className = '', hidden = 0, children }: BoardColumnProps) {
  return (
    <View className={className} {...aria({ role: 'list', label: title })}>
      <View
        className={`${styles.heading} ${isLate && count > 0 ? styles.headingLate : ''}`}
        {...aria({ role: 'heading' })}
      >
        <Text>{title}</Text>
        <Text className={styles.count}>{count}</Text>
      </View>
      {count === 0 && <View className={styles.none}>没有</View>}
      {children}
      {hidden > 0 && <View className={styles.none}>还有 {hidden} 件没显示</View>}
    </View>
  )
}
