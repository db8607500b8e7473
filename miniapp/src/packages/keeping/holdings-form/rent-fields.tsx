import { View } from '@tarojs/components'
import { formatYuan } from '@huiying/shared/kernel'
import { rentSchedule, type RentRhythm } from '@huiying/shared/ledger'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { Field, Line } from '@/ui/field'
import { AmountLine } from '../entry-form/amount-line'
import { DayLine } from '../day-field'
import styles from '../keeping.module.scss'
import { longDay } from '../typed'
import { readContract, type ContractValue } from './holding-value'

const RHYTHMS: readonly { readonly value: RentRhythm; readonly words: string }[] = [
  { value: 'year', words: '一年一交' }, { value: 'quarter', words: '一季一交' }, { value: 'month', words: '一月一交' },
]

export interface RentFieldsProps {
  readonly value: ContractValue
  readonly change: (part: Partial<ContractValue>) => void
}

/** How much, how often, when it is due, and how it rises; the first instalments are read back. */
export function RentFields({ value, change }: RentFieldsProps) {
  const { steps } = value
  const put = (index: number, part: Partial<ContractValue['steps'][number]>) =>
    change({ steps: steps.map((step, at) => (at === index ? { ...step, ...part } : step)) })
  return (
    <Card title='租金、承包费'>
      <Field title='多久交一次'>
        <Choice label='多久交一次' value={value.rhythm} options={RHYTHMS} onChange={(rhythm) => change({ rhythm })} />
      </Field>
      <AmountLine title='每期多少钱（元）' text={value.rentText} onChange={(rentText) => change({ rentText })} />
      <Field title='先交还是后交'>
        <Choice
          label='先交还是后交'
          value={value.isInAdvance ? 'before' : 'after'}
          options={[{ value: 'before', words: '先交钱再用' }, { value: 'after', words: '用完一期再交' }]}
          onChange={(when) => change({ isInAdvance: when === 'before' })}
        />
      </Field>
      <Field title='宽限几天' note={value.isInAdvance ? '每期开始以后，几天内交不算欠' : '每期结束以后，几天内交不算欠'}>
        <Line label='宽限几天' value={value.dueText} keyboard='number' maxLength={3} onChange={(dueText) => change({ dueText })} />
      </Field>
      {steps.map((step, index) => (
        <View key={index} className={styles.line}>
          <DayLine
            title={`第 ${index + 1} 次涨租，从哪天起`}
            text={step.fromText}
            onChange={(fromText) => put(index, { fromText })}
          />
          <AmountLine title='涨到每期多少（元）' text={step.amountText} onChange={(amountText) => put(index, { amountText })} />
          <Button icon='trash-2' onPress={() => change({ steps: steps.filter((_step, at) => at !== index) })}>去掉这次</Button>
        </View>
      ))}
      <Button icon='plus' onPress={() => change({ steps: [...steps, { fromText: '', amountText: '' }] })}>约定了以后涨租</Button>
      <View className={`${styles.quiet} ${styles.above}`}>{scheduleWords(value)}</View>
    </Card>
  )
}

/** So many are read back: enough to see whether the rhythm is meant so. */
const SHOWN = 3

/** "一共 5 期。第 1 期 ¥12,000.00，2026年1月31日前交；…" */
export function scheduleWords(value: ContractValue): string {
  // Names are not needed to reckon.
  const read = readContract({ ...value, holdingId: 'x', title: 'x', tenant: 'x' })
  if (!('body' in read)) return '写好日期和租金，这里会算出每期哪天前交多少。'
  const schedule = rentSchedule(read.body)
  const first = schedule.slice(0, SHOWN)
    .map(({ number, amountFen, dueOn }) => `第 ${number} 期 ${formatYuan(amountFen)}，${longDay(dueOn)}前交`)
  return `一共 ${schedule.length} 期。${first.join('；')}${schedule.length > SHOWN ? '……' : '。'}`
}
