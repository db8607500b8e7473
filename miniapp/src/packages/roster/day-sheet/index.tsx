import { useState } from 'react'
import { View } from '@tarojs/components'
import { stopPullDownRefresh, usePullDownRefresh, useRouter } from '@tarojs/taro'
import type { Me } from '@huiying/shared/identity'
import { addDays, chinaDateOf, isCalendarDate, type CalendarDate } from '@huiying/shared/kernel'
import type { UnitBrief } from '@huiying/shared/villages'
import { myHandledVillages, SignedIn } from '@/features/identity'
import { fetchDaySheet } from '@/features/roster/api'
import { Turner } from '@/features/roster/turner'
import { nearDayTitle } from '@/features/roster/words'
import { serverNow } from '@/platform/clock'
import { useLoad } from '@/platform/use-load'
import { Choice } from '@/ui/choice'
import { LoadedView } from '@/ui/loaded-view'
import { goBack, Page } from '@/ui/page'
import { NotForYou } from '@/ui/states'
import { SheetBody } from './sheet-body'
import styles from './day-sheet.module.scss'

/** 坐班日记: what one did that day in that village. It fills itself; nothing is to be written. */
export default function DaySheetPage() {
  const { village, on, person } = useRouter().params
  return (
    <Page title='坐班日记'>
      <SignedIn>
        {(me) => {
          const villages = myHandledVillages(me)
          const first = village ?? villages[0]?.id
          if (first === undefined) return <NotForYou action={{ words: '返回', onPress: goBack }} />
          const asked = on !== undefined && isCalendarDate(on) ? on : null
          // Of one's own sheets one may turn to another village; somebody else's is the one that was opened.
          const choice = person === undefined && villages.some(({ id }) => id === first) ? villages : []
          const opened = { first, askedOn: asked, villages: choice, personId: person ?? null }
          return <DaySheet key={me.accountId} me={me} {...opened} />
        }}
      </SignedIn>
    </Page>
  )
}

interface DaySheetProps {
  readonly me: Me
  readonly first: string
  readonly askedOn: CalendarDate | null
  readonly villages: readonly UnitBrief[]
  readonly personId: string | null
}

function DaySheet({ me, first, askedOn, villages, personId }: DaySheetProps) {
  const today = chinaDateOf(serverNow())
  const [villageId, setVillageId] = useState(first)
  const [on, setOn] = useState(askedOn ?? today)
  const key = `day-sheet/${villageId}/${on}/${personId ?? me.accountId}`
  const sheet = useLoad(key, () => fetchDaySheet(villageId, on, personId ?? undefined))
  usePullDownRefresh(() => void sheet.reload().then(() => stopPullDownRefresh()))
  return (
    <>
      {villages.length > 1 && (
        <View className={styles.villages}>
          <Choice
            label='哪个村'
            value={villageId}
            options={villages.map(({ id, name }) => ({ value: id, words: name }))}
            onChange={setVillageId}
          />
        </View>
      )}
      <Turner
        words={nearDayTitle(on, today)}
        back={{ label: '前一天', onPress: () => setOn(addDays(on, -1)) }}
        forward={on < today ? { label: '后一天', onPress: () => setOn(addDays(on, 1)) } : null}
      />
      <LoadedView loaded={sheet}>{(answer) => <SheetBody key={key} sheet={answer} />}</LoadedView>
    </>
  )
}
