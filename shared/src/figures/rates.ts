import type { Counts, FigureClasses } from './counts'

/** `good` out of `of`; never a share alone, which hides how few there were. */
export interface Rate {
  readonly good: number
  readonly of: number
}

/** Fewer are shown as counts (handbook §2): one case more or less would move a percentage by five points. */
export const FEWEST_FOR_PERCENT = 20

/** What makes up a rate: `good` ÷ (`good` + `bad`). All other classes stand apart and are shown beside it. */
export interface RateParts<Class> {
  readonly good: readonly Class[]
  readonly bad: readonly Class[]
}

/** met ÷ (met + missed + open past due). What the resident denies when he is called back counts as missed. */
export const RESPONSE_PARTS: RateParts<FigureClasses['response']> = {
  good: ['met'],
  bad: ['late', 'open-late', 'contradicted'],
}

/**
 * The same for closures, rejected ones being missed. Explained and not accepted are counted apart: whoever explains
 * everything away settles nothing by it, and whoever does so late is late all the same.
 */
export const CLOSURE_PARTS: RateParts<FigureClasses['closure']> = {
  good: ['met'],
  bad: ['late', 'rejected', 'open-late', 'contradicted'],
}

/** Silence is neither satisfied nor dissatisfied: of those who rated. */
export const SATISFACTION_PARTS: RateParts<FigureClasses['satisfaction']> = {
  good: ['satisfied', 'fairly-satisfied'],
  bad: ['dissatisfied'],
}

export function responseRate(counts: Counts<'response'>): Rate {
  return rateOf(counts, RESPONSE_PARTS)
}

export function settlementRate(counts: Counts<'closure'>): Rate {
  return rateOf(counts, CLOSURE_PARTS)
}

export function satisfactionRate(counts: Counts<'satisfaction'>): Rate {
  return rateOf(counts, SATISFACTION_PARTS)
}

function rateOf<Class extends string>(counts: Readonly<Record<Class, number>>, { good, bad }: RateParts<Class>): Rate {
  const sum = (classes: readonly Class[]): number => classes.reduce((total, one) => total + counts[one], 0)
  return { good: sum(good), of: sum(good) + sum(bad) }
}

/** "93.7%"; of few "14/15"; of none "没有". Rounded down: 100 % is said only when none is missing. */
export function rateWords({ good, of }: Rate): string {
  if (of === 0) return '没有'
  if (of < FEWEST_FOR_PERCENT) return `${good}/${of}`
  const tenths = Math.floor((good * 1_000) / of)
  return `${Math.floor(tenths / 10)}${tenths % 10 === 0 ? '' : `.${tenths % 10}`}%`
}
