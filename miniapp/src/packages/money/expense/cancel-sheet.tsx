import { useState } from 'react'
import { View } from '@tarojs/components'
import { EXPENSE_REASON_LIMIT } from '@huiying/shared/expenses'
import { textLength } from '@huiying/shared/kernel'
import { cancelExpense } from '@/features/expenses/api'
import { useUploadOnce } from '@/features/expenses/use-upload-once'
import type { LocalFile } from '@/platform/local-file'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { Fault } from '@/ui/fault'
import { Field } from '@/ui/field'
import { PhotoPicker } from '@/ui/photo-picker'
import { Sheet } from '@/ui/sheet'
import { TextBox } from '@/ui/text-box'
import { toast } from '@/ui/toast'
import type { ActProps } from './act-props'
import styles from './expense.module.scss'
import type { SheetState } from './sheet-state'

/** After approval: the money is free again. Once paid, only when the bank's paper shows that it came back. */
export function CancelSheet({ expense, onChanged, onOutdated, isOpen, onClose }: ActProps & SheetState) {
  const [reason, setReason] = useState('')
  const [photos, setPhotos] = useState<readonly LocalFile[]>([])
  const act = useAct({ onConflict: onOutdated })
  const uploadOnce = useUploadOnce()
  const isPaid = expense.payment !== null
  const send = async () => {
    const [photo] = photos
    if (reason.trim() === '') return act.complain('请写上原因，大家才明白')
    if (textLength(reason.trim()) > EXPENSE_REASON_LIMIT) return act.complain(`原因请写 ${EXPENSE_REASON_LIMIT} 个字以内`)
    if (isPaid && photo === undefined) return act.complain('钱已经付出去了，请拍一张钱退回来的凭证')
    const isDone = await act.run(async (key) => {
      const returned = isPaid && photo !== undefined ? { returnedPhotoId: await uploadOnce(photo) } : {}
      onChanged(await cancelExpense(expense.id, { reason: reason.trim(), ...returned }, key))
    })
    if (!isDone) return undefined
    onClose()
    toast('不办了，留着的钱放回去了')
    return undefined
  }
  return (
    <Sheet isOpen={isOpen} title='不办了' onClose={onClose} closeWords='先不'>
      <View className={styles.note}>
        {isPaid ? '钱要先退回来，才能说不办了。' : '留给它的钱会放回去。'}写过的、签过的都还看得到。
      </View>
      <Field title='为什么不办了'>
        <TextBox label='不办的原因' value={reason} limit={EXPENSE_REASON_LIMIT} rows={3} onChange={setReason} />
      </Field>
      {isPaid && (
        <Field title='钱退回来的凭证'>
          <PhotoPicker photos={photos} limit={1} onChange={setPhotos} />
        </Field>
      )}
      <Fault words={act.fault} />
      <View className={styles.act}>
        <Button look='danger' isMain isBusy={act.isBusy} onPress={() => void send()}>
          不办了
        </Button>
      </View>
    </Sheet>
  )
}
