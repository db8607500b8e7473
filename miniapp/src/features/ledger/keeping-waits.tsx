import type { UnitBrief } from '@huiying/shared/villages'
import type { KeeperAnswer } from '@huiying/shared/ledger'
import { useLoad } from '@/platform/use-load'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { fetchBooks, fetchKeeping } from './api'
import { openDesk } from './keeping-ways'
import { lacksOf, lackWords } from './keeping-words'

/**
 * On the home page of whoever keeps a book: months that wait for him, or that there is no book yet. Nothing while there
 * is none, nor while the network is away.
 */
export function KeepingWaits({ village }: { readonly village: UnitBrief }) {
  const desks = useLoad(`keeping-waits/${village.id}`, () => loadDesks(village.id))
  if (desks.data === null) return null
  if (desks.data.length === 0) {
    return (
      <Card tone='soon'>
        <ListRow
          icon='notebook-pen'
          title={`${village.name}还没有建账`}
          note='建了账，每一笔村里人都能看到'
          onPress={() => openDesk({ village: village.id })}
        />
      </Card>
    )
  }
  const waiting = desks.data.flatMap(({ book, months, now }) => {
    const [first, ...others] = lacksOf({ months })
    return first === undefined ? [] : [{ book, first, others, now }]
  })
  if (waiting.length === 0) return null
  return (
    <Card tone='soon'>
      {waiting.map(({ book, first, others, now }) => (
        <ListRow
          key={book.id}
          icon='notebook-pen'
          title={`记账：${lackWords(first, now)}`}
          note={others.length === 0 ? book.name : `${book.name}，后面还有 ${others.length} 个月`}
          onPress={() => openDesk({ village: village.id, book: book.id, month: first.month })}
        />
      ))}
    </Card>
  )
}

async function loadDesks(villageId: string): Promise<readonly KeeperAnswer[]> {
  const { books } = await fetchBooks(villageId)
  return Promise.all(books.map(({ id }) => fetchKeeping(id)))
}
