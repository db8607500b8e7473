import { useState } from 'react'
import { View } from '@tarojs/components'
import { stopPullDownRefresh, usePullDownRefresh, useRouter } from '@tarojs/taro'
import type { BookBrief, FinanceAnswer, Month } from '@huiying/shared/ledger'
import { myVillage, SignedIn } from '@/features/identity'
import { fetchBooks, fetchFinance } from '@/features/ledger/api'
import { ledgerUrl } from '@/features/ledger/ways'
import { DESK_PX, useIsWide } from '@/platform/use-is-wide'
import { useLoad } from '@/platform/use-load'
import { Choice } from '@/ui/choice'
import { LoadedView } from '@/ui/loaded-view'
import { goBack, Page } from '@/ui/page'
import { Empty } from '@/ui/states'
import { HeadWatch } from './head-watch'
import { MonthPart } from './month-part'
import { MoneyCard } from './money-card'
import { MonthsCard } from './months-card'
import { MoreCard } from './more-card'
import { WaitingCard } from './waiting-card'
import styles from './village.module.scss'

/** "村里还有多少钱", and where it came from and went to. */
export default function VillageLedgerPage() {
  const { village, book, month } = useRouter().params
  return (
    <Page title='村里的钱' isWide={useIsWide(DESK_PX)}>
      <SignedIn backTo={ledgerUrl({ village, book, month })}>
        {(me) => {
          const villageId = village ?? myVillage(me)?.id
          if (villageId === undefined) return <NoVillage />
          return <Books key={`${me.accountId}/${villageId}`} villageId={villageId} bookId={book} month={month} />
        }}
      </SignedIn>
    </Page>
  )
}

interface BooksProps {
  readonly villageId: string
  readonly bookId: string | undefined
  readonly month: Month | undefined
}

function Books({ villageId, bookId, month }: BooksProps) {
  const loaded = useLoad(`books/${villageId}`, () => fetchBooks(villageId))
  const [pickedId, setPickedId] = useState(bookId)
  return (
    <LoadedView loaded={loaded}>
      {({ books }) => {
        const book = books.find(({ id }) => id === pickedId) ?? books[0]
        if (book === undefined) return <NoBook />
        return (
          <View className={styles.page}>
            {books.length > 1 && (
              <View className={styles.books}>
                <Choice
                  label='哪本账'
                  value={book.id}
                  options={books.map(({ id, name }) => ({ value: id, words: name }))}
                  onChange={setPickedId}
                />
              </View>
            )}
            <Book key={book.id} book={book} villageId={villageId} month={month} />
          </View>
        )
      }}
    </LoadedView>
  )
}

interface BookProps {
  readonly book: BookBrief
  readonly villageId: string
  readonly month: Month | undefined
}

/** What there is now comes from the month that runs; an earlier one is loaded beside it, so that the bars stay. */
function Book({ book, villageId, month: asked }: BookProps) {
  const now = useLoad(`finance/${book.id}`, () => fetchFinance(book.id))
  const [picked, setPicked] = useState<Month | null>(asked ?? null)
  const isEarlier = picked !== null && now.data !== null && picked !== now.data.month
  const earlier = useLoad(isEarlier ? `finance/${book.id}/${picked}` : null, () => fetchFinance(book.id, picked ?? ''))
  const shown = isEarlier ? earlier : now
  usePullDownRefresh(() => void Promise.all([now.reload(), shown.reload()]).then(() => stopPullDownRefresh()))
  const month = shown.data?.month ?? picked
  const isWide = useIsWide(DESK_PX)
  return (
    <LoadedView loaded={now}>
      {(answer) => (
        <View className={styles.columns}>
          <View className={styles.column}>
            <HeadWatch bookId={book.id} head={answer.head} />
            <MoneyCard answer={answer} />
            <MonthsCard
              months={framed(answer, earlier.data, month)}
              firstMonth={book.firstMonth}
              lastMonth={answer.month}
              month={month ?? answer.month}
              onPick={setPicked}
            />
            {isWide && <Rest answer={answer} villageId={villageId} month={month ?? answer.month} />}
          </View>
          <View className={styles.column}>
            <LoadedView loaded={shown}>
              {(one) => (
                <MonthPart
                  key={one.month}
                  answer={one}
                  isRunning={one.month === answer.month}
                  onChanged={shown.reload}
                />
              )}
            </LoadedView>
          </View>
          {!isWide && <Rest answer={answer} villageId={villageId} month={month ?? answer.month} />}
        </View>
      )}
    </LoadedView>
  )
}

interface RestProps {
  readonly answer: FinanceAnswer
  readonly villageId: string
  readonly month: Month
}

function Rest({ answer, villageId, month }: RestProps) {
  return (
    <>
      <WaitingCard villageId={villageId} />
      <MoreCard answer={answer} month={month} />
    </>
  )
}

/** The bars that run up to now, unless the month one looks at lies before them all. */
function framed(now: FinanceAnswer, earlier: FinanceAnswer | null, month: Month | null): FinanceAnswer['months'] {
  const isThere = month === null || now.months.some((one) => one.month === month)
  return isThere || earlier === null ? now.months : earlier.months
}

function NoBook() {
  return (
    <Empty
      icon='book-open'
      title='村里还没有建账'
      note='报账员在这里建了账，每一笔您都能看到。现在想问村里的钱，可以在首页说。'
      action={{ words: '返回', onPress: goBack }}
    />
  )
}

function NoVillage() {
  return (
    <Empty
      icon='users-round'
      title='您还没有在哪个村'
      note='在哪个村，就能看哪个村的账。'
      action={{ words: '返回', onPress: goBack }}
    />
  )
}
