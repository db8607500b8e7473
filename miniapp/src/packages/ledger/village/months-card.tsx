import { Text, View } from '@tarojs/components'
import { monthAfter, monthName, type FinanceAnswer, type Month } from '@huiying/shared/ledger'
import { flowSentence, monthTitle } from '@/features/ledger/words'
import { Turner } from '@/features/roster/turner'
import { aria } from '@/ui/aria'
import { pressHandlers } from '@/ui/button'
import { Card } from '@/ui/card'
import styles from './village.module.scss'

export interface MonthsCardProps {
  /** Oldest first. */
  readonly months: FinanceAnswer['months']
  readonly firstMonth: Month
  readonly lastMonth: Month
  readonly month: Month
  readonly onPick: (month: Month) => void
}

/** A pair of bars a month: in and out, as high as they were; a tap opens the month. */
export function MonthsCard({ months, firstMonth, lastMonth, month, onPick }: MonthsCardProps) {
  const mostFen = Math.max(1, ...months.flatMap(({ flow }) => [flow.inFen, flow.outFen]))
  const back = month > firstMonth ? { label: '上个月', onPress: () => onPick(monthAfter(month, -1)) } : null
  const forward = month < lastMonth ? { label: '下个月', onPress: () => onPick(monthAfter(month, 1)) } : null
  return (
    <Card title='一个月一个月看'>
      <View className={styles.legend}>
        <View className={`${styles.swatch} ${styles.in}`} />
        <Text className={styles.legendWord}>收进</Text>
        <View className={`${styles.swatch} ${styles.out}`} />
        <Text className={styles.legendWord}>付出（带斜纹）</Text>
      </View>
      {/* The newest first, drawn from the right: so it is the one in sight, and the one read first. */}
      <View className={styles.bars} {...aria({ role: 'list', label: '每个月收进和付出' })}>
        {[...months].reverse().map((one) => (
          <View
            key={one.month}
            className={`${styles.bar} ${one.month === month ? styles.chosen : ''}`}
            {...pressHandlers(() => onPick(one.month))}
            {...aria({
              role: 'button',
              label: `${flowSentence(monthTitle(one.month), one.flow)}${one.month === month ? '，正在看这个月' : ''}`,
            })}
          >
            <View className={styles.pair}>
              <View className={`${styles.in} ${styles.stick}`} style={{ height: height(one.flow.inFen, mostFen) }} />
              <View className={`${styles.out} ${styles.stick}`} style={{ height: height(one.flow.outFen, mostFen) }} />
            </View>
            <View className={styles.barName}>{monthName(one.month)}</View>
          </View>
        ))}
      </View>
      <Turner words={monthTitle(month)} back={back} forward={forward} />
    </Card>
  )
}

/** Whatever was, however little, shows a line. */
function height(amountFen: number, mostFen: number): string {
  return amountFen <= 0 ? '0%' : `${Math.max(2, Math.round((amountFen / mostFen) * 100))}%`
}
