import { View } from '@tarojs/components'
import { DECISION_METHOD_NAMES, type DecisionRow } from '@huiying/shared/expenses'
import { formatYuan } from '@huiying/shared/kernel'
import { dayName } from '@/features/ledger/words'
import { Card } from '@/ui/card'
import { PhotoRow } from '@/ui/photo-row'
import styles from './entry.module.scss'

/** On what a large expense rests: what the village decided, and how much of that money is used. */
export function DecisionCard({ decision }: { readonly decision: DecisionRow }) {
  const { title, method, passedOn, budgetFen, usedFen, presentCount, yesCount, photos } = decision
  return (
    <Card title='村里的决定'>
      <View className={styles.fact}>{title}</View>
      <View className={styles.quiet}>
        {`${passedOn.slice(0, 4)}年${dayName(passedOn)}按“${DECISION_METHOD_NAMES[method]}”定的，到场 ${presentCount} 人，${yesCount} 人同意`}
      </View>
      <View className={styles.quiet}>{`定下 ${formatYuan(budgetFen)}，已经用了 ${formatYuan(usedFen)}`}</View>
      <PhotoRow photos={photos} label='决定的照片' />
    </Card>
  )
}
