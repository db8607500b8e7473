import { Text, View } from '@tarojs/components'
import type { EpochMs } from '@huiying/shared/kernel'
import type { BoardRow } from '@huiying/shared/tickets'
import { BoardRowBody } from '@/features/tickets/board-row-body'
import { boardHistoryWords, boardHolderWords } from '@/features/tickets/board-words'
import board from '@/ui/board.module.scss'
import { Button } from '@/ui/button'
import { unbroken } from '@/ui/unbroken'
import styles from './board.module.scss'
import type { RowActs } from './row-acts'
import { placeOf } from './use-in-sight'

export interface DeskRowProps {
  readonly row: BoardRow
  readonly isLate: boolean
  readonly isChosen: boolean
  readonly now: EpochMs
  readonly onChoose: () => void
  readonly acts: RowActs
}

/** Village, words, how late, who holds it; the chosen one shows what may be done about it. */
export function DeskRow({ row, isLate, isChosen, now, onChoose, acts }: DeskRowProps) {
  return (
    <View
      id={placeOf(row.id)}
      className={`${board.card} ${board.tight} ${isLate ? board.cardLate : ''} ${isChosen ? styles.chosen : ''}`}
    >
      <BoardRowBody
        row={row}
        isLate={isLate}
        now={now}
        hint={isChosen ? '点开看全部' : '点一下，看能做什么'}
        isWhole={isChosen}
        onPress={isChosen ? acts.open : onChoose}
      >
        <View className={board.line}>
          <View className={board.holder}>
            <Text className={board.piece}>{boardHolderWords(row)}</Text>
            {' '}
            {row.holderPhone !== null && <Text className={board.piece}>{row.holderPhone}</Text>}
          </View>
          <Text className={row.orderNumber === null ? board.meta : board.order}>
            {unbroken(boardHistoryWords(row, now))}
          </Text>
        </View>
      </BoardRowBody>
      {isChosen && <Acts row={row} isLate={isLate} acts={acts} />}
    </View>
  )
}

function Acts({ row, isLate, acts }: Pick<DeskRowProps, 'row' | 'isLate' | 'acts'>) {
  return (
    <View className={styles.acts}>
      <Button isSnug label='看全部，快捷键回车' onPress={acts.open}>看全部</Button>
      {isLate && acts.order !== null && (
        <Button isSnug icon='flag' label='督办，快捷键 o' onPress={acts.order}>督办</Button>
      )}
      {acts.call !== null && (
        <Button isSnug icon='phone' label={`打电话 ${row.holderPhone ?? ''}，快捷键 c`} onPress={acts.call}>打电话</Button>
      )}
      <Button isSnug icon='megaphone' label='叫部门来，快捷键 w' onPress={acts.whistle}>叫部门</Button>
      {acts.extension !== null && (
        <Button isSnug icon='clock' label='定延期，快捷键 e' onPress={acts.extension}>定延期</Button>
      )}
      {acts.ruling !== null && (
        <Button isSnug icon='arrow-right-left' label='定由谁办，快捷键 r' onPress={acts.ruling}>定由谁办</Button>
      )}
    </View>
  )
}
