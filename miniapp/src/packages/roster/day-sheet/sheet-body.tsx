import { useState } from 'react'
import { View } from '@tarojs/components'
import { chinaDateOf, formatTime, type CalendarDate, type EpochMs } from '@huiying/shared/kernel'
import { SEAT_NAMES, type DaySheetAct, type DaySheetAnswer } from '@huiying/shared/roster'
import { openTicket } from '@/features/identity'
import { personWords } from '@/features/tickets/words'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { Tag, type Tone } from '@/ui/tag'
import styles from './day-sheet.module.scss'

const ACT_NAMES: Readonly<Record<DaySheetAct['kind'], string>> = {
  'took-over': '接班',
  read: '看了村民说的事',
  answered: '回了村民',
  called: '打了电话',
  closed: '办结',
  settled: '当场解决',
  'to-meeting': '上专题会',
  note: '留了交接的话',
}

/** As many acts as one setData bears. */
const STEP = 16

export function SheetBody({ sheet }: { readonly sheet: DaySheetAnswer }) {
  const { village, on, person, slots, acts } = sheet
  const [shown, setShown] = useState(STEP)
  return (
    <>
      <Card title={`${village.name} · ${personWords(person)}`}>
        {slots.length === 0 && <View className={styles.meta}>这天没有坐班</View>}
        {slots.map((slot) => {
          const { tone, words } = takingState(slot)
          return (
            <View key={`${slot.seat}-${slot.fromAt}`} className={styles.slot}>
              <View className={styles.slotWords}>
                {personWords(person).endsWith(SEAT_NAMES[slot.seat]) ? '' : `${SEAT_NAMES[slot.seat]} `}
                {hourWords(slot.fromAt, on)} 到 {hourWords(slot.toAt, on)}
                {slot.isOnSite !== null && (
                  <View className={styles.meta}>{slot.isOnSite ? '在村服务中心接的' : '不在村服务中心接的'}</View>
                )}
              </View>
              <Tag tone={tone}>{words}</Tag>
            </View>
          )
        })}
      </Card>
      <Card title='做了什么'>
        {acts.length === 0 && <View className={styles.meta}>还没有。您接班、回应、办结、记一笔，都会自己记在这里。</View>}
        {acts.slice(0, shown).map((act, index) => (
          <Act key={`${act.at}-${index}`} act={act} />
        ))}
        {shown < acts.length && <Button onPress={() => setShown(shown + STEP)}>看后面的</Button>}
      </Card>
    </>
  )
}

/** "前一天晚上6:00": a shift may begin the evening before its day. */
function hourWords(at: EpochMs, on: CalendarDate): string {
  const date = chinaDateOf(at)
  return `${date < on ? '前一天' : date > on ? '后一天' : ''}${formatTime(at)}`
}

/** Who came too late stays late. */
function takingState({ takenOverAt, isAbsent }: DaySheetAnswer['slots'][number]): { readonly words: string; readonly tone: Tone } {
  if (takenOverAt === null) return isAbsent ? { words: '没接班', tone: 'late' } : { words: '还没接班', tone: 'plain' }
  return isAbsent
    ? { words: `${formatTime(takenOverAt)} 才接`, tone: 'late' }
    : { words: `${formatTime(takenOverAt)} 接班`, tone: 'ok' }
}

function Act({ act }: { readonly act: DaySheetAct }) {
  const { ticketId } = act
  return (
    <ListRow
      title={ACT_NAMES[act.kind]}
      {...(act.words === '' ? {} : { note: act.words })}
      when={formatTime(act.at)}
      {...(ticketId === null ? {} : { onPress: () => openTicket(ticketId) })}
    />
  )
}
