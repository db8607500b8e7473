import { useState } from 'react'
import { View } from '@tarojs/components'
import { stopPullDownRefresh, usePullDownRefresh, useRouter } from '@tarojs/taro'
import type { Me } from '@huiying/shared/identity'
import { chinaDateOf } from '@huiying/shared/kernel'
import type { BookAnswer } from '@huiying/shared/roster'
import type { UnitBrief } from '@huiying/shared/villages'
import { myHandledVillages, SignedIn } from '@/features/identity'
import { fetchBook } from '@/features/roster/api'
import { Turner } from '@/features/roster/turner'
import { addMonths, monthOf, monthTitle } from '@/features/roster/words'
import { serverNow } from '@/platform/clock'
import { useMe } from '@/platform/session'
import { useLoad } from '@/platform/use-load'
import { Button } from '@/ui/button'
import { Choice } from '@/ui/choice'
import { LoadedView } from '@/ui/loaded-view'
import { goBack, Page } from '@/ui/page'
import { NotForYou } from '@/ui/states'
import { BookRows } from './book-rows'
import { WriteDown } from './write-down'
import styles from './book.module.scss'

/** "两解决": what was settled on the spot while somebody sat, and what went to the special meeting. */
export default function BookPage() {
  const asked = useRouter().params['village']
  const me = useMe()
  const first = asked ?? (me === null ? undefined : myHandledVillages(me)[0]?.id)
  if (me !== null && first !== undefined) return <Book key={me.accountId} me={me} first={first} />
  return (
    <Page title='两解决'>
      <SignedIn>{() => <NotForYou action={{ words: '返回', onPress: goBack }} />}</SignedIn>
    </Page>
  )
}

function Book({ me, first }: { readonly me: Me; readonly first: string }) {
  const [villageId, setVillageId] = useState(first)
  const thisMonth = monthOf(chinaDateOf(serverNow()))
  const [month, setMonth] = useState(thisMonth)
  const [isWriting, setIsWriting] = useState(false)
  const book = useLoad(`book/${villageId}/${month}`, () => fetchBook(villageId, month))
  usePullDownRefresh(() => void book.reload().then(() => stopPullDownRefresh()))

  if (isWriting) {
    const stop = (written: BookAnswer | null) => {
      setIsWriting(false)
      // It answers with the running month, where the new line stands.
      if (written !== null && written.month === month) book.replace(written)
      else if (written !== null) setMonth(written.month)
    }
    return <WriteDown villageId={villageId} onDone={stop} />
  }
  return (
    <Page
      title='两解决'
      {...(book.data?.mayWrite === true
        ? {
            footer: (
              <Button look='primary' isMain icon='notebook-pen' onPress={() => setIsWriting(true)}>
                记一笔
              </Button>
            ),
          }
        : {})}
    >
      <Villages villages={villagesToChoose(me, first)} villageId={villageId} onChoose={setVillageId} />
      <Turner
        words={monthTitle(month)}
        back={{ label: '上个月', onPress: () => setMonth(addMonths(month, -1)) }}
        forward={month < thisMonth ? { label: '下个月', onPress: () => setMonth(addMonths(month, 1)) } : null}
      />
      <LoadedView loaded={book}>{(answer) => <BookRows book={answer} />}</LoadedView>
    </Page>
  )
}

/** Those he answers for; opened for another one, that one alone. */
function villagesToChoose(me: Me, first: string): readonly UnitBrief[] {
  const handled = myHandledVillages(me)
  return handled.some(({ id }) => id === first) ? handled : []
}

interface VillagesProps {
  readonly villages: readonly UnitBrief[]
  readonly villageId: string
  readonly onChoose: (villageId: string) => void
}

function Villages({ villages, villageId, onChoose }: VillagesProps) {
  if (villages.length < 2) return null
  return (
    <View className={styles.villages}>
      <Choice
        label='哪个村'
        value={villageId}
        options={villages.map(({ id, name }) => ({ value: id, words: name }))}
        onChange={onChoose}
      />
    </View>
  )
}
