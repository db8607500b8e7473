import { View } from '@tarojs/components'
import { chinaDateOf, type CalendarDate } from '@huiying/shared/kernel'
import { PURPOSE_LIMIT, voucherName, type KeeperEntry } from '@huiying/shared/ledger'
import { useDraft } from '@/platform/draft'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { Fault } from '@/ui/fault'
import { Field } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { TextBox } from '@/ui/text-box'
import { toast } from '@/ui/toast'
import { reverseEntry } from '../api'
import { DayField, lastDay, openMonths } from '../day-field'
import styles from '../keeping.module.scss'
import type { DeskProps } from './desk-props'

export interface ReverseSheetProps extends DeskProps {
  readonly entry: KeeperEntry
  readonly onClose: () => void
}

interface Reason {
  readonly reason: string
  readonly on: CalendarDate | ''
}

const EMPTY: Reason = { reason: '', on: '' }

/** 红字冲销: the entry stays to be read, its mirror says why it does not count. */
export function ReverseSheet({ desk, entry, onChanged, onOutdated, onClose }: ReverseSheetProps) {
  const kept = useDraft<Reason>(`keeping/reverse/${entry.id}`, EMPTY)
  const act = useAct({ onConflict: onOutdated })
  const today = chinaDateOf(desk.now)
  const months = openMonths(desk.months).filter((month) => month >= entry.month)
  const month = months.includes(entry.month) ? entry.month : months[months.length - 1] ?? desk.month
  const on = kept.value.on === '' ? lastDay(month, today) : kept.value.on
  const reason = kept.value.reason.trim()
  const send = async () => {
    if (reason === '') return act.complain('请写清楚为什么更正，村里人都会看到')
    const isDone = await act.run(async (key) => onChanged(await reverseEntry(entry.id, { on, reason }, key)))
    if (!isDone) return undefined
    kept.clear()
    onClose()
    toast(entry.sourceType === 'expense' ? '冲掉了，这笔开支等您重新记' : '冲掉了，请按对的再记一笔')
    return undefined
  }
  return (
    <Sheet isOpen title={`更正${voucherName(entry)}`} onClose={onClose} closeWords='先不更正'>
      <View className={styles.say}>{entry.sentence}</View>
      <View className={styles.say}>会用红字把这一笔整笔冲掉，原来的还看得到。冲掉以后，再按对的记一笔。</View>
      <Field title='为什么更正'>
        <TextBox
          label='为什么更正'
          rows={3}
          value={kept.value.reason}
          limit={PURPOSE_LIMIT}
          placeholder='比如：金额少记了 20 元'
          onChange={(words) => kept.change({ reason: words })}
        />
      </Field>
      <DayField title='记在哪天' value={on} months={months} today={today} onChange={(day) => kept.change({ on: day })} />
      <Fault words={act.fault} />
      <Button look='danger' isMain icon='undo-2' isBusy={act.isBusy} onPress={() => void send()}>用红字冲掉</Button>
    </Sheet>
  )
}
