import { View } from '@tarojs/components'
import { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro'
import type { VillageBooksAnswer } from '@huiying/shared/ledger'
import { SignedIn } from '@/features/identity'
import { fetchVillageBooks } from '@/features/ledger/api'
import { VILLAGE_BOOKS_URL } from '@/features/ledger/ways'
import { DESK_PX, useIsWide } from '@/platform/use-is-wide'
import { useLoad } from '@/platform/use-load'
import { Card } from '@/ui/card'
import { LoadedView } from '@/ui/loaded-view'
import { LongList } from '@/ui/long-list'
import { Page } from '@/ui/page'
import { BookRow } from './book-row'
import { booksSentence } from './village-book-words'
import styles from './villages.module.scss'

/** The villages' books side by side, for those above them; what needs looking at comes first. */
export default function VillageBooksPage() {
  return (
    <Page title='各村的账' isWide={useIsWide(DESK_PX)}>
      <SignedIn backTo={VILLAGE_BOOKS_URL}>{(me) => <VillageBooks key={me.accountId} />}</SignedIn>
    </Page>
  )
}

function VillageBooks() {
  const loaded = useLoad('village-books', fetchVillageBooks)
  usePullDownRefresh(() => void loaded.reload().then(() => stopPullDownRefresh()))
  return <LoadedView loaded={loaded}>{(answer) => <Answer answer={answer} />}</LoadedView>
}

function Answer({ answer }: { readonly answer: VillageBooksAnswer }) {
  const { books, withoutBook, now } = answer
  const countOf = new Map<string, number>()
  for (const { village } of books) countOf.set(village.id, (countOf.get(village.id) ?? 0) + 1)
  return (
    <View className={styles.page}>
      <View className={styles.sum}>{booksSentence(answer)}</View>
      {books.length > 0 && (
        <Card>
          <LongList label='各村的账' rows={books} unit='本'>
            {(row) => (
              <BookRow key={row.bookId} row={row} isOneOfSeveral={(countOf.get(row.village.id) ?? 0) > 1} now={now} />
            )}
          </LongList>
        </Card>
      )}
      {withoutBook.length > 0 && (
        <Card title={`还没有建账的村：${withoutBook.length} 个`}>
          <View className={styles.quiet}>{withoutBook.map(({ name }) => name).join('、')}</View>
        </Card>
      )}
    </View>
  )
}
