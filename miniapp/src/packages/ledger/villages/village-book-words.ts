import { chinaDateOf, formatYuan, type EpochMs } from '@huiying/shared/kernel'
import { monthName, type VillageBookRow, type VillageBooksAnswer } from '@huiying/shared/ledger'
import { monthTitle } from '@/features/ledger/words'
import type { Tone } from '@/ui/tag'

export interface Said {
  readonly words: string
  readonly tone: Tone
}

/** "9月已公示", and how many months ought to be. */
export function publishedSaid({ lastPublished, lateMonths }: VillageBookRow, now: EpochMs): Said {
  const isThisYear = lastPublished?.slice(0, 4) === chinaDateOf(now).slice(0, 4)
  const last = lastPublished === null
    ? '还没公示过'
    : `${isThisYear ? monthName(lastPublished) : monthTitle(lastPublished)}已公示`
  if (lateMonths === 0) return { words: last, tone: lastPublished === null ? 'plain' : 'ok' }
  return { words: `${last}，有 ${lateMonths} 个月该公示没公示`, tone: 'late' }
}

/** "2 张开支拖了，最久 5 天"; `null`: none is under way. */
export function waitingSaid({ waiting: { count, lateCount, oldestDays } }: VillageBookRow): Said | null {
  if (count === 0) return null
  if (lateCount === 0) return { words: `${count} 张开支在办`, tone: 'plain' }
  const long = oldestDays === 0 ? '' : lateCount === 1 ? ` ${oldestDays} 天` : `，最久 ${oldestDays} 天`
  const others = count === lateCount ? '' : `，还有 ${count - lateCount} 张在办`
  return { words: `${lateCount} 张开支拖了${long}${others}`, tone: 'soon' }
}

/** What the nightly check found; `null`: nothing. */
export function findingsSaid({ findingCount }: VillageBookRow): Said | null {
  return findingCount === 0 ? null : { words: `核对出 ${findingCount} 处不对`, tone: 'late' }
}

/** "柳树湾村 ¥360,737.17 · 9月已公示 · 1 张开支拖了 5 天", for whoever has the row read to him. */
export function villageBookSentence(row: VillageBookRow, now: EpochMs): string {
  const said = [findingsSaid(row), publishedSaid(row, now), waitingSaid(row)].flatMap((one) => one?.words ?? [])
  return [`${row.village.name} ${formatYuan(row.moneyFen)}`, ...said].join(' · ')
}

/** How many books need looking at. */
export function booksSentence({ books }: VillageBooksAnswer): string {
  if (books.length === 0) return '还没有一个村建了账。'
  const count = books.filter(({ findingCount, lateMonths, waiting }) =>
    findingCount + lateMonths + waiting.lateCount > 0).length
  return `${books.length} 本账，${count === 0 ? '公示都没晚，开支也没拖着' : `${count} 本要看看，排在前面`}。`
}
