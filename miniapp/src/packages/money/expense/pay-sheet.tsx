import { useState } from 'react'
import { View } from '@tarojs/components'
import { isCash, PAYMENT_REFERENCE_LIMIT } from '@huiying/shared/expenses'
import { capitalsOf, chinaDateOf, formatYuan, type CalendarDate } from '@huiying/shared/kernel'
import { payExpense } from '@/features/expenses/api'
import { PastDay } from '@/features/expenses/past-day'
import { useUploadOnce } from '@/features/expenses/use-upload-once'
import { serverNow } from '@/platform/clock'
import type { LocalFile } from '@/platform/local-file'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { Fault } from '@/ui/fault'
import { Field, Line } from '@/ui/field'
import { PhotoPicker } from '@/ui/photo-picker'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import type { ActProps } from './act-props'
import styles from './expense.module.scss'
import type { SheetState } from './sheet-state'

/** The money has left: when, under which number of the bank, and the paper that shows it. */
export function PaySheet({ expense, onChanged, onOutdated, isOpen, onClose }: ActProps & SheetState) {
  const { content, approvedAt, id } = expense
  const today = chinaDateOf(serverNow())
  const [paidOn, setPaidOn] = useState<CalendarDate>(today)
  const [reference, setReference] = useState('')
  const [photos, setPhotos] = useState<readonly LocalFile[]>([])
  const act = useAct({ onConflict: onOutdated })
  const uploadOnce = useUploadOnce()
  const pays = isCash({ payFrom: content.payFrom.code })
  const send = async () => {
    const [photo] = photos
    if (!pays && reference.trim() === '') return act.complain('请写上银行的流水号')
    if (photo === undefined) return act.complain(pays ? '请拍一张收款人写的收条' : '请拍一张银行的回单')
    const isDone = await act.run(async (key) => {
      onChanged(await payExpense(id, { paidOn, photoId: await uploadOnce(photo), reference: reference.trim() }, key))
    })
    if (!isDone) return undefined
    onClose()
    toast('记下了，接着把它记到账上')
    return undefined
  }
  return (
    <Sheet isOpen={isOpen} title='付款了' onClose={onClose} closeWords='还没付'>
      <View className={styles.note}>
        {`付给${content.payee.name} ${formatYuan(content.amountFen)}（${capitalsOf(content.amountFen)}），从${content.payFrom.name}。`}
      </View>
      <Field title='哪天付的'>
        <PastDay
          label='哪天付的'
          value={paidOn}
          today={today}
          {...(approvedAt === null ? {} : { fromOn: chinaDateOf(approvedAt) })}
          onChange={setPaidOn}
        />
      </Field>
      {!pays && (
        <Field title='银行流水号' note='在银行回单上'>
          <Line label='银行流水号' value={reference} maxLength={PAYMENT_REFERENCE_LIMIT} onChange={setReference} />
        </Field>
      )}
      <Field title={pays ? '收条' : '银行回单'}>
        <PhotoPicker photos={photos} limit={1} onChange={setPhotos} />
      </Field>
      <Fault words={act.fault} />
      <View className={styles.act}>
        <Button look='primary' isMain isBusy={act.isBusy} busyWords='正在传照片' onPress={() => void send()}>
          记下付款
        </Button>
      </View>
    </Sheet>
  )
}
