import { formatYuan, type EpochMs } from '@huiying/shared/kernel'
import type { BookInHome } from '@huiying/shared/ledger'
import { monthName } from '@huiying/shared/ledger'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { openLedger } from './ways'

export interface MoneyLineProps {
  readonly villageId: string
  readonly books: readonly BookInHome[]
  readonly now: EpochMs
}

/** "村里还有多少钱 ¥…" on the villager's first screen; a village that keeps no book yet says nothing here. */
export function MoneyLine({ villageId, books, now }: MoneyLineProps) {
  if (books.length === 0) return null
  return (
    <Card>
      {books.map((book) => (
        <ListRow
          key={book.bookId}
          icon='wallet'
          title={`村里还有多少钱：${formatYuan(book.totalFen)}`}
          note={[...(books.length > 1 ? [book.name] : []), noticeOf(book, now)].join(' · ')}
          onPress={() => openLedger({ villageId, bookId: book.bookId })}
        />
      ))}
    </Card>
  )
}

function noticeOf({ publishedMonth, noticeEndsAt }: BookInHome, now: EpochMs): string {
  if (publishedMonth === null) return '每一笔都能看'
  const isRunning = noticeEndsAt !== null && now < noticeEndsAt
  return isRunning ? `${monthName(publishedMonth)}的账正在公示，有话可以说` : `每一笔都能看，公示到${monthName(publishedMonth)}`
}
