import { useState } from 'react'
import { clockText, minuteIn } from './clock-text'
import { Field, Line } from './field'

export interface ClockFieldProps {
  readonly title: string
  /** Since midnight. */
  readonly minute: number
  readonly onChange: (minute: number) => void
}

/** A time of the day, written as people write it. What is not one yet is kept as typed and said. */
export function ClockField({ title, minute, onChange }: ClockFieldProps) {
  const [text, setText] = useState(clockText(minute))
  // The time was set from elsewhere, as by "都用原来的".
  const [seen, setSeen] = useState(minute)
  if (seen !== minute) {
    setSeen(minute)
    if (minuteIn(text) !== minute) setText(clockText(minute))
  }
  const type = (next: string) => {
    setText(next)
    const read = minuteIn(next)
    if (read !== null) onChange(read)
  }
  return (
    <Field title={title} fault={minuteIn(text) === null ? '请写成 18:00 这样' : null}>
      <Line label={title} value={text} maxLength={5} onChange={type} />
    </Field>
  )
}
