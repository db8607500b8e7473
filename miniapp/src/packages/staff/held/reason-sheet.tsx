import { useState } from 'react'
import { View } from '@tarojs/components'
import { saysSomething, WITHHELD_REASON_LIMIT, type HeldAnswer, type HeldRow } from '@huiying/shared/tickets'
import { decideHeld } from '@/features/tickets/held-ways'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { Fault } from '@/ui/fault'
import { Sheet } from '@/ui/sheet'
import { TextBox } from '@/ui/text-box'
import { toast } from '@/ui/toast'
import styles from './held.module.scss'

const WORDS = {
  no: { title: '为什么不公开', label: '不公开的原因', example: '比如：有别人的电话', act: '不公开', done: '没有给全村看，说的人看得到为什么' },
  yes: { title: '为什么又可以公开', label: '改为公开的原因', example: '比如：再看了一遍，没有不合适的', act: '改为公开', done: '改好了，这一条可以公开了' },
} as const

export interface ReasonSheetProps {
  readonly row: Pick<HeldRow, 'id'>
  /** no: it is not shown to all; yes: it is after all. */
  readonly says: keyof typeof WORDS
  readonly onAnswer: (answer: HeldAnswer) => void
  readonly onClose: () => void
}

/** Either way whoever said it reads why. */
export function ReasonSheet({ row, says, onAnswer, onClose }: ReasonSheetProps) {
  const [reason, setReason] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const { isBusy, fault, run } = useAct()
  const { title, label, example, act, done } = WORDS[says]
  const send = async (): Promise<void> => {
    if (!saysSomething(reason)) return setIsMissing(true)
    const body = { isOpen: says === 'yes', reason: reason.trim() }
    if (!(await run(async () => onAnswer(await decideHeld(row.id, body))))) return
    toast(done)
    onClose()
  }
  return (
    <Sheet isOpen title={title} onClose={onClose} closeWords='先不'>
      <TextBox
        label={label}
        value={reason}
        placeholder={`说事的人看得到，${example}`}
        limit={WITHHELD_REASON_LIMIT}
        rows={3}
        onChange={(next) => {
          setReason(next)
          setIsMissing(false)
        }}
      />
      <View className={styles.below} />
      <Fault words={isMissing ? '请写清楚原因，说事的人也看得到' : fault} />
      <Button look={says === 'no' ? 'danger' : 'primary'} isMain isBusy={isBusy} onPress={() => void send()}>
        {act}
      </Button>
    </Sheet>
  )
}
