import { useState } from 'react'
import { View } from '@tarojs/components'
import type { FinanceAnswer, NoticeView } from '@huiying/shared/ledger'
import { fetchObjections } from '@/features/ledger/api'
import { noticeWords } from '@/features/ledger/words'
import { useLoad } from '@/platform/use-load'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ObjectionSheet } from './objection-sheet'
import { Objections } from './objections'
import styles from './village.module.scss'

export interface NoticeCardProps {
  readonly answer: FinanceAnswer
  readonly notice: NoticeView
  readonly onChanged: () => Promise<void>
}

/** How long the month hangs for all to read, and what was said of it. */
export function NoticeCard({ answer: { book, month, may }, notice, onChanged }: NoticeCardProps) {
  const [isOpen, setIsOpen] = useState(false)
  const objections = useLoad(`objections/${book.id}/${month}`, () => fetchObjections(book.id, month))
  const mayObject = may.object && notice.standing === 'running'
  return (
    <Card title={noticeWords(notice)} tone={notice.standing === 'settled' ? 'plain' : 'soon'}>
      {objections.data !== null && <Objections answer={objections.data} onAnswered={objections.replace} />}
      {mayObject && (
        <View className={styles.more}>
          <Button look='primary' icon='megaphone' onPress={() => setIsOpen(true)}>提意见</Button>
        </View>
      )}
      {isOpen && (
        <ObjectionSheet
          bookId={book.id}
          month={month}
          onClose={() => setIsOpen(false)}
          onRaised={(raised) => {
            setIsOpen(false)
            objections.replace(raised)
            void onChanged()
          }}
        />
      )}
    </Card>
  )
}
