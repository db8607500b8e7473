import { useState } from 'react'
import { View } from '@tarojs/components'
import { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro'
import type { Me } from '@huiying/shared/identity'
import { isMonthOver, type RosterMonthAnswer } from '@huiying/shared/roster'
import { openCalendar } from '@/features/roster/ways'
import { serverNow } from '@/platform/clock'
import { sentenceOf } from '@/platform/say'
import { DESK_PX, useIsWide } from '@/platform/use-is-wide'
import { LoadedView } from '@/ui/loaded-view'
import { Empty } from '@/ui/states'
import { AskFirst, useAskFirst } from './ask-first'
import { ChangesSheet } from './changes-sheet'
import { ClashSheet } from './clash-sheet'
import { DeskMonth } from './desk/desk-month'
import { MonthHead } from './month-head'
import type { Spot } from './month-model'
import { MonthNotice } from './month-notice'
import { NotesCard } from './notes-card'
import { PhoneMonth } from './phone-month'
import { rightsOf } from './rights'
import { SeatSheet } from './seat-sheet'
import { useMonthDesk } from './use-edits'
import type { MonthViewParts } from './view-props'

export interface MonthViewProps {
  readonly me: Me
  readonly month: string
  /** A village's leads see their own alone. */
  readonly onlyVillageId?: string | undefined
  /** Which one to begin with. */
  readonly firstVillageId?: string | undefined
  readonly onMonth: (month: string) => void
}

export function MonthView({ me, month, onlyVillageId, firstVillageId, onMonth }: MonthViewProps) {
  const desk = useMonthDesk(month, onlyVillageId)
  const [isLogOpen, setIsLogOpen] = useState(false)
  const [onlyTroubled, setOnlyTroubled] = useState(false)
  usePullDownRefresh(() => void desk.loaded.reload().then(() => stopPullDownRefresh()))
  const { error, data } = desk.loaded
  const isYearUnknown = data === null && error?.code === 'calendar.year-unknown'
  return (
    <>
      <MonthHead
        me={me}
        month={month}
        villageId={onlyVillageId}
        desk={desk}
        onMonth={onMonth}
        onLog={() => setIsLogOpen(true)}
        onFillHoles={() => setOnlyTroubled(true)}
      />
      <View>
        {isYearUnknown ? (
          <Empty icon='calendar-days' title={sentenceOf(error)} action={{ words: '看放假安排', onPress: openCalendar }} />
        ) : (
          <LoadedView loaded={desk.loaded}>
            {() => (
              <MonthBody
                desk={desk}
                rights={rightsOf(me)}
                firstVillageId={firstVillageId}
                onlyTroubled={onlyTroubled}
                onOnlyTroubled={setOnlyTroubled}
              />
            )}
          </LoadedView>
        )}
      </View>
      <View>
        <ChangesSheet month={month} villageId={onlyVillageId} isOpen={isLogOpen} onClose={() => setIsLogOpen(false)} />
      </View>
    </>
  )
}

/** The month itself: as a grid where there is room, else day by day. */
function MonthBody({ desk, rights, ...rest }: Omit<MonthViewParts, 'model' | 'onOpen' | 'onSave'>) {
  const isWide = useIsWide(DESK_PX)
  const [opened, setOpened] = useState<Spot | null>(null)
  const { model } = desk
  const asking = useAskFirst(model, desk.save)
  if (model === null || model.answer.status === null) return <NoMonth answer={model?.answer ?? null} />
  const parts = { desk, model, rights, ...rest, onSave: asking.save, onOpen: setOpened }
  return (
    <>
      <View><NotesCard model={model} /></View>
      <View>
        {process.env.TARO_ENV === 'h5' && isWide ? <DeskMonth {...parts} /> : <PhoneMonth {...parts} />}
      </View>
      <View>
        <SeatSheet model={model} spot={opened} rights={rights} onSave={asking.save} onClose={() => setOpened(null)} />
        <AskFirst asking={asking} />
        <ClashSheet desk={desk} model={model} />
        <MonthNotice desk={desk} />
      </View>
    </>
  )
}

function NoMonth({ answer }: { readonly answer: RosterMonthAnswer | null }) {
  if (answer !== null && isMonthOver(answer.month, answer.terms, serverNow())) {
    return <Empty icon='calendar-days' title='这个月已经过完，没有排过班' />
  }
  const note = answer?.mayGenerate === true ? '点“自动排班”，几秒钟排好，再慢慢改。' : '街道排好以后，这里就能看到。'
  return <Empty icon='calendar-days' title='这个月还没有排班' note={note} />
}
