import { useState } from 'react'
import { View } from '@tarojs/components'
import { fetchWaitingExpenses } from '@/features/ledger/api'
import { waitingSentence, waitsOnWords } from '@/features/ledger/words'
import { serverNow } from '@/platform/clock'
import { useLoad } from '@/platform/use-load'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { LoadedView } from '@/ui/loaded-view'
import { Tag } from '@/ui/tag'
import { unbroken } from '@/ui/unbroken'
import styles from './village.module.scss'

const FIRST = 5

/** What is under way, and in whose hands it lies: for all to see. */
export function WaitingCard({ villageId }: { readonly villageId: string }) {
  const waiting = useLoad(`waiting-expenses/${villageId}`, () => fetchWaitingExpenses(villageId))
  const [showsAll, setShowsAll] = useState(false)
  return (
    <Card title='正在办的开支'>
      <LoadedView loaded={waiting}>
        {({ expenses }) => (
          <>
            {expenses.length === 0 && <View className={styles.quiet}>没有等着签字、付款或记账的开支。</View>}
            <View {...aria({ role: 'list', label: '正在办的开支' })}>
              {expenses.slice(0, showsAll ? expenses.length : FIRST).map((expense) => {
                const isStuck = expense.waiting?.on.some(({ nobody }) => nobody !== null) === true
                return (
                  <View key={expense.id} className={styles.waiting} {...aria({ role: 'listitem' })}>
                    <View>{unbroken(waitingSentence(expense))}</View>
                    <View className={styles.tag}>
                      <Tag tone={isStuck ? 'late' : 'soon'}>{waitsOnWords(expense, serverNow())}</Tag>
                    </View>
                  </View>
                )
              })}
            </View>
            {!showsAll && expenses.length > FIRST && (
              <Button onPress={() => setShowsAll(true)}>{`还有 ${expenses.length - FIRST} 笔，都看看`}</Button>
            )}
          </>
        )}
      </LoadedView>
    </Card>
  )
}
