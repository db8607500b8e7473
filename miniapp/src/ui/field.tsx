import { type ReactNode } from 'react'
import { Input, View } from '@tarojs/components'
import { fieldAria } from './aria'
import { Fault } from './fault'
import styles from './field.module.scss'

export interface FieldProps {
  readonly title: string
  /** Whatever helps before it goes wrong. */
  readonly note?: string
  /** What is wrong and what to do; replaces the note. */
  readonly fault?: string | null
  readonly children: ReactNode
}

/** A titled place for one answer. */
export function Field({ title, note, fault = null, children }: FieldProps) {
  return (
    <View className={styles.field}>
      <View className={styles.title}>{title}</View>
      {children}
      <Fault words={fault} />
      {fault === null && note !== undefined && <View className={styles.note}>{note}</View>}
    </View>
  )
}

export interface LineProps {
  /** Read out by screen readers; mostly the field's title. */
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  readonly maxLength?: number
  readonly keyboard?: 'text' | 'number' | 'idcard' | 'digit'
  readonly onChange: (value: string) => void
  readonly onDone?: () => void
}

/** One line of writing. */
export function Line({ label, value, placeholder = '', maxLength = 100, keyboard = 'text', onChange, onDone }: LineProps) {
  return (
    <Input
      className={styles.line}
      placeholderClass={styles.placeholder ?? ''}
      value={value}
      type={keyboard}
      placeholder={placeholder}
      maxlength={maxLength}
      confirmType='done'
      onInput={(event) => onChange(event.detail.value)}
      {...(onDone === undefined ? {} : { onConfirm: onDone })}
      {...fieldAria(label)}
    />
  )
}
