import { View } from '@tarojs/components'
import { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro'
import type { Me } from '@huiying/shared/identity'
import { chinaDateOf, MINUTE_MS } from '@huiying/shared/kernel'
import type { MyDutyAnswer } from '@huiying/shared/roster'
import { myHandledVillage, openInbox, SignedIn } from '@/features/identity'
import { fetchMyDuty } from '@/features/roster/api'
import { ShiftCard } from '@/features/roster/shift-card'
import { useTakeOver } from '@/features/roster/use-take-over'
import { openBook, openDaySheet, openLeave, openSitting } from '@/features/roster/ways'
import { usePolling } from '@/features/tickets/use-ticket'
import { useNow } from '@/platform/clock'
import { useLoad } from '@/platform/use-load'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { LoadedView } from '@/ui/loaded-view'
import { Page } from '@/ui/page'
import { Coming } from './coming'
import { HandOverNote } from './hand-over-note'
import { Leaves } from './leaves'
import { SwapsAsked, SwapsAsking } from './swaps'
import styles from './mine.module.scss'

/** A cadre's own duty: what waits for his yes, the shift that runs, the days to come. */
export default function MinePage() {
  return (
    <Page title='我的班'>
      <SignedIn>{(me) => <Mine key={me.accountId} me={me} />}</SignedIn>
    </Page>
  )
}

function Mine({ me }: { readonly me: Me }) {
  const duty = useLoad('my-duty', fetchMyDuty)
  usePullDownRefresh(() => void duty.reload().then(() => stopPullDownRefresh()))
  usePolling(duty.reload)
  return (
    <LoadedView loaded={duty}>
      {(answer) => <Duty answer={answer} me={me} onChange={duty.replace} onStale={() => void duty.reload()} />}
    </LoadedView>
  )
}

export interface DutyProps {
  readonly answer: MyDutyAnswer
  readonly me: Me
  readonly onChange: (answer: MyDutyAnswer) => void
  /** What is on the screen may be out of date: fetch it. */
  readonly onStale: () => void
}

function Duty({ answer, me, onChange, onStale }: DutyProps) {
  const now = useNow(MINUTE_MS / 4)
  const today = chinaDateOf(now)
  const taking = useTakeOver({ onTaken: onChange, onRefused: onStale })
  const inbox = myHandledVillage(me) === null ? {} : { onInbox: openInbox }
  const { current, coming } = answer
  // Where he sits now; who only visits has no village of his own.
  const village = current[0]?.village ?? myHandledVillage(me)
  const running = current.find(({ fromAt, toAt }) => fromAt <= now && now < toAt)
  return (
    <>
      <SwapsAsked swaps={answer.asked} today={today} onChange={onChange} onStale={onStale} />
      <View>
        {current.map((slot) => (
          <ShiftCard key={slot.id} slot={slot} now={now} taking={taking} {...inbox} />
        ))}
        {current.length === 0 && <NoShift />}
      </View>
      {taking.question}
      <View>{running !== undefined && <HandOverNote slot={running} onChange={onChange} />}</View>
      <SwapsAsking swaps={answer.asking} today={today} onChange={onChange} onStale={onStale} />
      <Coming slots={coming} today={today} now={now} />
      <Leaves leaves={answer.leaves} myId={me.person?.id ?? ''} onChange={onChange} onStale={onStale} />
      <View className={styles.leave}>
        <Button icon='calendar-days' onPress={() => openLeave()}>
          请几天假
        </Button>
      </View>
      {village !== null && (
        <Card>
          <ListRow
            icon='notebook-pen'
            title='坐班日记'
            note='哪天做了什么，自己记下来了'
            onPress={() => openDaySheet(village.id)}
          />
          <ListRow
            icon='book-open'
            title='两解决'
            note='当场解决的、带到专题会的'
            onPress={() => openBook(village.id)}
          />
          <ListRow icon='users-round' title='谁在村里' onPress={() => openSitting(village.id)} />
        </Card>
      )}
    </>
  )
}

function NoShift() {
  return (
    <Card title='现在不是您的班'>
      <View className={styles.meta}>到了您的班，这里会有“接班”。</View>
    </Card>
  )
}
