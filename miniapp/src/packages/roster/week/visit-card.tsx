import { Text, View } from '@tarojs/components'
import { chinaDateOf, type EpochMs } from '@huiying/shared/kernel'
import type { VisitOwed } from '@huiying/shared/roster'
import { nearDayTitle } from '@/features/roster/words'
import { personWords } from '@/features/tickets/words'
import { useMe } from '@/platform/session'
import { aria } from '@/ui/aria'
import board from '@/ui/board.module.scss'
import { unbroken } from '@/ui/unbroken'
import { OrderButton } from './order-button'
import styles from './week.module.scss'

export interface VisitCardProps {
  readonly row: VisitOwed
  readonly now: EpochMs
  readonly onOrdered: () => Promise<void>
}

/** A leader who has not been anywhere this month, or a marked village nobody has been to. */
export function VisitCard({ row, now, onOrdered }: VisitCardProps) {
  const { key, leader, village, plannedOn, orderNumber } = row
  const myId = useMe()?.person?.id
  const isMine = leader !== null && leader.personId === myId
  const title = leader !== null ? personWords(leader) : (village?.name ?? '')
  return (
    <View className={`${board.card} ${plannedOn === null ? board.cardLate : ''}`} {...aria({ role: 'listitem' })}>
      <View className={board.line}>
        <Text className={board.place}>{title}</Text>
        <Text className={plannedOn === null ? board.late : board.left}>{plannedOn === null ? '也没有安排' : '安排了'}</Text>
      </View>
      <View>{leader !== null ? '这个月还没去过重点村' : '是重点村，这个月还没有领导去过'}</View>
      {plannedOn !== null && <View className={styles.who}>{unbroken(`安排在 ${nearDayTitle(plannedOn, chinaDateOf(now))}`)}</View>}
      {/* Nobody orders himself; what another one ordered he sees. */}
      {(!isMine || orderNumber !== null) && (
        <View className={styles.foot}>
          <OrderButton cause='visit-owed' subjectId={key} orderNumber={orderNumber} about={title} onOrdered={onOrdered} />
        </View>
      )}
    </View>
  )
}
