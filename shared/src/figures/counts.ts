/**
 * What became of each ticket, answer and closure of a period (handbook §2, "Figures"). Every one is in exactly one
 * class of each list, so that the parts add up to the whole and no case drops out of sight.
 */

/** Where the ticket stands now. */
export const STATE_CLASSES = [
  'settled', 'explained', 'not-accepted', 'open', 'open-late', 'withdrawn', 'merged',
] as const
export type StateClass = (typeof STATE_CLASSES)[number]

/** Was it answered in time? One for each ticket. */
export const RESPONSE_CLASSES = [
  'met', 'late', 'open-late', 'contradicted', 'running', 'withdrawn', 'merged',
] as const
export type ResponseClass = (typeof RESPONSE_CLASSES)[number]

/** Was it finished in time? One for each round of each ticket. */
export const CLOSURE_CLASSES = [
  'met', 'late', 'rejected', 'open-late', 'contradicted', 'explained', 'not-accepted', 'running', 'withdrawn', 'merged',
] as const
export type ClosureClass = (typeof CLOSURE_CLASSES)[number]

/** What the resident said of it. One for each round of each ticket. */
export const SATISFACTION_CLASSES = [
  'satisfied', 'fairly-satisfied', 'dissatisfied', 'unrated', 'waiting', 'rejected', 'open', 'merged',
] as const
export type SatisfactionClass = (typeof SATISFACTION_CLASSES)[number]

/** How the calls to the drawn ones went. None before it is closed: nobody may know before that who was drawn. */
export const CALLBACK_CLASSES = ['confirmed', 'denied', 'declined', 'unreachable', 'to-call'] as const
export type CallbackClass = (typeof CALLBACK_CLASSES)[number]

export interface FigureClasses {
  readonly state: StateClass
  readonly response: ResponseClass
  readonly closure: ClosureClass
  readonly satisfaction: SatisfactionClass
  readonly callback: CallbackClass
}
export type Measure = keyof FigureClasses

export const CLASSES_OF: { readonly [M in Measure]: readonly FigureClasses[M][] } = {
  state: STATE_CLASSES,
  response: RESPONSE_CLASSES,
  closure: CLOSURE_CLASSES,
  satisfaction: SATISFACTION_CLASSES,
  callback: CALLBACK_CLASSES,
}
export const MEASURES = Object.keys(CLASSES_OF) as readonly Measure[]

export type Counts<M extends Measure> = Readonly<Record<FigureClasses[M], number>>
/** All that is counted of one unit in one period. */
export type UnitFigures = { readonly [M in Measure]: Counts<M> }

export function noCounts<M extends Measure>(measure: M): Counts<M> {
  return Object.fromEntries(CLASSES_OF[measure].map((one) => [one, 0])) as Counts<M>
}

export function sumCounts<M extends Measure>(measure: M, all: readonly Counts<M>[]): Counts<M> {
  return Object.fromEntries(
    CLASSES_OF[measure].map((one) => [one, all.reduce((sum, counts) => sum + counts[one], 0)]),
  ) as Counts<M>
}

export function sumFigures(all: readonly UnitFigures[]): UnitFigures {
  return {
    state: sumCounts('state', all.map(({ state }) => state)),
    response: sumCounts('response', all.map(({ response }) => response)),
    closure: sumCounts('closure', all.map(({ closure }) => closure)),
    satisfaction: sumCounts('satisfaction', all.map(({ satisfaction }) => satisfaction)),
    callback: sumCounts('callback', all.map(({ callback }) => callback)),
  }
}

/** How many were raised: every ticket stands somewhere. */
export function raisedIn(state: Counts<'state'>): number {
  return STATE_CLASSES.reduce((sum, one) => sum + state[one], 0)
}
