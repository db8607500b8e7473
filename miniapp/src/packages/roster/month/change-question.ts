import type { EpochMs } from '@huiying/shared/kernel'
import { slotHolds, spanOf, type CellChange } from '@huiying/shared/roster'
import { isVisitorSeat, personAt, spotOf, type MonthModel, type Spot } from './month-model'
import { cellWords } from './month-news'

export interface ChangeQuestion {
  readonly title: string
  readonly words: string
}

/**
 * What is asked before an edit, `null`: nothing. Of a published month a shift that runs is somebody's telephone at this
 * moment, and one key is easily hit; a draft is nobody's yet, and an edit of a coming day can be taken back.
 */
export function questionBefore(
  model: MonthModel,
  changes: readonly CellChange[],
  { isDelete, now }: { readonly isDelete: boolean; readonly now: EpochMs },
): ChangeQuestion | null {
  if (model.answer.status !== 'published') return null
  const spots = changes.flatMap((change) => spotOf(model, change) ?? [])
  const running = spots.find((spot) => runsAt(model, spot, now))
  if (running !== undefined) {
    const name = personAt(model, running)?.name
    const words = name === undefined ? '这一班正在值，改了马上算数。' : `现在${name}正在值班，改了马上算数。`
    return { title: `改${titleOf(model, running)}？`, words }
  }
  const [first] = spots
  if (!isDelete || first === undefined) return null
  const name = personAt(model, first)?.name
  const told = name === undefined ? '那天本来就没有人。' : `${name}会收到消息。`
  return {
    title: isVisitorSeat(first.seat) ? `${titleOf(model, first)}不来了？` : `${titleOf(model, first)}空着？`,
    words: isVisitorSeat(first.seat) ? told : `村民来了会没人接，${told}`,
  }
}

export function runsAt({ answer }: MonthModel, { day, seat }: Pick<Spot, 'day' | 'seat'>, now: EpochMs): boolean {
  const on = answer.days[day]?.on
  return on !== undefined && slotHolds(spanOf(seat, on, answer.terms), now)
}

function titleOf({ answer }: MonthModel, { village, day, seat }: Spot): string {
  return cellWords({ on: answer.days[day]?.on ?? '', seat }, answer.villages[village]?.village.name ?? '')
}
