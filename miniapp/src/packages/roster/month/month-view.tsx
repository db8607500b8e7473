import { useState } from 'react'
import { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro'
import type { Me } from '@huiying/shared/identity'
import { DESK_PX, useIsWide } from '@/platform/use-is-wide'
import { LoadedView } from '@/ui/loaded-view'
import { Empty } from '@/ui/states'
import { ChangesSheet } from './changes-sheet'
import { ClashSheet } from './clash-sheet'
import { DeskMonth } from './desk/desk-month'
import { MonthHead } from './month-head'
import { NewsStrip } from './news-strip'
import { NotesCard } from './notes-card'
import { PhoneMonth } from './phone-month'
import { rightsOf } from './rights'
import { SeatSheet } from './seat-sheet'
import { useMonthDesk } from './use-edits'
import { type Spot } from './month-model'

export interface MonthViewProps {
  readonly me: Me
  readonly month: string
  /** A village's leads see their own alone. */
  readonly onlyVillageId?: string | undefined
  /** Which one to begin with. */
  readonly firstVillageId?: string
  readonly onMonth: (month: string) => void
}

export function MonthView({ me, month, onlyVillageId, firstVillageId, onMonth }: MonthViewProps) {
  const desk = useMonthDesk(month, onlyVillageId)
  const isWide = useIsWide(DESK_PX)
  const [opened, setOpened] = useState<Spot | null>(null)
  const [isLogOpen, setIsLogOpen] = useState(false)
  const [onlyTroubled, setOnlyTroubled] = useState(false)
  usePullDownRefresh(() => void desk.loaded.reload().then(() => stopPullDownRefresh()))
  const { model } = desk
  const rights = rightsOf(me)
  const common = {
    desk, rights, firstVillageId, onlyTroubled, onOnlyTroubled: setOnlyTroubled, onOpen: setOpened,
  }
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
      <LoadedView loaded={desk.loaded}>
        {() =>
          model === null || model.answer.status === null ? (
            <Empty
              icon='calendar-days'
              title='这个月还没有排班'
              note={model?.answer.mayGenerate === true ? '点“自动排班”，几秒钟排好，再慢慢改。' : '街道排好以后，这里就能看到。'}
            />
          ) : (
            <>
              <NotesCard model={model} />
              <NewsStrip desk={desk} />
              {isWide ? <DeskMonth {...common} model={model} /> : <PhoneMonth {...common} model={model} />}
              <SeatSheet
                model={model}
                spot={opened}
                rights={rights}
                onSave={desk.save}
                onClose={() => setOpened(null)}
              />
              <ClashSheet desk={desk} model={model} />
              <ChangesSheet
                month={month}
                villageId={onlyVillageId}
                isOpen={isLogOpen}
                onClose={() => setIsLogOpen(false)}
              />
            </>
          )
        }
      </LoadedView>
    </>
  )
}
