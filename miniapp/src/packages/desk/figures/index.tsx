import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { stopPullDownRefresh, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { HOW_COUNTED, raisedIn, type FiguresAnswer } from '@huiying/shared/figures'
import { chinaDateOf } from '@huiying/shared/kernel'
import { SignedIn } from '@/features/identity'
import { fetchFigures, type FigurePeriod } from '@/features/figures/api'
import { figuresUrl, openBrief, openCallbacks, openFigureTickets } from '@/features/figures/ways'
import { serverNow } from '@/platform/clock'
import { keepUrl } from '@/platform/keep-url'
import { useLoad } from '@/platform/use-load'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { LoadedView } from '@/ui/loaded-view'
import { Page } from '@/ui/page'
import type { Behind } from './count-button'
import { Download } from './download'
import styles from './figures.module.scss'
import { Older } from './older'
import { nameOf, PERIOD_NAMES, periodIn, periodNamed, raisedWords, type PeriodName } from './periods'
import { Parts, RateCards } from './rate-cards'
import { TopicTable, UnitTable } from './unit-table'

/** How the promises were kept, unit by unit; behind every number its tickets. */
export default function FiguresPage() {
  const asked = periodIn(useRouter().params)
  return (
    <Page title='数字' isWide>
      <SignedIn backTo={figuresUrl(asked ?? undefined)}>
        {(me) => <Figures key={me.accountId} asked={asked} />}
      </SignedIn>
    </Page>
  )
}

function Figures({ asked }: { readonly asked: FigurePeriod | null }) {
  const today = chinaDateOf(serverNow())
  const [period, setPeriod] = useState<FigurePeriod>(asked ?? periodNamed('本周', today))
  const choose = (name: PeriodName): void => {
    const chosen = periodNamed(name, today)
    setPeriod(chosen)
    keepUrl(figuresUrl(chosen))
  }
  const loaded = useLoad(`figures/${period.fromOn}/${period.toOn}`, () => fetchFigures(period))
  usePullDownRefresh(() => void loaded.reload().then(() => stopPullDownRefresh()))
  return (
    <View className={styles.page}>
      <Choice
        label='哪段时间提的'
        value={nameOf(period, today)}
        options={PERIOD_NAMES.map((name) => ({ value: name, words: name }))}
        onChange={choose}
      />
      <LoadedView loaded={loaded}>{(answer) => <Answer answer={answer} />}</LoadedView>
    </View>
  )
}

function Answer({ answer }: { readonly answer: FiguresAnswer }) {
  const { subDistrict, fromOn, toOn, now, total, older } = answer
  const today = chinaDateOf(now)
  const open = (behind: Behind): void => openFigureTickets({ ...behind, fromOn, toOn })
  return (
    <>
      <View className={styles.bar}>
        <View>
          <Text className={styles.place}>{subDistrict.name}</Text>
          <View className={styles.quiet}>
            {`${raisedWords(answer, today)} ${raisedIn(total.state)} 件，现在的样子`}
          </View>
        </View>
        <View className={styles.acts}>
          <View className={styles.act}><Button isSnug icon='file-text' onPress={openBrief}>一周简报</Button></View>
          <View className={styles.act}><Button isSnug icon='phone' onPress={openCallbacks}>回访</Button></View>
          <View className={styles.act}><Download answer={answer} /></View>
        </View>
      </View>
      <RateCards total={total} onOpen={open} />
      <UnitTable answer={answer} onOpen={open} />
      <TopicTable answer={answer} onOpen={open} />
      <Card title='以前提的，还没办完'>
        <Older older={older} onOpen={(inClass) => open({ measure: 'state', class: inClass, isOlder: '1' })} />
      </Card>
      <Card title='回访'>
        <View className={`${styles.quiet} ${styles.aboveList}`}>
          {`每一百件抽 ${answer.sharePermille / 10} 件。抽中谁，一提出来就定了，办完才看得到。`}
        </View>
        <Parts measure='callback' total={total} onOpen={open} />
      </Card>
      <Card title='怎么算的'>
        {HOW_COUNTED.map((sentence) => <View key={sentence} className={styles.how}>{sentence}</View>)}
      </Card>
    </>
  )
}
