import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro'
import { HOW_COUNTED, raisedIn, weekOf, type FiguresAnswer } from '@huiying/shared/figures'
import { addDays, chinaDateOf, formatDate, formatDateTime, type CalendarDate } from '@huiying/shared/kernel'
import { SignedIn } from '@/features/identity'
import { fetchFigures } from '@/features/figures/api'
import { BRIEF_URL, openFigureTickets } from '@/features/figures/ways'
import { Turner } from '@/features/roster/turner'
import { serverNow } from '@/platform/clock'
import { useLoad } from '@/platform/use-load'
import { Card } from '@/ui/card'
import { LoadedView } from '@/ui/loaded-view'
import { Page } from '@/ui/page'
import type { Behind } from '../figures/count-button'
import { Download } from '../figures/download'
import styles from '../figures/figures.module.scss'
import { Older } from '../figures/older'
import { TopicTable, UnitTable } from '../figures/unit-table'
import { BriefBlocks } from './brief-blocks'

/** A week for those who decide: what was raised, how it went on, what is still owed; beside it the week before. */
export default function BriefPage() {
  return (
    <Page title='一周简报' isWide>
      <SignedIn backTo={BRIEF_URL}>{(me) => <Brief key={me.accountId} />}</SignedIn>
    </Page>
  )
}

interface TwoWeeks {
  readonly week: FiguresAnswer
  readonly before: FiguresAnswer
}

function Brief() {
  const running = weekOf(chinaDateOf(serverNow())).fromOn
  // On a Monday one reads of the week that is over.
  const [fromOn, setFromOn] = useState<CalendarDate>(addDays(running, -7))
  const loaded = useLoad(`brief/${fromOn}`, async (): Promise<TwoWeeks> => {
    const [week, before] = await Promise.all([fetchFigures(weekOf(fromOn)), fetchFigures(weekOf(addDays(fromOn, -7)))])
    return { week, before }
  })
  usePullDownRefresh(() => void loaded.reload().then(() => stopPullDownRefresh()))
  return (
    <View className={styles.page}>
      <Turner
        words={`${dayWords(fromOn)}到${dayWords(addDays(fromOn, 6))}${fromOn === running ? '（这一周还没过完）' : ''}`}
        back={{ label: '上一周', onPress: () => setFromOn(addDays(fromOn, -7)) }}
        forward={fromOn < running ? { label: '下一周', onPress: () => setFromOn(addDays(fromOn, 7)) } : null}
      />
      <LoadedView loaded={loaded}>{(weeks) => <Sheet {...weeks} />}</LoadedView>
    </View>
  )
}

function Sheet({ week, before }: TwoWeeks) {
  const { subDistrict, total, older, now, fromOn, toOn } = week
  const open = (behind: Behind): void => openFigureTickets({ ...behind, fromOn, toOn })
  return (
    <>
      <View className={styles.bar}>
        <View>
          <Text className={styles.place}>{subDistrict.name}</Text>
          <View className={styles.quiet}>{`截至${formatDateTime(now)}`}</View>
        </View>
        <View className={styles.acts}><View className={styles.act}><Download answer={week} /></View></View>
      </View>
      <BriefBlocks week={week} before={before} onOpen={open} />
      <UnitTable answer={week} onOpen={open} />
      <TopicTable answer={week} onOpen={open} />
      <Card title='以前提的，还没办完'>
        <Older older={older} onOpen={(inClass) => open({ measure: 'state', class: inClass, isOlder: '1' })} />
      </Card>
      {raisedIn(total.state) > 0 && (
        <Card title='怎么算的'>
          {HOW_COUNTED.map((sentence) => <View key={sentence} className={styles.how}>{sentence}</View>)}
        </Card>
      )}
    </>
  )
}

/** "11月16日 周一", as it is said; of another year with its year. */
function dayWords(on: CalendarDate): string {
  const year = on.slice(0, 4)
  const plain = formatDate(on, addDays(on, 7))
  return chinaDateOf(serverNow()).startsWith(year) ? plain : `${year}年${plain}`
}
