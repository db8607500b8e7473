import { useState } from 'react'
import { View } from '@tarojs/components'
import { EXPENSE_REASON_LIMIT, type Slot } from '@huiying/shared/expenses'
import { textLength } from '@huiying/shared/kernel'
import { refuseExpense } from '@/features/expenses/api'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { Fault } from '@/ui/fault'
import { Sheet } from '@/ui/sheet'
import { TextBox } from '@/ui/text-box'
import { toast } from '@/ui/toast'
import { shownOf, type ActProps } from './act-props'
import type { SheetState } from './sheet-state'
import styles from './expense.module.scss'

type RefuseSheetProps = ActProps & SheetState & { readonly slot: Slot }

/** No, and why: the paper goes back to the accountant, and all read the reason. */
export function RefuseSheet({ expense, slot, onChanged, onOutdated, isOpen, onClose }: RefuseSheetProps) {
  const [reason, setReason] = useState('')
  const act = useAct({ onConflict: onOutdated })
  const send = async () => {
    if (reason.trim() === '') return act.complain('请写上原因，大家才明白')
    if (textLength(reason.trim()) > EXPENSE_REASON_LIMIT) return act.complain(`原因请写 ${EXPENSE_REASON_LIMIT} 个字以内`)
    const body = { slot, shown: shownOf(expense), reason: reason.trim() }
    const isDone = await act.run(async (key) => onChanged(await refuseExpense(expense.id, body, key)))
    if (!isDone) return undefined
    onClose()
    toast('退回去了，报账员会看到原因')
    return undefined
  }
  return (
    <Sheet isOpen={isOpen} title='为什么不同意' onClose={onClose} closeWords='先不'>
      <View className={styles.note}>这张开支会退给报账员改，已经签的字都不作数。原因大家看得到。</View>
      <TextBox
        label='不同意的原因'
        value={reason}
        placeholder='比如：发票上是 38 袋，这里写的 40 袋'
        limit={EXPENSE_REASON_LIMIT}
        rows={3}
        onChange={setReason}
      />
      <Fault words={act.fault} />
      <View className={styles.act}>
        <Button look='danger' isMain isBusy={act.isBusy} onPress={() => void send()}>
          不同意，退回去
        </Button>
      </View>
    </Sheet>
  )
}
