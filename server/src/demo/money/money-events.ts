import type { EpochMs } from '@huiying/shared/kernel'
import { MINUTE_MS } from '@huiying/shared/kernel'
import { firstOf } from '@huiying/shared/ledger'
import type { DemoLists } from '../demo-lists'
import type { DemoEvent } from '../play'
import type { Stage } from '../stage'
import { bookMonths, instantOn } from './book-months'
import { entryQuestions } from './entry-questions'
import { HomeBook } from './home-book'
import { sealEvents } from './home-seals'
import { broughtBook, youngBook } from './neighbour-books'
import { VillageHands } from './village-hands'

const SEED = 5_014
/** By their place among the villages: the one to look at, one under 一肩挑, one that has just begun. */
const [HOME, BROUGHT, YOUNG] = [0, 1, 4]

/** Before anything is written into a book. */
export function firstMoneyInstant(now: EpochMs): EpochMs {
  const [first = ''] = bookMonths(now)
  return instantOn(firstOf(first), 8) - MINUTE_MS
}

/** A year around the money of three villages. */
export function moneyEvents(stage: Stage, { cast, residents }: DemoLists): readonly DemoEvent[] {
  const handsOf = (at: number): VillageHands => {
    const village = cast.villages[at]
    if (village === undefined) throw new Error(`the demo has no village ${at}`)
    return new VillageHands(stage, village, residents.get(village.village.code) ?? [], SEED + at)
  }
  const home = handsOf(HOME)
  const book = new HomeBook(home, stage.now)
  return [
    ...book.events(),
    ...sealEvents(home, stage.now),
    ...entryQuestions(home, () => book.askedEntryId(), stage.now),
    ...broughtBook(handsOf(BROUGHT), stage.now),
    ...youngBook(handsOf(YOUNG), stage.now),
  ]
}
