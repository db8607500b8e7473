import { View } from '@tarojs/components'
import { formatYuan } from '@huiying/shared/kernel'
import { monthTitle } from '@/features/ledger/words'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import styles from '../keeping.module.scss'
import { amountText } from '../typed'
import { sumsOf } from './entry-value'
import { LinesField } from './lines-field'
import type { PartProps } from './part-props'

/** 公积公益金: what a village has and owes nobody is its members' together. */
const COMMON_FUND = '311'

/** 期初余额: what the village has, what it owes, and whose the rest is. */
export function OpeningFields({ desk, value: { lines }, change }: PartProps) {
  const sums = sumsOf(lines)
  const leftFen = sums?.differenceFen ?? 0
  const takesRest = () => {
    const rest = { account: COMMON_FUND, side: leftFen > 0 ? 'credit' : 'debit', amountText: amountText(Math.abs(leftFen)) } as const
    change({ lines: [...lines.filter((line) => line.account !== '' || line.amountText !== ''), rest] })
  }
  return (
    <Card title='建账那天的家底'>
      <View className={styles.say}>
        {`照旧账或盘点单写，记在${monthTitle(desk.book.firstMonth)}1日。村里有的钱和东西记“借”，欠别人的、属于大家的记“贷”。没有的空着。`}
      </View>
      <LinesField lines={lines} accounts={desk.accounts} onChange={(changed) => change({ lines: changed })} />
      {leftFen !== 0 && !lines.some(({ account }) => account === COMMON_FUND) && (
        <View className={styles.above}>
          <Button icon='scale' onPress={takesRest}>
            {`差的 ${formatYuan(Math.abs(leftFen))} 记到公积公益金`}
          </Button>
        </View>
      )}
    </Card>
  )
}
