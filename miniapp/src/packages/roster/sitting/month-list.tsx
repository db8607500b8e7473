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

/** As many days as one setData bears. */
const STEP_DAYS = 16

/** The month, a line a day, to be read at arm's length; the days gone by are folded away. */
export function MonthList({ days, today }: { readonly days: readonly SittingDay[]; readonly today: CalendarDate }) {
  const months = [...new Set(days.map(({ on }) => monthOf(on)))]
  const [month, setMonth] = useState(monthOf(today))
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
      <Days key={month} days={days.filter(({ on }) => monthOf(on) === month)} today={today} label={title} />
    </Card>
  )
}

interface DaysProps {
  readonly days: readonly SittingDay[]
  readonly today: CalendarDate
  readonly label: string
}

/** Each part stands in a box of its own: WeChat is sent all children of a box again that gets one before its last. */
function Days({ days, today, label }: DaysProps) {
  const [partsBack, setPartsBack] = useState(0)
  const [showsRest, setShowsRest] = useState(false)
  const past = days.filter(({ on }) => on < today)
  const ahead = days.filter(({ on }) => on >= today)
  const back = [past.slice(-STEP_DAYS), past.slice(0, -STEP_DAYS)].filter((part) => part.length > 0)
  const draw = (shown: readonly SittingDay[]) =>
    shown.map((day) => <Day key={day.on} day={day} isToday={day.on === today} />)
  return (
    <View {...aria({ role: 'list', label })}>
      <View>
        {partsBack < back.length && <More words='看前面的日子' onPress={() => setPartsBack(partsBack + 1)} />}
      </View>
      <View>{partsBack > 1 && draw(back[1] ?? [])}</View>
      <View>{partsBack > 0 && draw(back[0] ?? [])}</View>
      <View>{draw(ahead.slice(0, STEP_DAYS))}</View>
      <View>{showsRest && draw(ahead.slice(STEP_DAYS))}</View>
      <View>
        {!showsRest && ahead.length > STEP_DAYS && <More words='看后面的日子' onPress={() => setShowsRest(true)} />}
      </View>
    </View>
  )
}

function More({ words, onPress }: { readonly words: string; readonly onPress: () => void }) {
  return (
    <View className={styles.more}>
      <Button onPress={onPress}>{words}</Button>
    </View>
  )
}

/** One of the two next to each other: the year says nothing. */
function monthWords(month: string): string {
  return `${Number(month.slice(5))}月`
}

function Day({ day, isToday }: { readonly day: SittingDay; readonly isToday: boolean }) {
  const isRest = day.kind !== 'working-day'
  const changed = [...new Set(day.seats.filter(({ isChanged }) => isChanged).map(({ seat }) => SEAT_NAMES[seat]))]
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
        {changed.length > 0 && <View className={styles.changed}>{changed.join('、')}有变动</View>}
      </View>
    </View>
  )
}
