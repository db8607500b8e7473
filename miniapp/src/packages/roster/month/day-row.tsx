import { Text, View } from '@tarojs/components'
import { CELL_FLAGS, cellKey, SEAT_NAMES, SEATS, type RosterChangeRow } from '@huiying/shared/roster'
import { aria } from '@/ui/aria'
import { pressHandlers } from '@/ui/button'
import { dayMark } from './day-mark'
import { cellAt, cellOf, HOLE, type MonthModel, type SeatCell, type Spot } from './month-model'
import styles from './month.module.scss'
import { dayWords } from './month-news'

export interface DayRowProps {
  readonly model: MonthModel
  readonly village: number
  readonly day: number
  readonly isToday: boolean
  readonly news: ReadonlyMap<string, RosterChangeRow>
  /** Adds a visit on that day; left out for who may not. */
  readonly onAdd?: () => void
  readonly onOpen: (spot: Spot) => void
}

/** One day of a village: the date with what kind of day it is, and each seat as a button. */
export function DayRow({ model, village, day, isToday, news, onAdd, onOpen }: DayRowProps) {
  const date = model.answer.days[day]
  if (date === undefined) return null
  const { isOff, word, short } = dayMark(date)
  const press = onAdd === undefined ? {} : { ...pressHandlers(onAdd), ...aria({ role: 'button', label: `${dayWords(date.on)}，加一次坐班` }) }
  return (
    <View className={`${styles.day} ${isOff ? styles.off : ''} ${isToday ? styles.today : ''}`}>
      <View className={`${styles.date} ${onAdd === undefined ? '' : styles.pressable}`} {...press}>
        <Text className={styles.dateNumber}>{String(Number(date.on.slice(8)))}</Text>
        <Text className={styles.dateWord}>{isToday ? `今天 ${short}` : word}</Text>
      </View>
      <View className={styles.seats}>
        {SEATS.map((seat) => {
          const spot = { village, day, seat }
          const cell = cellAt(model, spot)
          if (cell === null) return null
          const isHole = cell.person === HOLE
          const name = isHole ? '没人' : (model.people[cell.person]?.name ?? '')
          const mark = markWords(cell, news.has(cellKey(cellOf(model, spot))))
          return (
            <View
              key={seat}
              className={`${styles.seat} ${isHole ? styles.hole : ''}`}
              {...pressHandlers(() => onOpen(spot))}
              {...aria({ role: 'button', label: `${dayWords(date.on)}${SEAT_NAMES[seat]}，${name}${mark}` })}
            >
              <Text className={styles.seatName}>{`${SEAT_NAMES[seat]}${mark === '' ? '' : ` · ${mark}`}`}</Text>
              <Text>{name}</Text>
            </View>
          )
        })}
      </View>
    </View>
  )
}

/** What is to be known of a cell besides who sits there. */
export function markWords({ flags }: SeatCell, isNews: boolean): string {
  if (isNews) return '刚被改了'
  if ((flags & CELL_FLAGS.absent) > 0) return '没接班'
  if ((flags & CELL_FLAGS.takenOver) > 0) return '已接班'
  return (flags & CELL_FLAGS.changedAfterPublishing) > 0 ? '有变动' : ''
}
