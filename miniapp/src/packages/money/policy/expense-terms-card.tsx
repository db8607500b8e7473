import { useState } from 'react'
import { View } from '@tarojs/components'
import type { ExpensePolicyAnswer } from '@huiying/shared/expenses'
import { fetchExpensePolicy, setExpensePolicy } from '@/features/expenses/ground-api'
import { useAct } from '@/platform/use-act'
import { useLoad } from '@/platform/use-load'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Fault } from '@/ui/fault'
import { Field, Line } from '@/ui/field'
import { LoadedView } from '@/ui/loaded-view'
import { toast } from '@/ui/toast'
import styles from './policy.module.scss'
import { SinceWords } from './since-words'
import { expenseSentences, termsIn, textsOf, type TermsTexts } from './terms-words'

/** From which amounts on who else looks, and cash no more. */
export function ExpenseTermsCard() {
  const loaded = useLoad('expense-policy', fetchExpensePolicy)
  return <LoadedView loaded={loaded}>{(answer) => <Terms answer={answer} onStored={loaded.replace} />}</LoadedView>
}

interface TermsProps {
  readonly answer: ExpensePolicyAnswer
  readonly onStored: (answer: ExpensePolicyAnswer) => void
}

const FIELDS: readonly (readonly [keyof TermsTexts, string, string])[] = [
  ['reviewFrom', '满多少，包村干部要审（元）', ''],
  ['reviewFromOneShoulder', '一肩挑的村，满多少要审（元）', '不能比上面的高'],
  ['decisionFrom', '满多少，要先经村里议过（元）', ''],
  ['cashBelow', '现金只付多少以下的（元）', ''],
  ['addUpDays', '同一家、同一件事，几天以内合起来算', ''],
]

function Terms({ answer, onStored }: TermsProps) {
  const [texts, setTexts] = useState<TermsTexts | null>(null)
  const act = useAct()
  const store = async () => {
    const terms = texts === null ? null : termsIn(texts, answer.terms)
    if (terms === null) return act.complain('有一处没看懂，金额请写成 5000 或 5000.50，天数写整数')
    const isDone = await act.run(async () => onStored(await setExpensePolicy(terms)))
    if (!isDone) return undefined
    setTexts(null)
    toast('存好了，从明天起算')
    return undefined
  }
  return (
    <Card title='村里花钱'>
      {texts === null ? (
        <>
          {expenseSentences(answer.terms).map((sentence) => (
            <View key={sentence} className={styles.sentence}>{sentence}</View>
          ))}
          <SinceWords version={answer.version} firstOn={answer.firstOn} rest='正在办的开支，还按写的时候的规矩。' />
          {answer.mayChange && (
            <Button icon='pencil' label='改花钱的规矩' onPress={() => setTexts(textsOf(answer.terms))}>改规矩</Button>
          )}
        </>
      ) : (
        <>
          {FIELDS.map(([name, title, note]) => (
            <Field key={name} title={title} {...(note === '' ? {} : { note })}>
              <Line
                label={title}
                value={texts[name]}
                keyboard={name === 'addUpDays' ? 'number' : 'digit'}
                maxLength={16}
                onChange={(text) => setTexts({ ...texts, [name]: text })}
              />
            </Field>
          ))}
          <View className={styles.sentence}>从明天起写的开支按新的；正在办的，还按原来的。</View>
          <Fault words={act.fault} />
          <View className={styles.act}>
            <Button look='primary' isMain isBusy={act.isBusy} onPress={() => void store()}>就这样定</Button>
          </View>
          <Button onPress={() => setTexts(null)}>不改了</Button>
        </>
      )}
    </Card>
  )
}
