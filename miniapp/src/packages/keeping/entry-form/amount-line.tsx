import { View } from '@tarojs/components'
import { capitalsOf, formatYuan } from '@huiying/shared/kernel'
import { Field, Line } from '@/ui/field'
import styles from '../keeping.module.scss'
import { AMOUNT_FAULT, amountOf } from '../typed'

export interface AmountLineProps {
  readonly title: string
  readonly text: string
  readonly note?: string
  readonly onChange: (text: string) => void
}

/** An amount, read back in figures and in capitals while one types. */
export function AmountLine({ title, text, note, onChange }: AmountLineProps) {
  const amountFen = amountOf(text)
  return (
    <Field title={title} fault={amountFen === null ? AMOUNT_FAULT : null} {...(note === undefined ? {} : { note })}>
      <Line label={title} value={text} placeholder='1280.00' keyboard='digit' maxLength={20} onChange={onChange} />
      {amountFen !== null && amountFen > 0 && (
        <View className={styles.quiet}>{`${formatYuan(amountFen)}　${capitalsOf(amountFen)}`}</View>
      )}
    </Field>
  )
}
