import { Text, View } from '@tarojs/components'
import {
  CLASS_NAMES, CLASSES_OF, CLOSURE_PARTS, COUNTED_IN, MEASURE_NAMES, RESPONSE_PARTS, rateWords, responseRate,
  SATISFACTION_PARTS, satisfactionRate, settlementRate,
  type Measure, type Rate, type UnitFigures,
} from '@huiying/shared/figures'
import { Card } from '@/ui/card'
import { CountButton, type OpenBehind } from './count-button'
import styles from './figures.module.scss'

type RatedMeasure = Exclude<Measure, 'state' | 'callback'>

/** The three rates, each with all that it is made of; every number leads to its tickets. */
export function RateCards({ total, onOpen }: { readonly total: UnitFigures; readonly onOpen: OpenBehind }) {
  const cards: readonly { measure: RatedMeasure; rate: Rate; inRate: readonly string[] }[] = [
    {
      measure: 'response', rate: responseRate(total.response),
      inRate: [...RESPONSE_PARTS.good, ...RESPONSE_PARTS.bad],
    },
    { measure: 'closure', rate: settlementRate(total.closure), inRate: [...CLOSURE_PARTS.good, ...CLOSURE_PARTS.bad] },
    {
      measure: 'satisfaction', rate: satisfactionRate(total.satisfaction),
      inRate: [...SATISFACTION_PARTS.good, ...SATISFACTION_PARTS.bad],
    },
  ]
  return (
    <View className={styles.cards}>
      {cards.map(({ measure, rate, inRate }) => (
        <View key={measure} className={styles.cardBox}>
          <Card title={MEASURE_NAMES[measure]}>
            <View className={styles.big}>{rateWords(rate)}</View>
            <View className={`${styles.basis} ${styles.aboveList}`}>{rateSentence(measure, rate)}</View>
            {rate.of > 0 && (
              <Parts measure={measure} total={total} isIn={(one) => inRate.includes(one)} onOpen={onOpen} />
            )}
            <View className={styles.apart}>不算在里面的</View>
            <Parts measure={measure} total={total} isIn={(one) => !inRate.includes(one)} onOpen={onOpen} />
          </Card>
        </View>
      ))}
    </View>
  )
}

function rateSentence(measure: RatedMeasure, { of, good }: Rate): string {
  if (of === 0) return '这段时间还没有'
  if (measure === 'satisfaction') return `评了的 ${of} 件里，满意、基本满意 ${good} 件`
  const unit = COUNTED_IN[measure]
  return `${of} ${unit}里做到 ${good} ${unit}`
}

export interface PartsProps {
  readonly measure: Measure
  readonly total: UnitFigures
  readonly isIn?: (inClass: string) => boolean
  readonly onOpen: OpenBehind
}

/** One line for each class; what there is none of is left out. */
export function Parts({ measure, total, isIn = () => true, onOpen }: PartsProps) {
  const counts: Readonly<Record<string, number>> = total[measure]
  const names: Readonly<Record<string, string>> = CLASS_NAMES[measure]
  const shown = CLASSES_OF[measure].filter((one) => isIn(one) && (counts[one] ?? 0) > 0)
  if (shown.length === 0) return <View className={styles.quiet}>没有</View>
  return (
    <>
      {shown.map((one) => (
        <View key={one} className={styles.part}>
          <Text>{names[one] ?? one}</Text>
          <CountButton
            count={counts[one] ?? 0}
            label={names[one] ?? one}
            unit={COUNTED_IN[measure]}
            onPress={() => onOpen({ measure, class: one })}
          />
        </View>
      ))}
    </>
  )
}
