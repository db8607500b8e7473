import { View } from '@tarojs/components'
import { stopPullDownRefresh, usePullDownRefresh, useRouter } from '@tarojs/taro'
import type { Me } from '@huiying/shared/identity'
import { addDays, chinaDateOf } from '@huiying/shared/kernel'
import type { SittingAnswer } from '@huiying/shared/roster'
import { myVillage, SignedIn, villageOneSpeaksTo } from '@/features/identity'
import { fetchSitting } from '@/features/roster/api'
import { sittingUrl } from '@/features/roster/ways'
import { useLoad } from '@/platform/use-load'
import { LoadedView } from '@/ui/loaded-view'
import { goBack, Page } from '@/ui/page'
import { Empty } from '@/ui/states'
import { DayCard } from './day-card'
import { MonthList } from './month-list'
import { OnDuty } from './on-duty'
import styles from './sitting.module.scss'
import { Visits } from './visits'

/** Who is there for a villager: now, today, tomorrow, and through the month. */
export default function SittingPage() {
  const { village, q } = useRouter().params
  const asked = village ?? villageScanned(q)
  return (
    <Page title='谁在村里'>
      <SignedIn {...(asked === undefined ? {} : { backTo: sittingUrl(asked) })}>
        {(me) => {
          const villageId = asked ?? myVillage(me)?.id ?? null
          if (villageId === null) return <NoVillage />
          return <Sitting key={`${me.accountId}/${villageId}`} villageId={villageId} me={me} />
        }}
      </SignedIn>
    </Page>
  )
}

/** The code on the wall, scanned by WeChat itself: it hands on the whole address, encoded. */
function villageScanned(address: string | undefined): string | undefined {
  return address === undefined ? undefined : /village(?:=|%3D)([\w-]+)/i.exec(address)?.[1]
}

function Sitting({ villageId, me }: { readonly villageId: string; readonly me: Me }) {
  const sitting = useLoad(`sitting/${villageId}`, () => fetchSitting(villageId))
  usePullDownRefresh(() => void sitting.reload().then(() => stopPullDownRefresh()))
  const maySpeak = villageOneSpeaksTo(me)?.id === villageId
  return <LoadedView loaded={sitting}>{(answer) => <Answer answer={answer} maySpeak={maySpeak} />}</LoadedView>
}

function Answer({ answer, maySpeak }: { readonly answer: SittingAnswer; readonly maySpeak: boolean }) {
  const today = chinaDateOf(answer.now)
  const near = answer.days.filter(({ on }) => on === today || on === addDays(today, 1))
  return (
    <>
      <View className={styles.village}>{answer.village.name}</View>
      <OnDuty answer={answer} maySpeak={maySpeak} />
      {answer.hasRoster &&
        near.map((day) => (
          <DayCard key={day.on} day={day} today={today} maySpeak={maySpeak} dutyOn={answer.dutyOn} />
        ))}
      <Visits answer={answer} today={today} maySpeak={maySpeak} />
      {answer.hasRoster && <MonthList days={answer.days} today={today} />}
    </>
  )
}

function NoVillage() {
  return (
    <Empty icon='users-round' title='您还没有在哪个村' note='在哪个村，就能看哪个村谁值班。' action={{ words: '返回', onPress: goBack }} />
  )
}
