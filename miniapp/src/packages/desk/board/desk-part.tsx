import { View } from '@tarojs/components'
import type { EpochMs } from '@huiying/shared/kernel'
import type { LatePartRow } from '@huiying/shared/tickets'
import { LatePartBody } from '@/features/tickets/late-part-body'
import board from '@/ui/board.module.scss'
import { Button } from '@/ui/button'
import styles from './board.module.scss'
import type { RowActs } from './row-acts'
import { placeOf } from './use-in-sight'

export interface DeskPartProps {
  readonly row: LatePartRow
  readonly isChosen: boolean
  readonly now: EpochMs
  readonly onChoose: () => void
  readonly acts: RowActs
}

/** A department that has not come; the chosen one shows what may be done about it. */
export function DeskPart({ row, isChosen, now, onChoose, acts }: DeskPartProps) {
  return (
    <View
      id={placeOf(row.id)}
      className={`${board.card} ${board.tight} ${board.cardLate} ${isChosen ? styles.chosen : ''}`}
    >
      <LatePartBody
        row={row}
        now={now}
        hint={isChosen ? '点开看全部' : '点一下，看能做什么'}
        onPress={isChosen ? acts.open : onChoose}
        showsPhone
      />
      {isChosen && (
        <View className={styles.acts}>
          <Button isSnug label='看全部，快捷键回车' onPress={acts.open}>看全部</Button>
          {acts.call !== null && (
            <Button isSnug icon='phone' label={`打电话 ${row.officerPhone ?? ''}，快捷键 c`} onPress={acts.call}>打电话</Button>
          )}
          <Button isSnug icon='megaphone' label='叫别的部门，快捷键 w' onPress={acts.whistle}>叫别的部门</Button>
        </View>
      )}
    </View>
  )
}
