import { useState, type ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button'
import styles from './week.module.scss'

export interface WeekColumnProps<Row> {
  readonly title: string
  readonly rows: readonly Row[]
  readonly children: (row: Row) => ReactNode
}

// More at once is more than WeChat takes in one go.
const STEP = 20

/** One kind of trouble, with how many there are. */
export function WeekColumn<Row>({ title, rows, children }: WeekColumnProps<Row>) {
  const [count, setCount] = useState(STEP)
  return (
    <View className={styles.column} {...aria({ role: 'list', label: title })}>
      <View className={`${styles.heading} ${rows.length > 0 ? styles.headingLate : ''}`} {...aria({ role: 'heading' })}>
        <Text>{title}</Text>
        <Text className={styles.count}>{rows.length}</Text>
      </View>
      {rows.length === 0 && <View className={styles.none}>没有</View>}
      {rows.slice(0, count).map(children)}
      {rows.length > count && <Button onPress={() => setCount(count + STEP)}>还有 {rows.length - count} 个</Button>}
    </View>
  )
}
