import { useState } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { DECISION_METHOD_NAMES, type DecisionRow, type DecisionsAnswer } from '@huiying/shared/expenses'
import { chinaDateOf, formatDate, formatYuan } from '@huiying/shared/kernel'
import { fetchDecisions, voidDecision } from '@/features/expenses/ground-api'
import { decisionsUrl, myMoneyVillage } from '@/features/expenses/ground-ways'
import { SignedIn } from '@/features/identity'
import { serverNow } from '@/platform/clock'
import { useMe } from '@/platform/session'
import { useAct } from '@/platform/use-act'
import { useLoad } from '@/platform/use-load'
import { Bar } from '@/ui/bar'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Fault } from '@/ui/fault'
import { LoadedView } from '@/ui/loaded-view'
import { goBack, Page } from '@/ui/page'
import { PhotoRow } from '@/ui/photo-row'
import { Empty, NotForYou } from '@/ui/states'
import { ask, toast } from '@/ui/toast'
import { unbroken } from '@/ui/unbroken'
import styles from './decisions.module.scss'
import { budgetWords, votesWords } from './decision-words'
import { RecordSheet } from './record-sheet'

/** What the village has decided, and how much of each budget is left. */
export default function DecisionsPage() {
  const { village } = useRouter().params
  const me = useMe()
  const villageId = village ?? (me === null ? undefined : myMoneyVillage(me)?.id)
  const key = me === null || villageId === undefined ? null : `decisions/${me.accountId}/${villageId}`
  const loaded = useLoad<DecisionsAnswer>(key, () => fetchDecisions(villageId ?? ''))
  const [isWriting, setIsWriting] = useState(false)
  const footer = loaded.data?.mayRecord === true
    ? { footer: <Button look='primary' isMain icon='plus' onPress={() => setIsWriting(true)}>记一件定过的事</Button> }
    : {}
  return (
    <Page title='村里定过的事' {...footer}>
      <SignedIn {...(villageId === undefined ? {} : { backTo: decisionsUrl(villageId) })}>
        {() => villageId === undefined ? <NotForYou action={{ words: '返回', onPress: goBack }} /> : (
          <LoadedView loaded={loaded}>
            {({ decisions, mayRecord }) => (
              <>
                <View className={styles.note}>大笔的钱要先经村里议过。花的钱一笔一笔从这里的预算里减，不能超。</View>
                {decisions.length === 0 && (
                  <Empty icon='landmark' title='还没有记过' {...(mayRecord ? { note: '开会定了，带着会议记录来记。' } : {})} />
                )}
                {decisions.map((row) => (
                  <Decision key={row.id} row={row} mayVoid={mayRecord} onChanged={loaded.replace} />
                ))}
                <RecordSheet
                  villageId={villageId}
                  isOpen={isWriting}
                  onClose={() => setIsWriting(false)}
                  onChanged={loaded.replace}
                />
              </>
            )}
          </LoadedView>
        )}
      </SignedIn>
    </Page>
  )
}

interface DecisionProps {
  readonly row: DecisionRow
  readonly mayVoid: boolean
  readonly onChanged: (answer: DecisionsAnswer) => void
}

function Decision({ row, mayVoid, onChanged }: DecisionProps) {
  const { id, title, method, passedOn, budgetFen, usedFen, photos, isVoided } = row
  const act = useAct()
  const voidIt = async () => {
    const words = '记错了才作废。作废以后，新的、还没批的开支都不能再靠它；已经靠它批了的，还看得到。'
    if (!(await ask({ title: '作废这一件？', words, yes: '作废' }))) return
    const isDone = await act.run(async (key) => onChanged(await voidDecision(id, key)))
    if (isDone) toast('作废了')
  }
  const part = budgetFen === 0 ? 1 : usedFen / budgetFen
  return (
    <Card>
      <View className={`${styles.title} ${isVoided ? styles.voided : ''}`}>{title}</View>
      <View className={styles.quiet}>
        {unbroken(`${DECISION_METHOD_NAMES[method]} · ${formatDate(passedOn, chinaDateOf(serverNow()))} · ${votesWords(row)}`)}
      </View>
      <View className={styles.budget}>{`预算 ${formatYuan(budgetFen)}`}</View>
      {isVoided
        ? <View className={styles.quiet}>已经作废</View>
        : <Bar part={part} tone={usedFen >= budgetFen ? 'soon' : 'ok'} words={budgetWords(row)} />}
      <View className={styles.act}>
        <PhotoRow photos={photos} label='会议记录' />
      </View>
      {mayVoid && !isVoided && (
        <View className={styles.act}>
          <Button icon='circle-x' isBusy={act.isBusy} onPress={() => void voidIt()}>作废</Button>
        </View>
      )}
      <Fault words={act.fault} />
    </Card>
  )
}
