import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { CadreCard } from '@huiying/shared/identity'
import type { CalendarDate } from '@huiying/shared/kernel'
import { SEAT_NAMES, type SittingDay } from '@huiying/shared/roster'
import { PersonActions } from '@/features/roster/person-actions'
import { nearDayTitle } from '@/features/roster/words'
import { aria } from '@/ui/aria'
import { Avatar } from '@/ui/avatar'
import { pressHandlers } from '@/ui/button'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { Sheet } from '@/ui/sheet'
import { Tag } from '@/ui/tag'
import { titleAndPhone } from './on-duty'
import styles from './sitting.module.scss'

export interface DayCardProps {
  readonly day: SittingDay
  readonly today: CalendarDate
  readonly maySpeak: boolean
  /** Whose committee shift runs now: after the evening's change it is tomorrow's. */
  readonly dutyOn: CalendarDate
}

type SittingSeat = SittingDay['seats'][number]

/** A day as faces, each with what he sits as; a tap on one gives the telephone. */
export function DayCard({ day, today, maySpeak, dutyOn }: DayCardProps) {
  const [opened, setOpened] = useState<CadreCard | null>(null)
  const name = day.name === null ? '' : ` ${day.name}`
  return (
    <Card title={`${nearDayTitle(day.on, today)}${name}`}>
      {day.on < dutyOn && <View className={styles.meta}>这天的班交了，现在由明天的人接着值。</View>}
      {day.seats.length === 0 && <View className={styles.meta}>这天没有排班</View>}
      {day.seats.map((seat, index) => (
        <Seat key={`${seat.seat}-${index}`} seat={seat} isRunning={day.on === dutyOn} onOpen={setOpened} />
      ))}
      <Sheet isOpen={opened !== null} title={opened?.name ?? ''} onClose={() => setOpened(null)}>
        {opened !== null && (
          <>
            <View className={styles.meta}>{titleAndPhone(opened)}</View>
            <PersonActions cadre={opened} maySpeak={maySpeak} />
          </>
        )}
      </Sheet>
    </Card>
  )
}

interface SeatProps {
  readonly seat: SittingSeat
  readonly isRunning: boolean
  readonly onOpen: (cadre: CadreCard) => void
}

function Seat({ seat, isRunning, onOpen }: SeatProps) {
  const { person } = seat
  if (person === null) {
    return (
      <View className={styles.seat}>
        <View className={styles.nobody}>
          <Icon name='circle-question-mark' />
        </View>
        <View className={styles.seatWords}>
          <View className={styles.seatName}>待定</View>
          <View className={styles.meta}>{SEAT_NAMES[seat.seat]}还没有人</View>
          <Marks seat={seat} isRunning={isRunning} />
        </View>
      </View>
    )
  }
  return (
    <View
      className={`${styles.seat} ${styles.tappable}`}
      {...pressHandlers(() => onOpen(person))}
      {...aria({ role: 'button', label: `${SEAT_NAMES[seat.seat]}${person.name}，点开打电话` })}
    >
      <Avatar name={person.name} layout='face' />
      <View className={styles.seatWords}>
        <View className={styles.seatName}>{person.name}</View>
        <View className={styles.meta}>
          <Text>{SEAT_NAMES[seat.seat]}</Text>
        </View>
        <Marks seat={seat} isRunning={isRunning} />
      </View>
      <View className={styles.arrow}>
        <Icon name='chevron-right' />
      </View>
    </View>
  )
}

function Marks({ seat, isRunning }: { readonly seat: SittingSeat; readonly isRunning: boolean }) {
  const isHere = isRunning && seat.person?.onDuty === true
  // Who came late is there now; that he came late is for the sub-district to look into.
  const isMissing = isRunning && seat.isAbsent && !isHere
  return (
    <View className={styles.marks}>
      {isHere && <View className={styles.mark}><Tag tone='ok'>在岗</Tag></View>}
      {isMissing && <View className={styles.mark}><Tag tone='late'>没到岗</Tag></View>}
      {seat.isChanged && <View className={styles.mark}><Tag tone='soon'>有变动</Tag></View>}
    </View>
  )
}
