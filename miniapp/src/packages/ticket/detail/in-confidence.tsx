import { View } from '@tarojs/components'
import { ABOUT_NAMES, type ConfidenceView, type TicketView } from '@huiying/shared/tickets'
import { openTicket } from '@/features/identity'
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
  const { holder, about, aboutPerson, regarding } = confidence
  const whom = about === null ? null : `说的是${ABOUT_NAMES[about]}${aboutPerson === null ? '' : `：${personWords(aboutPerson)}`}`
  const title = regarding === null ? '不让村里知道' : '向上反映'
  return (
    <Card title={title}>
      <View>{role === 'reporter' ? `村里谁也看不到，在${holder.name}办。` : `村里谁也看不到，只有${holder.name}知道。不要告诉村里，也不要转到村里。`}</View>
      {whom !== null && <View className={styles.note}>{whom}</View>}
      {regarding !== null && (
        regarding.opens
          ? <ListRow icon='file-text' title='说的是这件事怎么办的' note={regarding.words} onPress={() => openTicket(regarding.ticketId)} />
          : <View className={styles.note}>说的是这件事怎么办的：{regarding.words}</View>
      )}
    </Card>
  )
}

/** The road over the heads of those who handled it. */
export function SecondRoad({ ticketId }: { readonly ticketId: string }) {
  return (
    <View className={styles.withdraw}>
      <Button icon='megaphone' onPress={() => openSecondRoad(ticketId)}>
        办得不对，向上反映
      </Button>
    </View>
  )
}
