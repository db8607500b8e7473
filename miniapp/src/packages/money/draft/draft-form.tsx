import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { PURPOSE_LIMIT, type ExpenseFormAnswer, type ExpenseView } from '@huiying/shared/expenses'
import { chinaDateOf } from '@huiying/shared/kernel'
import { PastDay } from '@/features/expenses/past-day'
import { expenseUrl } from '@/features/expenses/ways'
import { serverNow } from '@/platform/clock'
import { useDraft } from '@/platform/draft'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Fault } from '@/ui/fault'
import { Field, Line } from '@/ui/field'
import { Page } from '@/ui/page'
import { toast } from '@/ui/toast'
import { placesToPayFrom } from './account-order'
import { AccountTiles } from './account-tiles'
import { AmountField } from './amount-field'
import { draftOf, EMPTY_DRAFT, type DraftValue } from './draft-value'
import styles from './draft.module.scss'
import { ItemsField } from './items-field'
import { PayeeField } from './payee-field'
import { PeopleFields } from './people-fields'
import { StatementField } from './statement-field'
import { useKeep } from './use-keep'
import { VouchersField } from './vouchers-field'

export interface DraftFormProps {
  readonly form: ExpenseFormAnswer
  readonly expense: ExpenseView | null
}

/** Kept on the phone at every stroke; on the server by 保存. The order is the one in which a paper lies on the table. */
export function DraftForm({ form, expense }: DraftFormProps) {
  const start = expense === null ? { ...EMPTY_DRAFT, payFrom: onlyOne(form) } : draftOf(expense.content)
  // A change belongs to the revision it began from: after another one it begins anew.
  const name = expense === null ? `expense/new/${form.village.id}` : `expense/${expense.id}/${expense.digest}`
  const [empty] = useState(start)
  const kept = useDraft<DraftValue>(name, empty)
  const { value: draft, change } = kept
  const today = chinaDateOf(serverNow())
  const { isBusy, fault, keep } = useKeep(form, expense, kept, today)
  const save = async () => {
    const saved = await keep()
    if (saved === null) return
    toast('保存了')
    void Taro.redirectTo({ url: expenseUrl(saved.id) })
  }
  const part = { draft, change }
  return (
    <Page
      title={expense === null ? '写一张开支' : '改一改'}
      footer={
        <>
          <Fault words={fault} />
          <Button look='primary' isMain icon='check' isBusy={isBusy} busyWords='正在保存' onPress={() => void save()}>
            保存
          </Button>
        </>
      }
    >
      <View className={styles.note}>{`${form.village.name}。写到一半也在手机上，不会丢；保存以后再交出去请大家签。`}</View>
      <Card>
        <Field title='做什么用' note='一句话，村里人一看就懂'>
          <Line
            label='做什么用'
            value={draft.purpose}
            placeholder='比如：修三组水渠买水泥'
            maxLength={PURPOSE_LIMIT}
            onChange={(purpose) => change({ purpose })}
          />
        </Field>
        <AmountField {...part} payFrom={form.payFrom} terms={form.terms} />
      </Card>
      <PayeeField {...part} form={form} />
      <StatementField {...part} />
      <ItemsField {...part} />
      <VouchersField {...part} />
      <AccountTiles {...part} accounts={form.accounts} />
      <Card title='哪天花的'>
        <PastDay
          label='哪天花的'
          value={draft.incurredOn === '' ? null : draft.incurredOn}
          today={today}
          onChange={(incurredOn) => change({ incurredOn })}
        />
      </Card>
      <PeopleFields {...part} form={form} />
    </Page>
  )
}

/** Where there is only one place to pay from, there is nothing to choose. */
function onlyOne({ payFrom }: ExpenseFormAnswer): string {
  const [only, second] = placesToPayFrom(payFrom, '')
  return only !== undefined && second === undefined ? only.code : ''
}
