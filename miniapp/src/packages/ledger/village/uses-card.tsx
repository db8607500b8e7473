import { useState } from 'react'
import { View } from '@tarojs/components'
import { formatYuan } from '@huiying/shared/kernel'
import { correctionsIn, sharesOf, type FinanceAnswer, type Use } from '@huiying/shared/ledger'
import { iconOfUse } from '@/features/ledger/icon-of-use'
import { isThisYear, shareWords } from '@/features/ledger/words'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { Icon } from '@/ui/icon'
import styles from './village.module.scss'

type Side = 'out' | 'in'
type Span = 'month' | 'year'

/** More pictures than this nobody takes in at once; the rest is a tap away, none is left out. */
const FIRST = 6

export interface UsesCardProps {
  readonly answer: FinanceAnswer
  readonly name: string
}

/** On what, in pictures: the wider the bar, the more of the money. */
export function UsesCard({ answer, name }: UsesCardProps) {
  const [side, setSide] = useState<Side>('out')
  const [span, setSpan] = useState<Span>('month')
  const [showsAll, setShowsAll] = useState(false)
  const uses = (span === 'month' ? answer.uses : answer.yearUses)[side]
  const tiles = sharesOf(uses)
  const year = isThisYear(answer.month, answer.now) ? '今年' : `${answer.month.slice(0, 4)}年`
  return (
    <Card title={side === 'out' ? '钱花在哪里' : '钱从哪里来'}>
      <View className={styles.choices}>
        <Choice
          label='看付出还是收进'
          value={side}
          options={[{ value: 'out', words: '付出的' }, { value: 'in', words: '收进的' }]}
          onChange={setSide}
        />
        <Choice
          label='看多久的'
          value={span}
          options={[{ value: 'month', words: name }, { value: 'year', words: year }]}
          onChange={setSpan}
        />
      </View>
      {tiles.length === 0 && <View className={styles.quiet}>{side === 'out' ? '没有付出过钱。' : '没有收进过钱。'}</View>}
      <View className={styles.tiles} {...aria({ role: 'list', label: side === 'out' ? '钱花在哪里' : '钱从哪里来' })}>
        {tiles.slice(0, showsAll ? tiles.length : FIRST).map((tile) => (
          <Tile key={tile.account} tile={tile} />
        ))}
      </View>
      {!showsAll && tiles.length > FIRST && (
        <Button onPress={() => setShowsAll(true)}>{`还有 ${tiles.length - FIRST} 样，都看看`}</Button>
      )}
      {correctionsIn(uses).map((use) => (
        <View key={use.account} className={styles.quiet}>{`${use.name}：退回的比用的多 ${formatYuan(-use.amountFen)}`}</View>
      ))}
    </Card>
  )
}

function Tile({ tile }: { readonly tile: Use & { readonly perMille: number } }) {
  const { name, amountFen, perMille, account } = tile
  const words = `${name}，${formatYuan(amountFen)}，占 ${shareWords(perMille)}`
  return (
    <View className={styles.cell} {...aria({ role: 'listitem', label: words })}>
      <View className={styles.tile}>
        <View className={styles.tileHead}>
          <Icon name={iconOfUse(account)} size={28} />
          <View className={styles.tileName}>{name}</View>
        </View>
        <View className={styles.tileAmount}>{formatYuan(amountFen)}</View>
        <View className={styles.rail}>
          <View className={styles.fill} style={{ width: `${Math.max(1, Math.round(perMille / 10))}%` }} />
        </View>
        <View className={styles.tileShare}>{`占 ${shareWords(perMille)}`}</View>
      </View>
    </View>
  )
}
