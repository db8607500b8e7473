import { View } from '@tarojs/components'
import type { EpochMs } from '@huiying/shared/kernel'
import type { BoardRow } from '@huiying/shared/tickets'
import { openTicket } from '@/features/identity'
import { BoardRowBody } from '@/features/tickets/board-row-body'
import { boardHistoryWords, boardHolderWords } from '@/features/tickets/board-words'
import board from '@/ui/board.module.scss'
import { CallButton } from '@/ui/call-button'
import { unbroken } from '@/ui/unbroken'
import styles from './board.module.scss'

export interface BoardCardProps {
  readonly row: BoardRow
  readonly isLate: boolean
  readonly now: EpochMs
}

/** Village, words, how late, who holds it; a tap opens it, the button calls whoever holds it. */
export function BoardCard({ row, isLate, now }: BoardCardProps) {
  const { holder, holderPhone } = row
  return (
    <View className={`${board.card} ${board.tight} ${isLate ? board.cardLate : ''}`}>
      <BoardRowBody row={row} isLate={isLate} now={now} hint='点开看全部' onPress={() => openTicket(row.id)} />
      <View className={styles.foot}>
        <View className={styles.held}>
          <View className={board.holder}>{boardHolderWords(row)}</View>
          <View className={row.orderNumber === null ? board.meta : board.order}>
            {unbroken(boardHistoryWords(row, now))}
          </View>
        </View>
        {holder !== null && holderPhone !== null && <CallButton isSnug name={holder.name} phone={holderPhone} />}
      </View>
    </View>
  )
}
