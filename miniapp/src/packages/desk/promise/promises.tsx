import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { chinaDateOf } from '@huiying/shared/kernel'
import { DEFAULT_SLA_TERMS, type PromiseAnswer, type SlaTerms } from '@huiying/shared/sla'
import { fetchPromiseTerms, setPromiseTerms } from '@/features/promise/api'
import { useAct } from '@/platform/use-act'
import { useLoad } from '@/platform/use-load'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Fault } from '@/ui/fault'
import { LoadedView } from '@/ui/loaded-view'
import { toast } from '@/ui/toast'
import { PolicyCard } from './policy-card'
import { PromiseEditor } from './promise-editor'
import styles from './promise.module.scss'
import { changedSentences, dayWords } from './words'

export function Promises() {
  const loaded = useLoad('promise-terms', fetchPromiseTerms)
  return <LoadedView loaded={loaded}>{(answer) => <Terms answer={answer} onStored={loaded.replace} />}</LoadedView>
}

interface TermsProps {
  readonly answer: PromiseAnswer
  readonly onStored: (answer: PromiseAnswer) => void
}

function Terms({ answer, onStored }: TermsProps) {
  const [isEditing, setIsEditing] = useState(false)
  const { isBusy, fault, forget, run } = useAct()
  const today = chinaDateOf(answer.now)

  const store = (firstOn: string, terms: SlaTerms) =>
    void run(async () => {
      const isHandbooks = JSON.stringify(terms) === JSON.stringify(DEFAULT_SLA_TERMS)
      const body = { firstOn, terms: isHandbooks ? null : terms, basedOnVersion: answer.latestVersion }
      onStored(await setPromiseTerms(body))
      setIsEditing(false)
      void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
      toast(`存好了，从${dayWords(firstOn, today)}起算`)
    })

  if (isEditing) {
    return (
      <PromiseEditor
        answer={answer}
        fault={fault}
        isBusy={isBusy}
        onStore={store}
        onLeave={() => {
          forget()
          setIsEditing(false)
        }}
      />
    )
  }
  const { inForce, planned, past, replaced, maySet } = answer
  return (
    <View className={styles.columns}>
      <View className={styles.column}>
        <PolicyCard title={`${answer.subDistrictName}：现在的规矩`} policy={inForce} now={answer.now} />
        {maySet ? (
          <Button look='primary' isMain icon='pencil' onPress={() => setIsEditing(true)}>改规矩</Button>
        ) : (
          <View className={styles.small}>要改，请找街道的工作人员或管理员。</View>
        )}
        <Fault words={fault} />
      </View>
      <View className={styles.column}>
        {planned.map((policy, index) => (
          <PolicyCard
            key={policy.version}
            title={plannedTitle(answer, index)}
            policy={policy}
            now={answer.now}
            before={heldBefore(answer, index)}
          >
            {maySet && changesAt(answer, index) && (
              <Button
                isBusy={isBusy}
                label={`${dayWords(policy.firstOn, today)}的不改了`}
                onPress={() => store(policy.firstOn, heldBefore(answer, index))}
              >
                这次不改了
              </Button>
            )}
          </PolicyCard>
        ))}
        {past.map((policy) => (
          <PolicyCard key={policy.version} title='以前的' policy={policy} now={answer.now} />
        ))}
        {replaced.map((policy) => (
          <PolicyCard key={policy.version} title='没有用上，同一天另定了' policy={policy} now={answer.now} />
        ))}
        {planned.length === 0 && past.length === 0 && (
          <Card>
            <View className={styles.small}>定过的每一次，都留在这里：谁定的，哪天起算，写了什么。</View>
          </Card>
        )}
      </View>
    </View>
  )
}

/** A plan is taken back by what would hold on its day without it. */
function heldBefore({ inForce, planned }: PromiseAnswer, index: number): SlaTerms {
  return (planned[index - 1] ?? inForce).terms
}

/** One that was taken back changes nothing. */
function changesAt(answer: PromiseAnswer, index: number): boolean {
  const policy = answer.planned[index]
  return policy !== undefined && changedSentences(heldBefore(answer, index), policy.terms).length > 0
}

function plannedTitle(answer: PromiseAnswer, index: number): string {
  return changesAt(answer, index) ? '已经定了，还没开始' : '不改了，那天起照旧'
}
