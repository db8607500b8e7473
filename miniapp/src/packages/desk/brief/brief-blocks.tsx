import { Text, View } from '@tarojs/components'
import { briefBlocks, type BriefBlock, type BriefLine, type FiguresAnswer } from '@huiying/shared/figures'
import { Card } from '@/ui/card'
import { CountButton, type OpenBehind } from '../figures/count-button'
import styles from '../figures/figures.module.scss'

export interface BriefBlocksProps {
  readonly week: FiguresAnswer
  readonly before: FiguresAnswer
  readonly onOpen: OpenBehind
}

/** Four questions side by side, each with one number large; beneath it what it is out of and how it was a week ago. */
export function BriefBlocks({ week, before, onOpen }: BriefBlocksProps) {
  const earlier = briefBlocks(before.total)
  return (
    <View className={`${styles.cards} ${styles.blocks}`}>
      {briefBlocks(week.total).map((block, at) => (
        <View key={block.title} className={styles.cardBox}>
          <Card title={block.title}>
            <View className={styles.big}>{block.main}</View>
            <View className={styles.basis}>{block.basis}</View>
            <View className={`${styles.quiet} ${styles.aboveList}`}>{beforeWords(earlier[at])}</View>
            {block.lines.map((line) => <Line key={line.name} line={line} onOpen={onOpen} />)}
          </Card>
        </View>
      ))}
    </View>
  )
}

interface LineProps {
  readonly line: BriefLine
  readonly onOpen: OpenBehind
}

function Line({ line: { name, count, measure, class: inClass }, onOpen }: LineProps) {
  const isLate = inClass === 'open-late' && count > 0
  return (
    <View className={`${styles.part} ${isLate ? styles.lateCell : ''}`}>
      <Text>{name}</Text>
      <CountButton count={count} label={name} onPress={() => onOpen({ measure, class: inClass })} />
    </View>
  )
}

function beforeWords(block: BriefBlock | undefined): string {
  if (block === undefined || block.rate?.of === 0) return '前一周没有可算的'
  return `前一周 ${block.main}`
}
