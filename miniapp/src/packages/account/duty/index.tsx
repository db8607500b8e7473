import { useState } from 'react'
import { View } from '@tarojs/components'
import type { DirectoryAnswer } from '@huiying/shared/identity'
import { addDays, chinaDateOf, formatDate } from '@huiying/shared/kernel'
import type { UnitBrief } from '@huiying/shared/villages'
import { leadsVillage, SignedIn } from '@/features/identity'
import { fetchDutyOn, setDuty } from '@/features/identity/api'
import { cadreTitle } from '@/features/tickets/words'
import { serverNow } from '@/platform/clock'
import { sentenceOf } from '@/platform/say'
import { useLoad } from '@/platform/use-load'
import { Card } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { LoadedView } from '@/ui/loaded-view'
import { goBack, Page } from '@/ui/page'
import { NotForYou } from '@/ui/states'
import { toast } from '@/ui/toast'
import { Toggle } from '@/ui/toggle'
import styles from './duty.module.scss'

const DAYS_AHEAD = 7

/** Secretary and director say who sits, day by day. Until the roster comes, this is all of it. */
export default function DutyPage() {
  return (
    <Page title='谁值班'>
      <SignedIn>
        {(me) => {
          const village = leadsVillage(me)
          return village === null ? <NotForYou action={{ words: '返回', onPress: goBack }} /> : <Duty village={village} />
        }}
      </SignedIn>
    </Page>
  )
}

function Duty({ village }: { readonly village: UnitBrief }) {
  const today = chinaDateOf(serverNow())
  const [on, setOn] = useState(today)
  const days = Array.from({ length: DAYS_AHEAD }, (_, ahead) => addDays(today, ahead))
  const duty = useLoad<DirectoryAnswer>(`duty/${village.id}/${on}`, () => fetchDutyOn(village.id, on))
  return (
    <>
      <View className={styles.days}>
        <Choice label='哪一天' options={days.map((day) => ({ value: day, words: formatDate(day, today) }))} value={on} onChange={setOn} />
      </View>
      <LoadedView loaded={duty}>
        {(directory) => <People directory={directory} village={village} on={on} onChanged={duty.replace} />}
      </LoadedView>
    </>
  )
}

interface PeopleProps {
  readonly directory: DirectoryAnswer
  readonly village: UnitBrief
  readonly on: string
  readonly onChanged: (directory: DirectoryAnswer) => void
}

function People({ directory, village, on, onChanged }: PeopleProps) {
  const [isBusy, setIsBusy] = useState(false)
  // Who only stands in because nobody is set counts as not set.
  const sitting = directory.cadres.filter(({ posts }) => posts.some((post) => post.kind === 'on-duty')).map(({ personId }) => personId)
  const toggle = async (personId: string) => {
    if (isBusy) return
    setIsBusy(true)
    try {
      const next = sitting.includes(personId) ? sitting.filter((id) => id !== personId) : [...sitting, personId]
      onChanged(await setDuty(village.id, on, next))
    } catch (error) {
      toast(sentenceOf(error))
    }
    setIsBusy(false)
  }
  return (
    <>
      <Card>
        {directory.cadres.map((cadre) => (
          <Toggle
            key={cadre.personId}
            title={cadre.name}
            note={cadreTitle(cadre)}
            stateWords={['值班', '不值']}
            isOn={sitting.includes(cadre.personId)}
            onChange={() => void toggle(cadre.personId)}
          />
        ))}
      </Card>
      <View className={styles.note}>
        {sitting.length === 0 ? '这天还没有定人。没有定，就算书记值班。' : '改了马上算数。村民说事，值班的人都会知道。'}
      </View>
    </>
  )
}
