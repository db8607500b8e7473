import { Choice, type ChoiceProps } from './choice'
import { Field, type FieldProps } from './field'

export type ChoiceFieldProps<Value extends string | number> =
  Omit<ChoiceProps<Value>, 'label'> & Omit<FieldProps, 'children'>

/** A question with a few answers; the question is what is read out before them. */
export function ChoiceField<Value extends string | number>(props: ChoiceFieldProps<Value>) {
  const { title, note, fault, ...choice } = props
  return (
    <Field title={title} {...(note === undefined ? {} : { note })} {...(fault === undefined ? {} : { fault })}>
      <Choice label={title} {...choice} />
    </Field>
  )
}

export interface NumberChoiceProps extends Omit<ChoiceFieldProps<number>, 'options' | 'value'> {
  readonly values: readonly number[]
  readonly value: number
  /** "15 分钟" */
  readonly words: (value: number) => string
}

/** One of the usual numbers. One that was set elsewhere is among them, too, in its place. */
export function NumberChoice({ values, value, words, ...rest }: NumberChoiceProps) {
  const isDown = (values[0] ?? 0) > (values[values.length - 1] ?? 0)
  const shown = values.includes(value)
    ? values
    : [...values, value].sort((one, other) => (isDown ? other - one : one - other))
  return <ChoiceField {...rest} value={value} options={shown.map((one) => ({ value: one, words: words(one) }))} />
}
