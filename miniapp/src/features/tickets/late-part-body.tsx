import { Fragment } from 'react'
import { Text, View } from '@tarojs/components'
import type { EpochMs } from '@huiying/shared/kernel'
import type { LatePartRow } from '@huiying/shared/tickets'
import { aria } from '@/ui/aria'
import board from '@/ui/board.module.scss'
import { pressHandlers } from '@/ui/button'
import { boardTimeWords } from './board-words'
import { personWords, rowWords } from './words'

export interface LatePartBodyProps {
  readonly row: LatePartRow
  readonly now: EpochMs
  /** What a tap does, for those who hear it. */
  readonly hint: string
  readonly onPress: () => void
  /** Where no button beside it says it. */
  readonly showsPhone?: boolean
}

/** Which department, how late, what it was called for, and to which matter: the part of the card that is tapped. */
export function LatePartBody({ row, now, hint, onPress, showsPhone = false }: LatePartBodyProps) {
  const late = boardTimeWords(row.reportDueAt, now)
  const words = rowWords({ ...row, photoCount: 0 }, 40)
  return (
    <View
      className={board.cardBody}
      {...pressHandlers(onPress)}
      {...aria({ role: 'button', label: `${row.departmentName}还没到，${late}：${row.task}。${row.villageName}：${words}。${hint}` })}
    >
      <View className={board.line}>
        <Text className={`${board.where} ${board.place}`}>{row.departmentName}</Text>
        <Text className={`${board.when} ${board.late}`}>{late}</Text>
      </View>
      <View className={board.words}>{row.task}</View>
      <View className={board.meta}>{`${row.villageName}：${words}`}</View>
      <View className={board.holder}>
        {officerPieces(row, showsPhone).map((piece) => (
          <Fragment key={piece}>
            <Text className={board.piece}>{piece}</Text>
            {' '}
          </Fragment>
        ))}
      </View>
    </View>
  )
}

/** The department heads the card: the post need not name it again. */
function officerPieces({ officer, officerPhone }: LatePartRow, showsPhone: boolean): readonly string[] {
  if (officer === null) return ['这个部门现在没有人']
  const who = personWords({ ...officer, unitName: '' })
  return showsPhone && officerPhone !== null ? [who, officerPhone] : [who]
}
