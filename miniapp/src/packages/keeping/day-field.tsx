import { useState } from 'react'
import { View } from '@tarojs/components'
import type { CalendarDate } from '@huiying/shared/kernel'
import { lastOf, monthOf, type KeeperMonth, type Month } from '@huiying/shared/ledger'
import { monthTitle } from '@/features/ledger/words'
import { Choice } from '@/ui/choice'
import { Field, Line } from '@/ui/field'
import styles from './keeping.module.scss'
import { DAY_FAULT, dayOf, longDay } from './typed'

export interface DayFieldProps {
  readonly title: string
  readonly value: CalendarDate
  /** Into which something may still be entered. */
  readonly months: readonly Month[]
  readonly today: CalendarDate
  readonly onChange: (on: CalendarDate) => void
}

/** A day of a month that is still open: the month is picked, its day is typed. */
export function DayField({ title, value, months, today, onChange }: DayFieldProps) {
  const month = monthOf(value)
  const last = lastDay(month, today)
  const [text, setText] = useState(dateText(value))
  const fault = dateFault(text, month, last)
  const type = (typed: string) => {
    setText(typed)
    if (dateFault(typed, month, last) === null) onChange(dayIn(month, typed))
  }
  const turn = (one: Month) => {
    setText(dateText(lastDay(one, today)))
    onChange(lastDay(one, today))
  }
  return (
    <Field title={title} fault={fault} note={longDay(value)}>
      {months.length > 1 && (
        <View className={styles.gap}>
          <Choice
            label='哪个月'
            value={month}
            options={months.map((one) => ({ value: one, words: monthTitle(one) }))}
            onChange={turn}
          />
        </View>
      )}
      <Line label={`${title}，几号`} value={text} placeholder='几号' keyboard='number' maxLength={2} onChange={type} />
    </Field>
  )
}

/** The months into which something may be entered, newest first. */
export function openMonths(months: readonly Pick<KeeperMonth, 'month' | 'status'>[]): readonly Month[] {
  return months.filter(({ status }) => status === 'open').map(({ month }) => month)
}

/** A month that is over ends on its last day, the running one today. */
export function lastDay(month: Month, today: CalendarDate): CalendarDate {
  return lastOf(month) < today ? lastOf(month) : today
}

function dateText(on: CalendarDate): string {
  return `${Number(on.slice(8))}`
}

function dayIn(month: Month, text: string): CalendarDate {
  return `${month}-${text.trim().padStart(2, '0')}`
}

/** `null`: a day of the month that has come. */
function dateFault(text: string, month: Month, last: CalendarDate): string | null {
  const isNumber = /^\d{1,2}$/.test(text.trim()) && Number(text) >= 1
  if (isNumber && dayIn(month, text) <= last) return null
  return `请写几号，1 到 ${dateText(last)}`
}

export interface DayLineProps {
  readonly title: string
  readonly note?: string
  readonly text: string
  readonly onChange: (text: string) => void
}

/** Any day, as one writes it; read back once it is one. */
export function DayLine({ title, note, text, onChange }: DayLineProps) {
  const on = dayOf(text)
  return (
    <Field
      title={title}
      fault={text.length >= 8 && on === null ? DAY_FAULT : null}
      note={on === null ? note ?? '比如 2026-09-14' : longDay(on)}
    >
      <Line label={title} value={text} placeholder='2026-09-14' maxLength={20} onChange={onChange} />
    </Field>
  )
}
