import { useState } from 'react'
import { View } from '@tarojs/components'
import { textLength } from '@huiying/shared/kernel'
import { SEAL_REASON_LIMIT, type SealSlot } from '@huiying/shared/seal'
import { refuseSeal } from '@/features/seal/api'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { Fault } from '@/ui/fault'
import { Sheet } from '@/ui/sheet'
import { TextBox } from '@/ui/text-box'
import { toast } from '@/ui/toast'
import { shownOf, type ActProps, type SheetState } from './act-props'
import styles from './paper.module.scss'

type RefuseSheetProps = ActProps & SheetState & { readonly slot: SealSlot }

/** No, and why: it goes back to who wrote it. */
export function RefuseSheet({ seal, slot, onChanged, onOutdated, isOpen, onClose }: RefuseSheetProps) {
  const [reason, setReason] = useState('')
  const act = useAct({ onConflict: onOutdated })
  const send = async () => {
    if (reason.trim() === '') return act.complain('请写上原因，大家才明白')
    if (textLength(reason.trim()) > SEAL_REASON_LIMIT) return act.complain(`原因请写 ${SEAL_REASON_LIMIT} 个字以内`)
    const body = { slot, shown: shownOf(seal), reason: reason.trim() }
    const isDone = await act.run(async (key) => onChanged(await refuseSeal(seal.id, body, key)))
    if (!isDone) return undefined
    onClose()
    toast('退回去了，写的人会看到原因')
    return undefined
  }
  return (
    <Sheet isOpen={isOpen} title='为什么不同意' onClose={onClose} closeWords='先不'>
      <View className={styles.note}>会退回去改，已经签的字都不作数。</View>
      <TextBox
        label='不同意的原因'
        value={reason}
        placeholder='比如：合同上写的是五年，会上定的是三年'
        limit={SEAL_REASON_LIMIT}
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
