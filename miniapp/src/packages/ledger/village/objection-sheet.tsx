import { useState } from 'react'
import { View } from '@tarojs/components'
import { OBJECTION_LIMIT, type Month, type ObjectionsAnswer } from '@huiying/shared/ledger'
import { raiseObjection } from '@/features/ledger/api'
import { monthTitle } from '@/features/ledger/words'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { Fault } from '@/ui/fault'
import { Sheet } from '@/ui/sheet'
import { TextBox } from '@/ui/text-box'
import { toast } from '@/ui/toast'
import styles from './village.module.scss'

export interface ObjectionSheetProps {
  readonly bookId: string
  readonly month: Month
  readonly onClose: () => void
  readonly onRaised: (answer: ObjectionsAnswer) => void
}

/** What a villager has to say of a published month; it stays in sight until it is answered, and after. */
export function ObjectionSheet({ bookId, month, onClose, onRaised }: ObjectionSheetProps) {
  const [words, setWords] = useState('')
  const act = useAct()
  const send = () => act.run(async (key) => {
    onRaised(await raiseObjection(bookId, month, { words: words.trim() }, key))
    toast('说到了，答复会写在这里')
  })
  return (
    <Sheet isOpen title={`对${monthTitle(month)}的账有话说`} closeWords='先不说' onClose={onClose}>
      <View className={styles.quiet}>您说的和答复全村都能看到，别的村民看不到您的名字。</View>
      <TextBox
        label='您的意见'
        value={words}
        rows={5}
        limit={OBJECTION_LIMIT}
        placeholder='哪一笔不对、哪里看不懂，写一句就行'
        onChange={setWords}
      />
      <Fault words={act.fault} />
      <View className={styles.more}>
        <Button look='primary' isMain icon='send' isBusy={act.isBusy} busyWords='正在发' onPress={() => void send()}>
          发送
        </Button>
      </View>
    </Sheet>
  )
}
