import { useState } from 'react'
import { View } from '@tarojs/components'
import { HAND_OVER_NOTE_LIMIT, type MyDutyAnswer, type MySlot } from '@huiying/shared/roster'
import { leaveNote } from '@/features/roster/api'
import { useDraft } from '@/platform/draft'
import { sendDraftNow } from '@/platform/send-draft'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Fault } from '@/ui/fault'
import { ListRow } from '@/ui/list-row'
import { TextBox } from '@/ui/text-box'
import { toast } from '@/ui/toast'
import styles from './mine.module.scss'

export interface HandOverNoteProps {
  readonly slot: MySlot
  readonly onChange: (answer: MyDutyAnswer) => void
}

/** What the next one should know; it waits on the phone until it is sent. */
export function HandOverNote({ slot, onChange }: HandOverNoteProps) {
  const draft = useDraft(`hand-over:${slot.id}`, { text: '' })
  const { isBusy, fault, run } = useAct()
  const { text } = draft.value
  const [isOpen, setIsOpen] = useState(text !== '')
  const send = () =>
    void run(async () => {
      onChange(await sendDraftNow(draft, (key) => leaveNote(slot.id, text.trim(), key)))
      setIsOpen(false)
      toast('记下了，下一班接班时能看到')
    })
  if (!isOpen) {
    return (
      <Card>
        <ListRow icon='notebook-pen' title='写交接的话' note='谁家的事还没完，下一班要接着做什么' onPress={() => setIsOpen(true)} />
      </Card>
    )
  }
  return (
    <Card title='交接的话'>
      <View className={styles.meta}>写给下一班：谁家的事还没完，要接着做什么。</View>
      <TextBox label='写给下一班的话' value={text} rows={3} limit={HAND_OVER_NOTE_LIMIT} onChange={(next) => draft.change({ text: next })} />
      <Fault words={fault} />
      <View className={styles.only}>
        <Button isBusy={isBusy} isDisabled={text.trim() === ''} onPress={send}>
          留给下一班
        </Button>
      </View>
    </Card>
  )
}
