import { View } from '@tarojs/components'
import { formatAgo, type EpochMs } from '@huiying/shared/kernel'
import { SEAT_NAMES, type MySlot } from '@huiying/shared/roster'
import { personWords } from '@/features/tickets/words'
import { BigButton, Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { Tag } from '@/ui/tag'
import { unbroken } from '@/ui/unbroken'
import styles from './roster.module.scss'
import type { TakingOver } from './use-take-over'
import { openLeave, openSwap } from './ways'
import { shiftState, spanWords } from './words'

export interface ShiftCardProps {
  readonly slot: MySlot
  readonly now: EpochMs
  readonly taking: TakingOver
  /** To what waits for his answer; left out for who has no inbox. */
  readonly onInbox?: () => void
}

/** The shift that runs, or may be taken over: one thing to do, and what the one before left. */
export function ShiftCard({ slot, now, taking, onInbox }: ShiftCardProps) {
  const state = shiftState(slot, now)
  const mayTake = slot.mayTakeOver && slot.takenOverAt === null
  const isRunning = slot.fromAt <= now && now < slot.toAt
  return (
    <Card title={`${slot.village.name} · ${SEAT_NAMES[slot.seat]}`} tone={state.tone === 'late' ? 'late' : 'plain'}>
      <View className={styles.span}>{unbroken(spanWords(slot, now))}</View>
      <View className={styles.state}>
        <Tag tone={state.tone}>{state.words}</Tag>
        {state.note !== null && <View className={styles.stateNote}>{unbroken(state.note)}</View>}
      </View>
      {mayTake && (
        <View className={styles.giant}>
          <BigButton
            icon='calendar-check'
            title={taking.isBusy ? '请稍等' : '接班'}
            note='点一下就算接了'
            onPress={() => taking.take(slot)}
          />
        </View>
      )}
      {slot.partners.length > 0 && (
        <View className={styles.part}>和您一起：{slot.partners.map(personWords).join('、')}</View>
      )}
      {isRunning && slot.waiting > 0 && (
        <ListRow
          icon='inbox'
          title={`${slot.waiting} 件事等您回`}
          {...(onInbox === undefined ? {} : { onPress: onInbox })}
        />
      )}
      {slot.notes.length > 0 && (
        <View className={styles.part}>
          <View className={styles.heading}>上一班交代的话</View>
          {slot.notes.map((note) => (
            <View key={`${note.at}-${note.text}`} className={styles.note}>
              <View>{note.text}</View>
              <View className={styles.meta}>
                {note.by === null ? '' : `${personWords(note.by)} · `}
                {formatAgo(note.at, now)}
              </View>
            </View>
          ))}
        </View>
      )}
      <View className={styles.acts}>
        <View className={styles.act}>
          <Button onPress={() => openLeave(slot.on)}>请假</Button>
        </View>
        <View className={styles.act}>
          <Button icon='arrow-right-left' onPress={() => openSwap(slot.id)}>
            换班
          </Button>
        </View>
      </View>
    </Card>
  )
}
