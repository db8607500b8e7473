import { useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button'
import { dayParts, firstPart } from './day-parts'
import styles from './month.module.scss'

export interface DayListProps {
  readonly days: number
  /** Place of the first day that is not over; -1: all are. */
  readonly firstAhead: number
  readonly children: (day: number) => ReactNode
}

/**
 * The days from today on, ten at a time, and those before when one asks. Each part stands in a box of its own, because
 * WeChat is sent all children of a box again that gets one before its last.
 */
export function DayList({ days, firstAhead, children }: DayListProps) {
  const parts = dayParts(days, firstAhead)
  const first = firstPart(parts, firstAhead)
  const [opened, setOpened] = useState({ first, last: first })
  return (
    <View className={styles.days}>
      {parts.map(({ from, to }, index) => (
        <View key={from}>
          {index >= opened.first && index <= opened.last && rangeOf(from, to).map(children)}
          {index === opened.first - 1 && (
            <Button onPress={() => setOpened({ ...opened, first: index })}>{`看前面的 ${to - from} 天`}</Button>
          )}
          {index === opened.last + 1 && (
            <Button onPress={() => setOpened({ ...opened, last: index })}>{`看后面的 ${to - from} 天`}</Button>
          )}
        </View>
      ))}
    </View>
  )
}

function rangeOf(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}
