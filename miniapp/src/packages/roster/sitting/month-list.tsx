import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { CalendarDate } from '@huiying/shared/kernel'
import { SEAT_NAMES, type SittingDay } from '@huiying/shared/roster'
import { monthOf, weekdayWords } from '@/features/roster/words'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Choice } from '@/ui/choice'
import styles from './sitting.module.scss'

/** The month, a line a day, to be read at arm's length; the days gone by are folded away. */
export function MonthList({ days, today }: { readonly days: readonly SittingDay[]; readonly today: CalendarDate }) {
  const months = [...new Set(days.map(({ on }) => monthOf(on)))]
  const [month, setMonth] = useState(monthOf(today))
  const [showsPast, setShowsPast] = useState(false)
  const ofMonth = days.filter(({ on }) => monthOf(on) === month)
  const ahead = ofMonth.filter(({ on }) => on >= today)
  const rows = showsPast ? ofMonth : ahead
  const title = month === monthOf(today) ? '这个月谁值班' : `${monthWords(month)}谁值班`
  return (
    <Card title={title}>
      {months.length > 1 && (
        <View className={styles.months}>
          <Choice
            label='哪个月'
            value={month}
            options={months.map((one) => ({ value: one, words: monthWords(one) }))}
            onChange={setMonth}
          />
        </View>
      )}
      <View {...aria({ role: 'list', label: title })}>
        {rows.map((day) => (
          <Day key={day.on} day={day} isToday={day.on === today} />
        ))}
      </View>
      {!showsPast && ahead.length < ofMonth.length && <Button onPress={() => setShowsPast(true)}>看前面的日子</Button>}
    </Card>
  )
}

/** One of the two next to each other: the year says nothing. */
function monthWords(month: string): string {
  return `${Number(month.slice(5))}月`
}

function Day({ day, isToday }: { readonly day: SittingDay; readonly isToday: boolean }) {
  const isRest = day.kind !== 'working-day'
  const isChanged = day.seats.some((seat) => seat.isChanged)
  return (
    <View className={`${styles.day} ${isToday ? styles.today : ''}`} {...aria({ role: 'listitem' })}>
      <View className={`${styles.date} ${isRest ? styles.rest : ''}`}>
        <View className={styles.number}>{Number(day.on.slice(8))}</View>
        <View>{isToday ? '今天' : weekdayWords(day.on)}</View>
      </View>
      <View className={styles.names}>
        {day.name !== null && <View className={styles.holiday}>{day.name}</View>}
        {day.seats.map(({ seat, person }, index) => (
          <View key={index} className={styles.name}>
            <Text className={styles.as}>{SEAT_NAMES[seat]} </Text>
            <Text>{person?.name ?? '待定'}</Text>
          </View>
        ))}
        {isChanged && <View className={styles.changed}>有变动</View>}
      </View>
    </View>
  )
}
