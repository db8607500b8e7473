import { Text, View } from '@tarojs/components'
import type { EpochMs } from '@huiying/shared/kernel'
import type { BoardRow } from '@huiying/shared/tickets'
import { openTicket } from '@/features/identity'
import { boardHistoryWords, boardHolderWords, boardTimeWords } from '@/features/tickets/board-words'
import { rowWords } from '@/features/tickets/words'
import { callPhone } from '@/platform/call-phone'
import { aria } from '@/ui/aria'
import { Button, pressHandlers } from '@/ui/button'
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
  const words = rowWords({ ...row, photoCount: 0 }, 80)
  return (
    <View className={`${styles.card} ${isLate ? styles.cardLate : ''}`}>
      <View
        className={styles.cardBody}
        {...pressHandlers(() => openTicket(row.id))}
        {...aria({ role: 'button', label: `${row.villageName}：${words}。点开看全部` })}
      >
        <View className={styles.line}>
          <View>
            <Text className={styles.village}>{row.villageName}</Text>
            {!row.readBySomebody && <Text className={styles.unread}>还没人看</Text>}
          </View>
          <Text className={isLate ? styles.late : styles.left}>{unbroken(boardTimeWords(row.dueAt, now))}</Text>
        </View>
        <View className={styles.words}>{words}</View>
      </View>
      <View className={styles.foot}>
        <View className={styles.held}>
          <View className={styles.holder}>{boardHolderWords(row)}</View>
          <View className={row.orderNumber === null ? styles.meta : styles.order}>
            {unbroken(boardHistoryWords(row, now))}
          </View>
        </View>
        {holder !== null && holderPhone !== null && (
          <Button isSnug icon='phone' label={`给${holder.name}打电话 ${holderPhone}`} onPress={() => callPhone(holderPhone)}>
            {process.env.TARO_ENV === 'h5' ? holderPhone : '打电话'}
          </Button>
        )}
      </View>
    </View>
  )
}
