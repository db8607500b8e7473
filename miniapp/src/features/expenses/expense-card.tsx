import { Text, View } from '@tarojs/components'
import { EXPENSE_STATUS_NAMES, type ExpenseRow } from '@huiying/shared/expenses'
import { formatNear, formatYuan, type EpochMs } from '@huiying/shared/kernel'
import { Card } from '@/ui/card'
import { Tag } from '@/ui/tag'
import { unbroken } from '@/ui/unbroken'
import styles from './expenses.module.scss'
import { howLong, myActWords, waitingWords } from './words'
import { openExpense } from './ways'

export interface ExpenseCardProps {
  readonly row: ExpenseRow
  readonly now: EpochMs
  /** Waits for the reader: says what he is to do, and since when. */
  readonly isMine: boolean
  readonly hasVillage: boolean
}

/** One paper in a list: what for, how much, and in whose hands. */
export function ExpenseCard({ row, now, isMine, hasVillage }: ExpenseCardProps) {
  const { id, village, status, purpose, payeeName, amountFen, waiting, mySlots, createdAt } = row
  const about = [hasVillage ? village.name : '', payeeName === '' ? '' : `付给${payeeName}`].filter((part) => part !== '')
  return (
    <Card onPress={() => openExpense(id)} tone={isMine ? 'soon' : 'plain'}>
      <View className={styles.head}>
        <Text className={styles.purpose}>{purpose === '' ? '（还没写用途）' : purpose}</Text>
        <Text className={styles.money}>{formatYuan(amountFen)}</Text>
      </View>
      {about.length > 0 && <View className={styles.quiet}>{about.join(' · ')}</View>}
      {isMine && waiting !== null ? (
        <View className={styles.state}>
          <Tag tone='soon'>{myActWords(mySlots, waiting)}</Tag>
          <Text className={styles.since}>{unbroken(howLong(waiting.sinceAt, now))}</Text>
        </View>
      ) : (
        <View className={styles.state}>
          <Tag>{EXPENSE_STATUS_NAMES[status]}</Tag>
        </View>
      )}
      {!isMine && (
        <View className={styles.quiet}>
          {unbroken(waiting === null ? `${formatNear(createdAt, now)}写的` : waitingWords(waiting, now))}
        </View>
      )}
    </Card>
  )
}
