import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro'
import { formatTime, MINUTE_MS, type EpochMs } from '@huiying/shared/kernel'
import type { BoardAnswer } from '@huiying/shared/tickets'
import { SignedIn } from '@/features/identity'
import { Undelivered } from '@/features/notifications/undelivered'
import { openMonth, openWeek } from '@/features/roster/ways'
import { fetchBoard } from '@/features/tickets/api'
import { COLUMN_TITLES, LATE_COLUMNS, LATE_PARTS_TITLE } from '@/features/tickets/board-words'
import { usePolling } from '@/features/tickets/use-ticket'
import { VillageFilter } from '@/features/tickets/village-filter'
import { useNow } from '@/platform/clock'
import { useLoad } from '@/platform/use-load'
import { BoardColumn } from '@/ui/board-column'
import { Button } from '@/ui/button'
import { LoadedView } from '@/ui/loaded-view'
import { Page } from '@/ui/page'
import { BoardCard } from './board-card'
import styles from './board.module.scss'
import { LatePartCard } from './late-part-card'

/**
 * Everything that is late in the sub-district, and what will be soon: a desk's width shows it without scrolling
 * sideways.
 */
export default function BoardPage() {
  return (
    <Page title='超时看板' isWide>
      <SignedIn>{(me) => <Board key={me.accountId} />}</SignedIn>
    </Page>
  )
}

function Board() {
  const board = useLoad('board', fetchBoard)
  const [villageId, setVillageId] = useState<string | null>(null)
  usePullDownRefresh(() => void board.reload().then(() => stopPullDownRefresh()))
  usePolling(board.reload)
  return (
    <LoadedView loaded={board}>
      {(answer) => (
        <>
          <View className={styles.head}>
            <Text className={styles.place}>{answer.subDistrict.name}</Text>
            <Text className={styles.fresh}>{formatTime(answer.now)} 更新，每 20 秒一次</Text>
          </View>
          <View className={styles.ways}>
            <View className={styles.way}>
              <Button isSnug icon='calendar-days' onPress={() => openMonth()}>排班</Button>
            </View>
            <View className={styles.way}>
              <Button isSnug icon='triangle-alert' onPress={openWeek}>本周值班</Button>
            </View>
          </View>
          <Undelivered />
          <VillageFilter villages={answer.villages} chosenId={villageId} onChoose={setVillageId} />
          <Columns answer={answer} villageId={villageId} />
        </>
      )}
    </LoadedView>
  )
}

interface ColumnsProps {
  readonly answer: BoardAnswer
  readonly villageId: string | null
}

function Columns({ answer, villageId }: ColumnsProps) {
  const now = useNow(MINUTE_MS / 2)
  const late = answer.columns.filter(({ key }) => LATE_COLUMNS.includes(key))
  const soon = answer.columns.filter(({ key }) => !LATE_COLUMNS.includes(key))
  const column = ({ key, count, rows }: BoardAnswer['columns'][number]) => {
    const shown = villageId === null ? rows : rows.filter((row) => row.villageId === villageId)
    const isLate = LATE_COLUMNS.includes(key)
    return (
      <BoardColumn
        key={key}
        className={styles.column}
        title={COLUMN_TITLES[key]}
        count={villageId === null ? count : shown.length}
        isLate={isLate}
        hidden={villageId === null ? count - rows.length : 0}
      >
        {shown.map((row) => (
          <BoardCard key={row.id} row={row} isLate={isLate} now={now} />
        ))}
      </BoardColumn>
    )
  }
  return (
    <View className={styles.columns}>
      {late.map(column)}
      <LateParts answer={answer} villageId={villageId} now={now} />
      {soon.map(column)}
    </View>
  )
}

function LateParts({ answer: { lateParts }, villageId, now }: ColumnsProps & { readonly now: EpochMs }) {
  const shown = villageId === null ? lateParts.rows : lateParts.rows.filter((row) => row.villageId === villageId)
  if (shown.length === 0) return null
  return (
    <BoardColumn
      className={styles.column}
      title={LATE_PARTS_TITLE}
      count={villageId === null ? lateParts.count : shown.length}
      isLate
      hidden={villageId === null ? lateParts.count - shown.length : 0}
    >
      {shown.map((row) => (
        <LatePartCard key={row.id} row={row} now={now} />
      ))}
    </BoardColumn>
  )
}
