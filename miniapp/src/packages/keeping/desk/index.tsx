import { useState } from 'react'
import { View } from '@tarojs/components'
import { stopPullDownRefresh, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { isMonth, LEGAL_BODY_NAMES, type BookBrief, type LegalBody, type Month } from '@huiying/shared/ledger'
import type { UnitBrief } from '@huiying/shared/villages'
import { SignedIn } from '@/features/identity'
import { fetchBooks, fetchKeeping } from '@/features/ledger/api'
import { deskUrl, keptVillages } from '@/features/ledger/keeping-ways'
import { DESK_PX, useIsWide } from '@/platform/use-is-wide'
import { useLoad } from '@/platform/use-load'
import { Choice } from '@/ui/choice'
import { LoadedView } from '@/ui/loaded-view'
import { goBack, Page } from '@/ui/page'
import { Empty } from '@/ui/states'
import styles from '../keeping.module.scss'
import { DeskBody } from './desk-body'
import { OpenBookForm } from './open-book-form'

/** The accountant's desk: what waits, the month's entries, and the way of a month onto the wall. */
export default function DeskPage() {
  const place = useRouter().params
  return (
    <Page title='记账' isWide={useIsWide(DESK_PX)}>
      <SignedIn backTo={deskUrl({ village: place.village, book: place.book, month: place.month })}>
        {(me) => {
          const villages = keptVillages(me)
          const village = villages.find(({ id }) => id === place.village) ?? villages[0]
          if (village === undefined) return <NotKept />
          const month = place.month !== undefined && isMonth(place.month) ? place.month : null
          return <Desk key={`${me.accountId}/${village.id}`} village={village} bookId={place.book} month={month} />
        }}
      </SignedIn>
    </Page>
  )
}

interface DeskProps {
  readonly village: UnitBrief
  readonly bookId: string | undefined
  readonly month: Month | null
}

const NEW_BOOK = 'new'

function Desk({ village, bookId, month }: DeskProps) {
  const loaded = useLoad(`books/${village.id}`, () => fetchBooks(village.id))
  const [pickedId, setPickedId] = useState(bookId)
  return (
    <LoadedView loaded={loaded}>
      {({ books }) => {
        const missing = bodiesWithout(books)
        const book = pickedId === NEW_BOOK ? undefined : books.find(({ id }) => id === pickedId) ?? books[0]
        return (
          <View className={styles.page}>
            {(books.length > 1 || (book === undefined && books.length > 0)) && (
              <View className={styles.gap}>
                <Choice
                  label='哪本账'
                  value={book?.id ?? NEW_BOOK}
                  options={books.map(({ id, name }) => ({ value: id, words: name }))}
                  onChange={setPickedId}
                />
              </View>
            )}
            {book === undefined ? (
              <OpenBookForm
                village={village}
                bodies={missing}
                onOpened={(opened) => {
                  loaded.replace({ books: [...books, opened] })
                  setPickedId(opened.id)
                }}
              />
            ) : (
              <Book
                key={book.id}
                book={book}
                asked={month}
                {...(missing.length === 0 ? {} : { onNewBook: () => setPickedId(NEW_BOOK) })}
              />
            )}
          </View>
        )
      }}
    </LoadedView>
  )
}

/** A village has up to two bodies, each with a book of its own. */
function bodiesWithout(books: readonly BookBrief[]): readonly LegalBody[] {
  const all = Object.keys(LEGAL_BODY_NAMES) as LegalBody[]
  return all.filter((body) => !books.some(({ legalBody }) => legalBody === body))
}

interface BookProps {
  readonly book: BookBrief
  readonly asked: Month | null
  readonly onNewBook?: () => void
}

function Book({ book, asked, onNewBook }: BookProps) {
  const [month, setMonth] = useState(asked)
  const desk = useLoad(`keeping/${book.id}/${month ?? ''}`, () => fetchKeeping(book.id, month ?? undefined))
  usePullDownRefresh(() => void desk.reload().then(() => stopPullDownRefresh()))
  return (
    <LoadedView loaded={desk}>
      {(answer) => (
        <DeskBody
          desk={answer}
          onMonth={setMonth}
          {...(onNewBook === undefined ? {} : { onNewBook })}
          onChanged={(changed) => {
            // An act may have been about another month than the one in sight: then that one comes up.
            if (changed.month === answer.month) desk.replace(changed)
            else setMonth(changed.month)
          }}
          onOutdated={() => void desk.reload()}
        />
      )}
    </LoadedView>
  )
}

function NotKept() {
  return (
    <Empty
      icon='notebook-pen'
      title='记账由村里的报账员来做'
      note='村里的每一笔账，您在“村里还有多少钱”里都能看。'
      action={{ words: '返回', onPress: goBack }}
    />
  )
}
