import { View } from '@tarojs/components'
import { aboutName, type ConfidenceView, type TicketView } from '@huiying/shared/tickets'
import { openTicket } from '@/features/identity'
import { keptFromWords, keptWithWords, silenceWords } from '@/features/tickets/kept-from'
import { openSecondRoad } from '@/features/tickets/ways'
import { personWords } from '@/features/tickets/words'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import styles from './detail.module.scss'

export interface InConfidenceProps {
  readonly confidence: ConfidenceView
  readonly role: TicketView['role']
}

/** Who alone knows of it, whom it is about, and which matter it is that was handled badly. */
export function InConfidence({ confidence, role }: InConfidenceProps) {
  const { about, aboutPerson, regarding, subDistrictName } = confidence
  const regardingId = regarding?.ticketId ?? null
  const whom = about === null ? null : `说的是${aboutName(about, subDistrictName)}${aboutPerson === null ? '' : `：${personWords(aboutPerson)}`}`
  const title = regarding === null ? '不让村里知道' : '向上反映'
  return (
    <Card title={title}>
      <View>{keptFromWords(confidence)}，由{keptWithWords(confidence)}来办。{role === 'reporter' ? '' : silenceWords(confidence)}</View>
      {whom !== null && <View className={styles.note}>{whom}</View>}
      {regarding !== null && (
        regardingId !== null
          ? <ListRow icon='file-text' title='说的是这件事怎么办的' note={regarding.words} onPress={() => openTicket(regardingId)} />
          : <View className={styles.note}>说的是这件事怎么办的：{regarding.words}</View>
      )}
    </Card>
  )
}

/** The road over the heads of those who handled it; once taken, the way to what was said there. */
export function SecondRoad({ ticket: { id, actions, complaint } }: { readonly ticket: TicketView }) {
  return (
    <View className={styles.withdraw}>
      {complaint !== null && (
        <ListRow icon='megaphone' title='您向上反映过' note='办过的人看不到' onPress={() => openTicket(complaint.ticketId)} />
      )}
      {actions.includes('complain') && (
        <Button icon='megaphone' onPress={() => openSecondRoad(id)}>
          办得不对，向上反映
        </Button>
      )}
    </View>
  )
}
