import { View } from '@tarojs/components'
import { EXPENSE_STATUS_NAMES, type ExpenseView } from '@huiying/shared/expenses'
import { capitalsOf, formatYuan } from '@huiying/shared/kernel'
import { waitingWords } from '@/features/expenses/words'
import { Card } from '@/ui/card'
import { Tag, type Tone } from '@/ui/tag'
import { unbroken } from '@/ui/unbroken'
import styles from './paper.module.scss'

const TONES: Readonly<Partial<Record<ExpenseView['status'], Tone>>> = {
  signing: 'soon', approved: 'soon', paid: 'soon', posted: 'ok', published: 'ok', refused: 'late',
}

/** What for and how much, in figures and in capitals as on a cheque; and where it stands. */
export function AmountHead({ expense }: { readonly expense: ExpenseView }) {
  const { content, status, waiting, now, village, ended } = expense
  return (
    <Card>
      <View className={styles.top}>
        <Tag tone={TONES[status] ?? 'plain'}>{EXPENSE_STATUS_NAMES[status]}</Tag>
        <View className={styles.village}>{village.name}</View>
      </View>
      <View className={styles.purpose}>{content.purpose === '' ? '（还没写用途）' : content.purpose}</View>
      <View className={styles.amount}>{formatYuan(content.amountFen)}</View>
      <View className={styles.capitals}>{capitalsOf(content.amountFen)}</View>
      {waiting !== null && <View className={styles.whose}>{unbroken(waitingWords(waiting, now))}</View>}
      {ended !== null && (
        <View className={styles.whose}>
          {`${ended.by?.name ?? ''}${status === 'withdrawn' ? '撤掉了' : '说不办了'}${ended.reason === null ? '' : `：${ended.reason}`}`}
        </View>
      )}
    </Card>
  )
}
