import { useState } from 'react'
import { MINUTE_MS } from '@huiying/shared/kernel'
import type { RosterTerms } from '@huiying/shared/roster'
import { Card } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { Field, Line } from '@/ui/field'
import { Toggle } from '@/ui/toggle'
import { clockWords, minuteOf, WHY_NO_LOCATION } from './terms-words'

export interface TermsFormProps {
  readonly terms: RosterTerms
  readonly onChange: (part: Partial<RosterTerms>) => void
}

const WEEKDAYS = [1, 2, 3, 4, 5].map((value) => ({ value, words: `周${'日一二三四五'.charAt(value)}` }))
const ABSENT_MINUTES = [15, 30, 45, 60].map((value) => ({ value, words: `${value} 分钟` }))
const VISITS = [0, 1, 2, 4].map((value) => ({ value, words: value === 0 ? '不安排' : `${value} 次` }))
const CIRCLES = [100, 200, 500, 1_000].map((value) => ({ value, words: `${value} 米` }))

// Where a circle is first drawn: a village's service centre with its yard.
const FIRST_CIRCLE_M = 200

export function TermsForm({ terms, onChange }: TermsFormProps) {
  return (
    <>
      <Card>
        <Clock title='每天几点交接班' minute={terms.handOverMinute} onChange={(handOverMinute) => onChange({ handOverMinute })} />
        <Clock title='坐班几点开始' minute={terms.visitFromMinute} onChange={(visitFromMinute) => onChange({ visitFromMinute })} />
        <Clock title='坐班几点结束' minute={terms.visitToMinute} onChange={(visitToMinute) => onChange({ visitToMinute })} />
        <Field title='多久没接班算缺'>
          <Choice
            label='多久没接班算缺'
            options={withOwn(ABSENT_MINUTES, terms.absentAfterMs / MINUTE_MS, '分钟')}
            value={terms.absentAfterMs / MINUTE_MS}
            onChange={(minutes) => onChange({ absentAfterMs: minutes * MINUTE_MS })}
          />
        </Field>
        <Field title='包村干部一般哪天来' note='包几个村的，往后一天排一个村。'>
          <Choice
            label='包村干部一般哪天来'
            options={WEEKDAYS}
            value={terms.stationedWeekday}
            onChange={(stationedWeekday) => onChange({ stationedWeekday })}
          />
        </Field>
        <Field title='重点村，领导一个月去几次'>
          <Choice
            label='重点村，领导一个月去几次'
            options={withOwn(VISITS, terms.leaderVisits, '次')}
            value={terms.leaderVisits}
            onChange={(leaderVisits) => onChange({ leaderVisits })}
          />
        </Field>
      </Card>
      <Card>
        <Toggle
          title='接班时看位置'
          note={WHY_NO_LOCATION}
          isOn={terms.locationCircleM !== null}
          stateWords={['看', '不看']}
          onChange={(isOn) => onChange({ locationCircleM: isOn ? FIRST_CIRCLE_M : null })}
        />
        {terms.locationCircleM !== null && (
          <Field title='离村服务中心多远以内'>
            <Choice
              label='离村服务中心多远以内'
              options={withOwn(CIRCLES, terms.locationCircleM, '米')}
              value={terms.locationCircleM}
              onChange={(locationCircleM) => onChange({ locationCircleM })}
            />
          </Field>
        )}
      </Card>
    </>
  )
}

interface ClockProps {
  readonly title: string
  readonly minute: number
  readonly onChange: (minute: number) => void
}

/** A time of the day, written as people write it. What is not one yet is kept as typed and said. */
function Clock({ title, minute, onChange }: ClockProps) {
  const [text, setText] = useState(clockWords(minute))
  // The terms were set from elsewhere, as by "都用原来的".
  const [seen, setSeen] = useState(minute)
  if (seen !== minute) {
    setSeen(minute)
    if (minuteOf(text) !== minute) setText(clockWords(minute))
  }
  const type = (next: string) => {
    setText(next)
    const read = minuteOf(next)
    if (read !== null) onChange(read)
  }
  return (
    <Field title={title} fault={minuteOf(text) === null ? '请写成 18:00 这样' : null}>
      <Line label={title} value={text} maxLength={5} onChange={type} />
    </Field>
  )
}

/** A value set elsewhere is among the options, too. */
function withOwn(options: readonly { readonly value: number; readonly words: string }[], value: number, unit: string) {
  return options.some((option) => option.value === value) ? options : [...options, { value, words: `${value} ${unit}` }]
}
