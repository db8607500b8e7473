import { type ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import type { EpochMs } from '@huiying/shared/kernel'
import type { BoardRow } from '@huiying/shared/tickets'
import { aria } from '@/ui/aria'
import board from '@/ui/board.module.scss'
import { pressHandlers } from '@/ui/button'
import { Tag } from '@/ui/tag'
import { boardTimeWords } from './board-words'
import { rowWords } from './words'

export interface BoardRowBodyProps {
  readonly row: BoardRow
  readonly isLate: boolean
  readonly now: EpochMs
  /** What a tap does, for those who hear it. */
  readonly hint: string
  /** More of its words than fit beside the others'. */
  readonly isWhole?: boolean
  readonly onPress: () => void
  readonly children?: ReactNode
}

/** Village, words, how late, what waits for the sub-district: the part of a board's row that is tapped. */
export function BoardRowBody({ row, isLate, now, hint, isWhole = false, onPress, children }: BoardRowBodyProps) {
  const words = rowWords({ ...row, photoCount: 0 }, 80)
  return (
    <View
      className={board.cardBody}
      {...pressHandlers(onPress)}
      {...aria({ role: 'button', label: `${row.villageName}${row.isConfidential ? '，不让村里知道' : ''}：${words}。${hint}` })}
    >
      <View className={board.line}>
        <View className={board.where}>
          <Text className={`${board.piece} ${board.place}`}>{row.villageName}</Text>
          {' '}
          {row.isConfidential && <Text className={`${board.piece} ${board.kept}`}>不让村里知道</Text>}
          {' '}
          {!row.isReadThere && <Text className={`${board.piece} ${board.unread}`}>还没人看</Text>}
        </View>
        <Text className={`${board.when} ${isLate ? board.late : board.left}`}>{boardTimeWords(row.dueAt, now)}</Text>
      </View>
      <View className={`${board.words} ${isWhole ? board.wholeWords : ''}`}>{words}</View>
      {children}
      {row.asksForTime && <Tag tone='soon'>想延期，等街道定</Tag>}
      {row.isObjectedTo && <Tag tone='soon'>说不该他们办，等街道定</Tag>}
      {row.departments.length > 0 && <Tag>{`叫了${row.departments.join('、')}，还没办完`}</Tag>}
    </View>
  )
}
