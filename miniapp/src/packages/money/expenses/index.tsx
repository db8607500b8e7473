import { useState } from 'react'
import { View } from '@tarojs/components'
import { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro'
import type { ExpenseListAnswer, ExpenseRow } from '@huiying/shared/expenses'
import type { UnitBrief } from '@huiying/shared/villages'
import { openPage, SignedIn } from '@/features/identity'
import { fetchExpenses } from '@/features/expenses/api'
import { ExpenseCard } from '@/features/expenses/expense-card'
import { EXPENSES_URL, newDraftUrl } from '@/features/expenses/ways'
import { useMe } from '@/platform/session'
import { useLoad } from '@/platform/use-load'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Choice } from '@/ui/choice'
import { LoadedView } from '@/ui/loaded-view'
import { Page } from '@/ui/page'
import { Sheet } from '@/ui/sheet'
import { Empty } from '@/ui/states'
import { MoreOfVillage } from './more-of-village'
import styles from './expenses.module.scss'

/** Papers that wait for me, then all others with whose hands they are in. */
export default function ExpensesPage() {
  const me = useMe()
  const list = useLoad(me === null ? null : `expenses/${me.accountId}`, fetchExpenses)
  usePullDownRefresh(() => void list.reload().then(() => stopPullDownRefresh()))
  const mayDraft = list.data?.mayDraft ?? []
  return (
    <Page title='开支' {...(mayDraft.length > 0 ? { footer: <WriteOne villages={mayDraft} /> } : {})}>
      <SignedIn backTo={EXPENSES_URL}>
        {() => <LoadedView loaded={list}>{(answer) => <Lists answer={answer} />}</LoadedView>}
      </SignedIn>
    </Page>
  )
}

function Lists({ answer: { mine, others, more, now, mayDraft } }: { readonly answer: ExpenseListAnswer }) {
  const toSign = mine.filter(({ mySlots }) => mySlots.length > 0)
  const toHandle = mine.filter(({ mySlots }) => mySlots.length === 0)
  const all = [...mine, ...others]
  const hasVillage = new Set(all.map(({ village }) => village.id)).size > 1
  if (all.length === 0) {
    return (
      <Empty
        icon='wallet'
        title='还没有开支'
        note={mayDraft.length > 0 ? '村里要花钱时，在下面写一张，大家来签。' : '报账员写了，要您签的会在这里。'}
      />
    )
  }
  const card = (row: ExpenseRow, isMine: boolean) => (
    <ExpenseCard key={row.id} row={row} now={now} isMine={isMine} hasVillage={hasVillage} />
  )
  return (
    <>
      {toSign.length > 0 && <Heading words='等我签字' count={toSign.length} />}
      {toSign.map((row) => card(row, true))}
      {toHandle.length > 0 && <Heading words='等我办' count={toHandle.length} />}
      {toHandle.map((row) => card(row, true))}
      {others.length > 0 && <Heading words={mine.length > 0 ? '别的' : '村里的开支'} />}
      {others.map((row) => card(row, false))}
      {more !== null && all[0] !== undefined && (
        <MoreOfVillage villageId={all[0].village.id} after={more} seen={all.map(({ id }) => id)}>
          {(row) => card(row, false)}
        </MoreOfVillage>
      )}
    </>
  )
}

function Heading({ words, count }: { readonly words: string; readonly count?: number }) {
  return (
    <View className={styles.heading} {...aria({ role: 'heading' })}>
      {count === undefined ? words : `${words} ${count} 张`}
    </View>
  )
}

function WriteOne({ villages }: { readonly villages: readonly UnitBrief[] }) {
  const [isOpen, setIsOpen] = useState(false)
  const [only, second] = villages
  const write = () => (only !== undefined && second === undefined ? openPage(newDraftUrl(only.id)) : setIsOpen(true))
  const pick = (villageId: string) => {
    setIsOpen(false)
    openPage(newDraftUrl(villageId))
  }
  return (
    <>
      <Button look='primary' isMain icon='plus' onPress={write}>
        写一张开支
      </Button>
      <Sheet isOpen={isOpen} title='哪个村的' onClose={() => setIsOpen(false)}>
        <Choice
          label='哪个村的'
          layout='list'
          value={null}
          options={villages.map(({ id, name }) => ({ value: id, words: name }))}
          onChange={pick}
        />
      </Sheet>
    </>
  )
}
