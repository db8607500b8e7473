import { View } from '@tarojs/components'
import { isCash, type ExpenseFormAnswer } from '@huiying/shared/expenses'
import { capitalsOf, formatYuan } from '@huiying/shared/kernel'
import { Choice } from '@/ui/choice'
import { Field, Line } from '@/ui/field'
import { placesToPayFrom } from './account-order'
import { amountOf } from './draft-value'
import type { PartProps } from './part-props'
import styles from './draft.module.scss'

/** How much, read back in figures and in capitals while one types; and from where, with what there is. */
export function AmountField({ draft, change, payFrom, terms }: PartProps & Pick<ExpenseFormAnswer, 'payFrom' | 'terms'>) {
  const amountFen = amountOf(draft.amountText)
  const source = payFrom.find(({ code }) => code === draft.payFrom)
  const isShort = amountFen !== null && source !== undefined && amountFen > source.availableFen
  const isTooMuchCash = amountFen !== null && draft.payFrom !== '' && isCash(draft) && amountFen >= terms.cashBelowFen
  return (
    <>
      <Field title='多少钱（元）' fault={amountFen === null ? '没看懂，请写成 1280 或 1280.50' : null}>
        <Line
          label='多少钱'
          value={draft.amountText}
          placeholder='1280.00'
          keyboard='digit'
          maxLength={20}
          onChange={(amountText) => change({ amountText })}
        />
        {amountFen !== null && amountFen > 0 && (
          <View className={styles.read}>
            <View className={styles.figures}>{formatYuan(amountFen)}</View>
            <View className={styles.capitals}>{capitalsOf(amountFen)}</View>
          </View>
        )}
      </Field>
      <Field
        title='从哪里付'
        fault={isShort ? '这里的钱不够，现在可以写，付的时候要有' : isTooMuchCash ? `${formatYuan(terms.cashBelowFen)} 起不能用现金，请选银行` : null}
      >
        <Choice
          label='从哪里付'
          layout='list'
          value={draft.payFrom === '' ? null : draft.payFrom}
          options={placesToPayFrom(payFrom, draft.payFrom).map(({ code, name, availableFen }) => ({
            value: code, words: name, note: `还能用 ${formatYuan(availableFen)}`,
          }))}
          onChange={(code) => change({ payFrom: code })}
        />
      </Field>
    </>
  )
}
