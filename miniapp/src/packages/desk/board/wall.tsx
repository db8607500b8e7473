import { Text, View } from '@tarojs/components'
import { formatTime, MINUTE_MS } from '@huiying/shared/kernel'
import type { BoardAnswer, BoardColumn } from '@huiying/shared/tickets'
import { COLUMN_TITLES, LATE_COLUMNS, LATE_PARTS_TITLE } from '@/features/tickets/board-words'
import { useNow } from '@/platform/clock'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button'
import { useBoardKeys } from './use-board-keys'
import { villageCounts } from './village-counts'
import styles from './wall.module.scss'

export interface WallProps {
  readonly board: BoardAnswer
  readonly isLive: boolean
  readonly onLeave: () => void
}

/** Three lines of villages leave room for larger ones. */
const FEW = 9
/** As many as a screen holds; of more, those without anything late or soon are only counted. */
const MANY = 18

/** For a wall that everybody passes: numbers and villages, no names and no words. Readable from four metres. */
export function Wall({ board, isLive, onLeave }: WallProps) {
  const now = useNow(MINUTE_MS / 2)
  useBoardKeys({ Escape: onLeave, f: onLeave })
  const { columns, lateParts } = board
  const villages = villageCounts(board)
  const shown = villages.length > MANY ? villages.filter(({ late, soon }) => late + soon > 0) : villages
  const number = (key: BoardColumn, begins = false) => (
    <BigNumber
      key={key}
      title={COLUMN_TITLES[key]}
      count={columns.find((column) => column.key === key)?.wallCount ?? 0}
      isLate={LATE_COLUMNS.includes(key)}
      begins={begins}
    />
  )
  return (
    <View className={styles.wall}>
      <View className={styles.head}>
        <Text className={styles.place}>{board.subDistrict.name}</Text>
        <Text className={styles.time}>{formatTime(now)}</Text>
      </View>
      <View className={styles.numbers}>
        {LATE_COLUMNS.map((key) => number(key))}
        {lateParts.count > 0 && <BigNumber title={LATE_PARTS_TITLE} count={lateParts.count} isLate />}
        {columns.filter(({ key }) => !LATE_COLUMNS.includes(key)).map(({ key }, at) => number(key, at === 0))}
      </View>
      <View className={`${styles.villages} ${shown.length > FEW ? '' : styles.few}`}>
        {shown.map(({ id, name, late, soon }) => (
          <View key={id} className={`${styles.village} ${late > 0 ? styles.villageLate : ''}`}>
            <Text className={styles.villageName}>{name}</Text>
            <Text className={late > 0 ? styles.late : soon > 0 ? styles.soon : styles.calm}>
              {late > 0 ? `超时 ${late}` : soon > 0 ? `快到 ${soon}` : '没有'}
            </Text>
          </View>
        ))}
      </View>
      {shown.length < villages.length && (
        <View className={styles.others}>{`其余 ${villages.length - shown.length} 个村，没有超时，也没有快到时间的`}</View>
      )}
      <View className={styles.foot}>
        <Text>{isLive ? '有变化自己会更新' : `${formatTime(board.now)} 更新`}</Text>
        <Button isSnug label='退出大屏，快捷键 Esc' onPress={onLeave}>退出大屏</Button>
      </View>
    </View>
  )
}

interface BigNumberProps {
  readonly title: string
  readonly count: number
  readonly isLate: boolean
  /** The first of what is not late yet. */
  readonly begins?: boolean
}

function BigNumber({ title, count, isLate, begins = false }: BigNumberProps) {
  return (
    <View className={`${styles.number} ${begins ? styles.begins : ''}`} {...aria({ role: 'img', label: `${title} ${count} 件` })}>
      <View className={`${styles.big} ${toneOf(isLate, count)}`}>{count}</View>
      <View className={styles.name}>{title}</View>
    </View>
  )
}

function toneOf(isLate: boolean, count: number): string {
  if (count === 0) return styles.calm ?? ''
  return (isLate ? styles.late : styles.soon) ?? ''
}
