import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Me } from '@huiying/shared/identity'
import { formatDate, chinaDateOf } from '@huiying/shared/kernel'
import { DEFAULT_ROSTER_TERMS, type RosterPolicyAnswer, type RosterTerms } from '@huiying/shared/roster'
import { bearerOf, SignedIn } from '@/features/identity'
import { fetchRosterPolicy, setRosterPolicy } from '@/features/roster/api'
import { serverNow } from '@/platform/clock'
import { useAct } from '@/platform/use-act'
import { useLoad } from '@/platform/use-load'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Fault } from '@/ui/fault'
import { LoadedView } from '@/ui/loaded-view'
import { Page } from '@/ui/page'
import { toast } from '@/ui/toast'
import { CentresCard } from './centres-card'
import styles from './policy.module.scss'
import { TermsForm } from './terms-form'
import { termsSentences, WHY_NO_LOCATION } from './terms-words'

/** The rules that duty goes by, in words; the sub-district's admin may set them. */
export default function PolicyPage() {
  return (
    <Page title='值班规矩'>
      <SignedIn>{(me) => <Policy key={me.accountId} me={me} />}</SignedIn>
    </Page>
  )
}

function Policy({ me }: { readonly me: Me }) {
  const policy = useLoad('roster-policy', fetchRosterPolicy)
  return (
    <LoadedView loaded={policy}>
      {(answer) => <Terms answer={answer} keepsCentres={bearerOf(me, ['staff']) !== null} onStored={policy.replace} />}
    </LoadedView>
  )
}

interface TermsProps {
  readonly answer: RosterPolicyAnswer
  /** Staff says where the villages' service centres stand. */
  readonly keepsCentres: boolean
  readonly onStored: (answer: RosterPolicyAnswer) => void
}

function Terms({ answer, keepsCentres, onStored }: TermsProps) {
  const [draft, setDraft] = useState<RosterTerms | null>(null)
  const { isBusy, fault, run } = useAct()

  const store = (terms: RosterTerms) =>
    void run(async () => {
      onStored(await setRosterPolicy(terms))
      setDraft(null)
      void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
      toast('存好了，从明天起算')
    })

  if (draft !== null) {
    return (
      <>
        <TermsForm terms={draft} onChange={(part) => setDraft({ ...draft, ...part })} />
        <Fault words={fault} />
        <View className={styles.act}>
          <Button look='primary' isMain isBusy={isBusy} onPress={() => store(draft)}>就这样定</Button>
        </View>
        <View className={styles.act}>
          <Button onPress={() => setDraft(DEFAULT_ROSTER_TERMS)}>都用原来的</Button>
        </View>
        <Button onPress={() => setDraft(null)}>不改了</Button>
      </>
    )
  }
  return (
    <>
      <Card title='怎么值班'>
        {termsSentences(answer.terms).map((sentence) => (
          <View key={sentence} className={styles.sentence}>{sentence}</View>
        ))}
        <View className={styles.small}>{sinceWords(answer)}</View>
      </Card>
      <Card title='接班看不看位置'>
        <View className={styles.sentence}>
          {answer.terms.locationCircleM === null ? '不看。接班点一下就行。' : `看。要在村服务中心 ${answer.terms.locationCircleM} 米以内，不愿说也能接班。`}
        </View>
        <View className={styles.small}>{WHY_NO_LOCATION}</View>
      </Card>
      <View>{answer.terms.locationCircleM !== null && keepsCentres && <CentresCard />}</View>
      {answer.maySet ? (
        <Button icon='pencil' onPress={() => setDraft(answer.terms)}>改规矩</Button>
      ) : (
        <View className={styles.small}>要改，请找街道的管理员。</View>
      )}
    </>
  )
}

function sinceWords({ version, firstOn }: RosterPolicyAnswer): string {
  if (version === 0) return '这是原来就有的，还没有改过。'
  return `第 ${version} 次定的，从${formatDate(firstOn, chinaDateOf(serverNow()))}起算；已经排好的月份不变。`
}
