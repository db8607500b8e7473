import { useState } from 'react'
import { View } from '@tarojs/components'
import type { LedgerPolicyAnswer, LedgerTerms } from '@huiying/shared/ledger'
import { fetchLedgerPolicy, setLedgerPolicy } from '@/features/expenses/ground-api'
import { useAct } from '@/platform/use-act'
import { useLoad } from '@/platform/use-load'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { NumberChoice } from '@/ui/choice-field'
import { Fault } from '@/ui/fault'
import { LoadedView } from '@/ui/loaded-view'
import { toast } from '@/ui/toast'
import styles from './policy.module.scss'
import { SinceWords } from './since-words'
import { ledgerSentences } from './terms-words'

/** How long a month hangs, and how much may hide under 其他. More openness may be asked for, never less. */
export function LedgerTermsCard() {
  const loaded = useLoad('ledger-policy', fetchLedgerPolicy)
  return <LoadedView loaded={loaded}>{(answer) => <Terms answer={answer} onStored={loaded.replace} />}</LoadedView>
}

interface TermsProps {
  readonly answer: LedgerPolicyAnswer
  readonly onStored: (answer: LedgerPolicyAnswer) => void
}

const DAYS = [7, 10, 15, 30]
const PERCENTS = [5, 4, 3, 2, 1, 0]

function Terms({ answer, onStored }: TermsProps) {
  const [draft, setDraft] = useState<LedgerTerms | null>(null)
  const act = useAct()
  const store = async (terms: LedgerTerms) => {
    const isDone = await act.run(async () => onStored(await setLedgerPolicy(terms)))
    if (!isDone) return
    setDraft(null)
    toast('存好了，从明天起算')
  }
  return (
    <Card title='公开的账'>
      {draft === null ? (
        <>
          {ledgerSentences(answer.terms).map((sentence) => (
            <View key={sentence} className={styles.sentence}>{sentence}</View>
          ))}
          <SinceWords version={answer.version} firstOn={answer.firstOn} rest='已经贴出来的不变。' />
          {answer.maySet && (
            <Button icon='pencil' label='改公开账的规矩' onPress={() => setDraft(answer.terms)}>改规矩</Button>
          )}
        </>
      ) : (
        <>
          <NumberChoice
            title='公示几天'
            note='只能比 7 天长'
            values={DAYS}
            value={draft.noticeDays}
            words={(days) => `${days} 天`}
            onChange={(noticeDays) => setDraft({ ...draft, noticeDays })}
          />
          <NumberChoice
            title='“其他”最多占多少'
            note='只能比 5% 少'
            values={PERCENTS}
            value={draft.otherLimitPercent}
            words={(percent) => `${percent}%`}
            onChange={(otherLimitPercent) => setDraft({ ...draft, otherLimitPercent })}
          />
          <Fault words={act.fault} />
          <View className={styles.act}>
            <Button look='primary' isMain isBusy={act.isBusy} onPress={() => void store(draft)}>就这样定</Button>
          </View>
          <Button onPress={() => setDraft(null)}>不改了</Button>
        </>
      )}
    </Card>
  )
}
