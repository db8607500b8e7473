import { View } from '@tarojs/components'
import { monthName, type FinanceAnswer } from '@huiying/shared/ledger'
import { flowSentence, isThisYear, monthStatusWords, monthTitle } from '@/features/ledger/words'
import { Card } from '@/ui/card'
import { unbroken } from '@/ui/unbroken'
import { CorrectedCard } from './corrected-card'
import { EntriesCard } from './entries-card'
import { NoticeCard } from './notice-card'
import { UsesCard } from './uses-card'
import styles from './village.module.scss'

export interface MonthPartProps {
  readonly answer: FinanceAnswer
  /** Then its sums stand at the top of the page already. */
  readonly isRunning: boolean
  readonly onChanged: () => Promise<void>
}

/** One month: what it is made of, each entry, what was put right since, and what one may say of it. */
export function MonthPart({ answer, isRunning, onChanged }: MonthPartProps) {
  const { month, monthStatus, flow, yearFlow, now, notice, corrected } = answer
  const name = isThisYear(month, now) ? monthName(month) : monthTitle(month)
  const until = isThisYear(month, now) ? `今年到${name}` : `${month.slice(0, 4)}年到${monthName(month)}`
  return (
    <>
      {notice !== null && <NoticeCard answer={answer} notice={notice} onChanged={onChanged} />}
      <Card title={`${name}的账`}>
        <View className={styles.quiet}>{monthStatusWords(monthStatus)}</View>
        {!isRunning && <View className={styles.sentence}>{unbroken(flowSentence(name, flow))}</View>}
        {!isRunning && <View className={styles.sentence}>{unbroken(flowSentence(until, yearFlow))}</View>}
      </Card>
      {corrected.length > 0 && <CorrectedCard rows={corrected} name={name} />}
      <UsesCard answer={answer} name={name} />
      <EntriesCard answer={answer} name={name} />
    </>
  )
}
