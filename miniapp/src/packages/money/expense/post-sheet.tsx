import { useState } from 'react'
import { View } from '@tarojs/components'
import { chinaDateOf, formatYuan, type CalendarDate } from '@huiying/shared/kernel'
import { postExpense } from '@/features/expenses/api'
import { PastDay } from '@/features/expenses/past-day'
import { serverNow } from '@/platform/clock'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { Fault } from '@/ui/fault'
import { Field } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import type { ActProps } from './act-props'
import styles from './expense.module.scss'
import type { SheetState } from './sheet-state'

/** Into the book, where it can be changed no more. */
export function PostSheet({ expense, onChanged, onOutdated, isOpen, onClose }: ActProps & SheetState) {
  const { content, payment, id } = expense
  const today = chinaDateOf(serverNow())
  const [on, setOn] = useState<CalendarDate>(payment?.paidOn ?? today)
  const act = useAct({ onConflict: onOutdated })
  const send = async () => {
    const isDone = await act.run(async (key) => onChanged(await postExpense(id, { on }, key)))
    if (!isDone) return
    onClose()
    toast('记到账上了')
  }
  return (
    <Sheet isOpen={isOpen} title='记到账上' onClose={onClose} closeWords='先不记'>
      <View className={styles.note}>
        {`${formatYuan(content.amountFen)}，记在“${content.account.name}”，从${content.payFrom.name}付出。记上就不能改，记错了只能红字冲掉再记。`}
      </View>
      <Field title='记在哪天' note='那个月已经结账的，请选这个月的日子'>
        <PastDay label='记在哪天' value={on} today={today} onChange={setOn} />
      </Field>
      <Fault words={act.fault} />
      <View className={styles.act}>
        <Button look='primary' isMain icon='notebook-pen' isBusy={act.isBusy} onPress={() => void send()}>
          记上
        </Button>
      </View>
    </Sheet>
  )
}
