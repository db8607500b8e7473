import { useState } from 'react'
import { View } from '@tarojs/components'
import { DAY_MS, HOUR_MS, isCalendarDate, MINUTE_MS, type CalendarDate } from '@huiying/shared/kernel'
import { DEFAULT_FORGET_MS, DEFAULT_REPORT_IN_MS, type SlaTerms } from '@huiying/shared/sla'
import { Card } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { NumberChoice, type NumberChoiceProps } from '@/ui/choice-field'
import { Field, Line } from '@/ui/field'
import { HoursFields } from './hours-fields'
import styles from './promise.module.scss'
import { dayWords, firstDays, spanWords } from './words'

export interface PromiseFormProps {
  readonly terms: SlaTerms
  readonly firstOn: CalendarDate
  readonly today: CalendarDate
  readonly onTerms: (terms: SlaTerms) => void
  readonly onFirstOn: (on: CalendarDate) => void
}

const RESPONSES = [30 * MINUTE_MS, HOUR_MS, 2 * HOUR_MS, 4 * HOUR_MS]
const REMINDERS = [10 * MINUTE_MS, 15 * MINUTE_MS, 30 * MINUTE_MS, HOUR_MS]
const CLOSURES = [DAY_MS, 2 * DAY_MS, 3 * DAY_MS, 7 * DAY_MS]
const LEADS = [2 * HOUR_MS, 4 * HOUR_MS, 8 * HOUR_MS]
const REPEATS = [12 * HOUR_MS, DAY_MS, 2 * DAY_MS]
const COUNTY = [DAY_MS, 2 * DAY_MS, 3 * DAY_MS]
const REPORTS = [HOUR_MS, 2 * HOUR_MS, 4 * HOUR_MS, DAY_MS]
const SILENCES = [3 * DAY_MS, 5 * DAY_MS, 7 * DAY_MS]
const REJECTIONS = [7 * DAY_MS, 10 * DAY_MS, 15 * DAY_MS]
const FORGETS = [180 * DAY_MS, DEFAULT_FORGET_MS, 2 * DEFAULT_FORGET_MS]

export function PromiseForm({ terms, firstOn, today, onTerms, onFirstOn }: PromiseFormProps) {
  const change = (part: Partial<SlaTerms>) => onTerms({ ...terms, ...part })
  // What hangs on the two promises goes along, so that no choice leaves a rule that cannot be kept.
  const respond = (responseMs: number) =>
    change({ responseMs, reminderMs: terms.reminderMs < responseMs ? terms.reminderMs : halfOf(responseMs) })
  const finish = (closureMs: number) =>
    change({ closureMs, closureWarningMs: closureMs - (terms.closureMs - terms.closureWarningMs) })
  return (
    <>
      <Card title='多久回，多久办完'>
        <Span title='多久之内要有人回' spans={RESPONSES} value={terms.responseMs} onChange={respond} />
        <Span
          title='多久没人回，就提醒全村干部'
          spans={REMINDERS.filter((ms) => ms < terms.responseMs)}
          value={terms.reminderMs}
          onChange={(reminderMs) => change({ reminderMs })}
        />
        <Span title='多久之内要办完' spans={CLOSURES} value={terms.closureMs} onChange={finish} />
        <Span
          title='快到时间，提前多久提醒'
          spans={LEADS}
          value={terms.closureMs - terms.closureWarningMs}
          onChange={(leadMs) => change({ closureWarningMs: terms.closureMs - leadMs })}
        />
      </Card>
      <HoursFields hours={terms.serviceHours} onChange={(serviceHours) => onTerms(withHours(terms, serviceHours))} />
      <Card title='没办完的'>
        <Span
          title='督办单隔多久再发'
          spans={REPEATS}
          value={terms.orderRepeatMs}
          onChange={(orderRepeatMs) => change({ orderRepeatMs })}
        />
        <Span
          title='超时多久，告诉县里'
          spans={COUNTY}
          value={terms.countyMs}
          onChange={(countyMs) => change({ countyMs })}
        />
      </Card>
      <Card title='叫到的部门'>
        <Span
          title='部门叫到以后，多久要到'
          spans={REPORTS}
          value={terms.reportInMs ?? DEFAULT_REPORT_IN_MS}
          onChange={(reportInMs) => change({ reportInMs })}
        />
      </Card>
      <Card title='办结以后'>
        <Span
          title='村民多久不说话，算没有评'
          spans={SILENCES}
          value={terms.silenceMs}
          onChange={(silenceMs) => change({ silenceMs })}
        />
        <Span
          title='多久之内可以说没办好'
          spans={REJECTIONS}
          value={terms.rejectionMs}
          onChange={(rejectionMs) => change({ rejectionMs })}
        />
        <Span
          title='办完多久，抹去是谁说的'
          spans={FORGETS}
          value={terms.forgetMs ?? DEFAULT_FORGET_MS}
          onChange={(forgetMs) => change({ forgetMs })}
        />
      </Card>
      <Card title='哪天起算'>
        <FirstDay firstOn={firstOn} today={today} onChange={onFirstOn} />
      </Card>
    </>
  )
}

type SpanProps = Omit<NumberChoiceProps, 'words' | 'values'> & { readonly spans: readonly number[] }

function Span({ spans, ...rest }: SpanProps) {
  return <NumberChoice values={spans} words={spanWords} {...rest} />
}

interface FirstDayProps {
  readonly firstOn: CalendarDate
  readonly today: CalendarDate
  readonly onChange: (on: CalendarDate) => void
}

function FirstDay({ firstOn, today, onChange }: FirstDayProps) {
  const days = firstDays(today)
  const [text, setText] = useState('')
  const type = (typed: string) => {
    setText(typed)
    if (isCalendarDate(typed.trim()) && typed.trim() > today) onChange(typed.trim())
  }
  const isWrong = text.length >= 10 && (!isCalendarDate(text.trim()) || text.trim() <= today)
  return (
    <Field title='新规矩哪天起算' fault={isWrong ? '请写明天或以后的日子，像 2026-12-01' : null} note='最早从明天起。'>
      <Choice
        label='新规矩哪天起算'
        value={firstOn}
        options={days.map((on) => ({ value: on, words: dayWords(on, today) }))}
        onChange={(on) => {
          setText('')
          onChange(on)
        }}
      />
      <View className={styles.gap} />
      <Line label='别的日子' value={text} placeholder='别的日子，像 2027-01-01' maxLength={10} onChange={type} />
    </Field>
  )
}

function halfOf(ms: number): number {
  return Math.floor(ms / 2 / MINUTE_MS) * MINUTE_MS
}

function withHours({ serviceHours: _old, ...terms }: SlaTerms, hours: SlaTerms['serviceHours']): SlaTerms {
  return hours === undefined ? terms : { ...terms, serviceHours: hours }
}
