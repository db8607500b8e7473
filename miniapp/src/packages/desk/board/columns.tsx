import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { formatTime, MINUTE_MS } from '@huiying/shared/kernel'
import type { BoardAnswer } from '@huiying/shared/tickets'
import { Undelivered } from '@/features/notifications/undelivered'
import { openMonth, openWeek } from '@/features/roster/ways'
import { COLUMN_TITLES, LATE_COLUMNS, LATE_PARTS_TITLE } from '@/features/tickets/board-words'
import { VillageFilter } from '@/features/tickets/village-filter'
import { useNow } from '@/platform/clock'
import { BoardColumn } from '@/ui/board-column'
import { Button } from '@/ui/button'
import { Choice } from '@/ui/choice'
import { toast } from '@/ui/toast'
import type { BoardAddress } from './board-address'
import styles from './board.module.scss'
import { DeskPart } from './desk-part'
import { DeskRow } from './desk-row'
import { KeyHelp } from './key-help'
import { actsOn, actsOnPart, WHY_NOT, type RowActs } from './row-acts'
import { useBoardKeys } from './use-board-keys'
import { useInSight, type Chosen } from './use-in-sight'
import { columnsOf, partsOf, stepInColumns, type ShownColumn, type ShownParts } from './visible'

export interface ColumnsProps {
  readonly board: BoardAnswer
  readonly isLive: boolean
  readonly reload: () => Promise<void>
  readonly address: BoardAddress
  readonly onChange: (part: Partial<BoardAddress>) => void
}

const SHOWN = [
  { value: 'all', words: '全部' },
  { value: 'late', words: '只看超时' },
  { value: 'soon', words: '只看快到时间' },
] as const

export function Columns({ board, isLive, reload, address, onChange }: ColumnsProps) {
  const now = useNow(MINUTE_MS / 2)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const chosenId = chosen?.id ?? null
  const choose = (id: string) => setChosen({ id, isByKey: false })
  useInSight(chosen)
  const [isHelping, setIsHelping] = useState(false)
  const columns = columnsOf(board, address)
  const parts = partsOf(board, address)
  const late = columns.filter(({ key }) => LATE_COLUMNS.includes(key))
  const soon = columns.filter(({ key }) => !LATE_COLUMNS.includes(key))
  const steps = [...late, ...(parts === null ? [] : [parts]), ...soon]
  const step = (down: number, right: number) => {
    const id = stepInColumns(steps, chosenId, down, right)
    setChosen(id === null ? null : { id, isByKey: true })
  }
  const act = (key: keyof RowActs) => () => {
    const row = columns.flatMap(({ rows }) => rows).find(({ id }) => id === chosenId)
    const part = parts?.rows.find(({ id }) => id === chosenId)
    const acts = row !== undefined ? actsOn(row, reload) : part !== undefined ? actsOnPart(part) : null
    if (acts === null) return toast('先按 j 选一件')
    if (key === 'open' || key === 'whistle') return acts[key]()
    const does = acts[key]
    return does === null ? toast(WHY_NOT[key]) : does()
  }
  const column = (one: ShownColumn) => (
    <Column key={one.key} column={one} chosenId={chosenId} now={now} onChoose={choose} reload={reload} />
  )
  useBoardKeys({
    j: () => step(1, 0), ArrowDown: () => step(1, 0), k: () => step(-1, 0), ArrowUp: () => step(-1, 0),
    l: () => step(0, 1), ArrowRight: () => step(0, 1), h: () => step(0, -1), ArrowLeft: () => step(0, -1),
    Enter: act('open'), o: act('order'), c: act('call'), w: act('whistle'), e: act('extension'), r: act('ruling'),
    f: () => onChange({ isWall: true }), '?': () => setIsHelping(!isHelping), Escape: () => setIsHelping(false),
  })
  return (
    <>
      <View className={styles.head}>
        <Text className={styles.place}>{board.subDistrict.name}</Text>
        <Text className={styles.fresh}>
          {isLive ? `${formatTime(board.now)} 更新，有变化自己会更新` : `${formatTime(board.now)} 更新，每 20 秒一次`}
        </Text>
      </View>
      <View className={styles.ways}>
        <Choice label='看哪些' options={SHOWN} value={address.show} onChange={(show) => onChange({ show })} />
        <View className={styles.wayButtons}>
          <Button isSnug icon='calendar-days' onPress={() => openMonth()}>排班</Button>
          <Button isSnug icon='triangle-alert' onPress={openWeek}>本周值班</Button>
          <Button isSnug icon='eye' label='大屏，快捷键 f' onPress={() => onChange({ isWall: true })}>大屏</Button>
          <Button isSnug icon='info' label='快捷键，按问号' onPress={() => setIsHelping(!isHelping)}>快捷键</Button>
        </View>
      </View>
      {isHelping && <KeyHelp />}
      <Undelivered />
      <VillageFilter
        villages={board.villages}
        chosenId={address.villageId}
        onChoose={(villageId) => onChange({ villageId })}
      />
      <View className={styles.columns}>
        {late.map(column)}
        {parts !== null && (
          <Parts parts={parts} chosenId={chosenId} now={now} onChoose={choose} />
        )}
        {soon.map(column)}
      </View>
    </>
  )
}

interface ColumnProps {
  readonly column: ShownColumn
  readonly chosenId: string | null
  readonly now: number
  readonly onChoose: (id: string) => void
  readonly reload: () => Promise<void>
}

function Column({ column: { key, count, rows }, chosenId, now, onChoose, reload }: ColumnProps) {
  const isLate = LATE_COLUMNS.includes(key)
  return (
    <BoardColumn
      className={styles.column}
      title={COLUMN_TITLES[key]}
      count={count}
      isLate={isLate}
      hidden={count - rows.length}
    >
      {rows.map((row) => (
        <DeskRow
          key={row.id}
          row={row}
          isLate={isLate}
          isChosen={row.id === chosenId}
          now={now}
          onChoose={() => onChoose(row.id)}
          acts={actsOn(row, reload)}
        />
      ))}
    </BoardColumn>
  )
}

interface PartsProps extends Omit<ColumnProps, 'column' | 'reload'> {
  readonly parts: ShownParts
}

function Parts({ parts: { count, rows }, chosenId, now, onChoose }: PartsProps) {
  return (
    <BoardColumn
      className={styles.column}
      title={LATE_PARTS_TITLE}
      count={count}
      isLate
      hidden={count - rows.length}
    >
      {rows.map((row) => (
        <DeskPart
          key={row.id}
          row={row}
          isChosen={row.id === chosenId}
          now={now}
          onChoose={() => onChoose(row.id)}
          acts={actsOnPart(row)}
        />
      ))}
    </BoardColumn>
  )
}
