import { useState } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { VILLAGE_COMMITTEE_POSTS, type CadreCard, type Me, type PostKind } from '@huiying/shared/identity'
import { addDays, chinaDateOf, type CalendarDate } from '@huiying/shared/kernel'
import { SEAT_NAMES, type LeaveAnswer, type MyDutyAnswer } from '@huiying/shared/roster'
import { bearerOf, leadsVillage, SignedIn } from '@/features/identity'
import { enterLeave, fetchMyDuty } from '@/features/roster/api'
import { DayChoice } from '@/features/roster/day-choice'
import { dayTitle } from '@/features/roster/words'
import { fetchDirectory } from '@/features/tickets/api'
import { cadreTitle } from '@/features/tickets/words'
import { serverNow } from '@/platform/clock'
import { useMe } from '@/platform/session'
import { useAct } from '@/platform/use-act'
import { useLoad } from '@/platform/use-load'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { Fault } from '@/ui/fault'
import { LoadedView } from '@/ui/loaded-view'
import { Page } from '@/ui/page'
import { LeaveDone } from './leave-done'
import styles from './leave.module.scss'

interface LeaveFacts {
  readonly duty: MyDutyAnswer
  /** Whose leave a lead, or staff for a village, may enter, oneself not among them; empty for all others. */
  readonly others: readonly CadreCard[]
}

/** Leave by duty days; who takes over is said at once. */
export default function LeavePage() {
  const me = useMe()
  const asked = useRouter().params['village']
  const facts = useLoad<LeaveFacts>(
    me === null ? null : `leave/${me.accountId}/${asked ?? ''}`, () => loadFacts(me as Me, asked))
  if (me !== null && facts.data !== null) return <Leave me={me} facts={facts.data} />
  return (
    <Page title='请假'>
      <SignedIn>{() => <LoadedView loaded={facts}>{() => null}</LoadedView>}</SignedIn>
    </Page>
  )
}

async function loadFacts(me: Me, askedVillageId: string | undefined): Promise<LeaveFacts> {
  const isStaff = bearerOf(me, ['staff']) !== null
  const villageId = (isStaff ? askedVillageId : undefined) ?? leadsVillage(me)?.id
  const kinds: readonly PostKind[] = isStaff ? [...VILLAGE_COMMITTEE_POSTS, 'stationed-cadre'] : VILLAGE_COMMITTEE_POSTS
  const [duty, directory] = await Promise.all([
    fetchMyDuty(), villageId === undefined ? null : fetchDirectory(villageId),
  ])
  const others = (directory?.cadres ?? []).filter(({ personId, posts }) =>
    personId !== me.person?.id && posts.some(({ kind }) => kinds.includes(kind)))
  return { duty, others }
}

const MYSELF = 'myself'
/** Sixty-two days, the first included. */
const FURTHEST_DAYS = 61

function Leave({ me, facts }: { readonly me: Me; readonly facts: LeaveFacts }) {
  const { duty, others } = facts
  const { from: asked, person: askedPerson } = useRouter().params
  const first = duty.leaveFromOn
  const last = addDays(first, FURTHEST_DAYS)
  const start = asked !== undefined && asked >= first && asked <= last ? asked : first
  const [whose, setWhose] = useState(others.find(({ personId }) => personId === askedPerson)?.personId ?? MYSELF)
  const [fromOn, setFromOn] = useState<CalendarDate>(start)
  const [toOn, setToOn] = useState<CalendarDate>(start)
  const { isBusy, fault, run } = useAct({ isLast: true })
  const [done, setDone] = useState<LeaveAnswer | null>(null)
  const today = chinaDateOf(serverNow())
  const other = others.find(({ personId }) => personId === whose) ?? null
  const dutyNote = noteOfDuty(duty)
  const noteOf = other === null ? { noteOf: dutyNote } : {}

  if (done !== null) return <LeaveDone answer={done} name={other?.name ?? null} />

  const pickFrom = (on: CalendarDate) => {
    setFromOn(on)
    if (toOn < on) setToOn(on)
  }
  const send = () =>
    void run(async () => {
      setDone(await enterLeave({ fromOn, toOn, ...(other === null ? {} : { personId: other.personId }) }))
    })

  return (
    <Page
      title='请假'
      footer={
        <>
          <Fault words={fault} />
          <Button look='primary' isMain icon='check' isBusy={isBusy} onPress={send}>
            {fromOn === toOn ? `${dayTitle(fromOn)} 请假` : `${dayTitle(fromOn)} 到 ${dayTitle(toOn)} 请假`}
          </Button>
        </>
      }
    >
      {others.length > 0 && (
        <Card title='谁请假'>
          <Choice
            label='谁请假'
            value={whose}
            options={[
              { value: MYSELF, words: `${me.person?.name ?? ''}（我）` },
              ...others.map((cadre) => ({ value: cadre.personId, words: cadre.name, note: cadreTitle(cadre) })),
            ]}
            onChange={setWhose}
          />
        </Card>
      )}
      <Card title='从哪天'>
        <DayChoice label='从哪天' value={fromOn} fromOn={first} toOn={last} today={today} {...noteOf} onChange={pickFrom} />
      </Card>
      <Card title='到哪天'>
        <DayChoice key={fromOn} label='到哪天' value={toOn} fromOn={fromOn} toOn={last} today={today} {...noteOf} onChange={setToOn} />
        <View className={styles.note}>为什么请假不用写。{other?.name ?? '您'}的班马上转给能值的人，没回的事一起转，时间不变。</View>
      </Card>
    </Page>
  )
}

/** On which of the days he sits, so that he sees what he passes on. */
function noteOfDuty({ current, coming }: MyDutyAnswer): (on: CalendarDate) => string | undefined {
  const seats = new Map([...current, ...coming].map(({ on, seat }) => [on, SEAT_NAMES[seat]]))
  return (on) => {
    const seat = seats.get(on)
    return seat === undefined ? undefined : `您${seat}`
  }
}
