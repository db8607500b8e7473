import { useState } from 'react'
import { View } from '@tarojs/components'
import type { CalendarDate, EpochMs } from '@huiying/shared/kernel'
import { SEAT_NAMES, type MySlot } from '@huiying/shared/roster'
import { openLeave, openSwap } from '@/features/roster/ways'
import { nearDayTitle, spanWords } from '@/features/roster/words'
import { personWords } from '@/features/tickets/words'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { Sheet } from '@/ui/sheet'
import { unbroken } from '@/ui/unbroken'
import styles from './mine.module.scss'

export interface ComingProps {
  readonly slots: readonly MySlot[]
  readonly today: CalendarDate
  readonly now: EpochMs
}

/** The days to come; a tap on one asks for leave or for a swap. */
export function Coming({ slots, today, now }: ComingProps) {
  const [openedId, setOpenedId] = useState<string | null>(null)
  const opened = slots.find(({ id }) => id === openedId) ?? null
  const close = () => setOpenedId(null)
  const hasVillages = new Set(slots.map(({ village }) => village.id)).size > 1
  return (
    <Card title='接下来的班'>
      {slots.length === 0 && <View className={styles.meta}>一个月内没有排您的班。</View>}
      {slots.length > 0 && <View className={styles.meta}>那天有事，点一下，请假或者换班。</View>}
      {slots.map((slot) => (
        <ListRow
          key={slot.id}
          title={nearDayTitle(slot.on, today)}
          note={noteOf(slot, hasVillages)}
          onPress={() => setOpenedId(slot.id)}
        />
      ))}
      <Sheet isOpen={opened !== null} title={opened === null ? '' : nearDayTitle(opened.on, today)} onClose={close}>
        {opened !== null && (
          <>
            <View className={styles.when}>
              {opened.village.name} · {SEAT_NAMES[opened.seat]}
              <View className={styles.span}>{unbroken(spanWords(opened, now))}</View>
            </View>
            <View className={styles.act}>
              <Button look='primary' icon='arrow-right-left' onPress={() => leaveFor(() => openSwap(opened.id))}>
                和人换班
              </Button>
            </View>
            <View className={styles.act}>
              <Button icon='calendar-days' onPress={() => leaveFor(() => openLeave(opened.on))}>
                请假
              </Button>
            </View>
          </>
        )}
      </Sheet>
    </Card>
  )

  // Coming back, the days are wanted and not the question.
  function leaveFor(open: () => void): void {
    close()
    open()
  }
}

function noteOf(slot: MySlot, hasVillage: boolean): string {
  const partners = slot.partners.length === 0 ? '' : ` · 和${slot.partners.map(personWords).join('、')}`
  return `${hasVillage ? `${slot.village.name} · ` : ''}${SEAT_NAMES[slot.seat]}${partners}`
}
