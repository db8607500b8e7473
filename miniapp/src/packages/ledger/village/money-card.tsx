import { View } from '@tarojs/components'
import { formatYuan } from '@huiying/shared/kernel'
import { monthName, type FinanceAnswer } from '@huiying/shared/ledger'
import { flowSentence, moneySentences } from '@/features/ledger/words'
import { Card } from '@/ui/card'
import { unbroken } from '@/ui/unbroken'
import styles from './village.module.scss'

/** The one big number, what it is made of, and what came and went. */
export function MoneyCard({ answer }: { readonly answer: FinanceAnswer }) {
  const { book, money, month, flow, yearFlow, village } = answer
  return (
    <Card>
      <View className={styles.quiet}>{book.name.startsWith(village.name) ? book.name : `${village.name} ${book.name}`}</View>
      <View className={styles.question}>村里还有多少钱</View>
      <View className={styles.number}>{formatYuan(money.totalFen)}</View>
      {moneySentences(money).map((words) => (
        <View key={words} className={styles.sentence}>{inParts(words)}</View>
      ))}
      <View className={styles.flows}>
        <View className={styles.sentence}>{inParts(flowSentence(`${monthName(month)}到现在`, flow))}</View>
        <View className={styles.sentence}>{inParts(flowSentence('今年到现在', yearFlow))}</View>
      </View>
    </Card>
  )
}

/** A part as long as the largest type's line would be cut inside its amount: a zero-width space lets it end earlier. */
function inParts(words: string): string {
  return unbroken(words).replace(/到现在|真正能动/, '$&\u200b')
}
