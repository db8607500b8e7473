import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro'
import { addDays, type CalendarDate } from '@huiying/shared/kernel'
import type { RosterWeekAnswer } from '@huiying/shared/roster'
import { SignedIn } from '@/features/identity'
import { fetchWeek } from '@/features/roster/api'
import { Turner } from '@/features/roster/turner'
import { monthOf } from '@/features/roster/words'
import { openMonth } from '@/features/roster/ways'
import { usePolling } from '@/features/tickets/use-ticket'
import { useLoad } from '@/platform/use-load'
import { Button } from '@/ui/button'
import { LoadedView } from '@/ui/loaded-view'
import { Page } from '@/ui/page'
import { Strip } from '@/ui/states'
import { dayWords } from '../month/month-news'
import { headWords } from './head-words'
import { TroubleCard } from './trouble-card'
import styles from './week.module.scss'
import { WeekColumn } from './week-column'
import { VisitCard } from './visit-card'

/** What of a week's duty is not as it should be: nobody planned, nobody came, no leader there yet. */
export default function WeekPage() {
  return (
    <Page title='本周值班' isWide>
      <SignedIn>{(me) => <Week key={me.accountId} />}</SignedIn>
    </Page>
  )
}

function Week() {
  // `null`: the week that runs, whichever that is by now.
  const [fromOn, setFromOn] = useState<CalendarDate | null>(null)
  const week = useLoad(`week/${fromOn ?? ''}`, () => fetchWeek(fromOn ?? undefined))
  usePullDownRefresh(() => void week.reload().then(() => stopPullDownRefresh()))
  usePolling(week.reload)
  return (
    <LoadedView loaded={week}>
      {(answer) => (
        <>
          <Turner
            words={`${dayWords(answer.fromOn)} 到 ${dayWords(answer.toOn)}`}
            back={{ label: '上一周', onPress: () => setFromOn(addDays(answer.fromOn, -7)) }}
            forward={{ label: '下一周', onPress: () => setFromOn(addDays(answer.fromOn, 7)) }}
          />
          <View className={styles.head}>
            <View>
              <Text className={styles.place}>{answer.subDistrict.name}</Text>
              <View className={styles.fresh}>{headWords(answer)}</View>
            </View>
            <View className={styles.headActs}>
              {fromOn !== null && (
                <View className={styles.act}><Button onPress={() => setFromOn(null)}>回到这一周</Button></View>
              )}
              <View className={styles.act}>
                <Button icon='calendar-days' onPress={() => openMonth(monthOf(answer.fromOn))}>看整月排班</Button>
              </View>
            </View>
          </View>
          {answer.status !== 'published' && (
            <Strip icon='info'>
              {answer.status === null ? '这一周还没有排班，先去排好。' : '这一周有的班还没公布，没公布的不算在下面。'}
            </Strip>
          )}
          {answer.holesNextWeek > 0 && (
            <View className={styles.act}>
              <Button icon='chevron-right' onPress={() => setFromOn(addDays(answer.fromOn, 7))}>
                {`${fromOn === null ? '下周' : '接下来一周'}还有 ${answer.holesNextWeek} 个没人`}
              </Button>
            </View>
          )}
          {/* After an order the server tells the week that runs; what is shown may be another. */}
          <Columns answer={answer} onOrdered={week.reload} />
        </>
      )}
    </LoadedView>
  )
}

interface ColumnsProps {
  readonly answer: RosterWeekAnswer
  readonly onOrdered: () => Promise<void>
}

function Columns({ answer, onOrdered }: ColumnsProps) {
  const { holes, absences, visitsOwed, now } = answer
  return (
    <View className={styles.columns}>
      <WeekColumn title='没人值班' rows={holes}>
        {(row) => <TroubleCard key={row.slotId} cause='hole' row={row} now={now} onOrdered={onOrdered} />}
      </WeekColumn>
      <WeekColumn title='没接班' rows={absences}>
        {(row) => <TroubleCard key={row.slotId} cause='absence' row={row} now={now} onOrdered={onOrdered} />}
      </WeekColumn>
      <WeekColumn title='领导还没去' rows={visitsOwed}>
        {(row) => <VisitCard key={row.key} row={row} now={now} onOrdered={onOrdered} />}
      </WeekColumn>
    </View>
  )
}
