import type { FigureClasses, Measure } from '@huiying/shared/figures'

/**
 * In which class of a measure a ticket `t` is, or a round `c` of it; `k`: the call to him, if he was drawn. Counting
 * and listing take the same expression, so that a number and the list behind it can't differ. The act's instant
 * decides, not the mark: a late act is late also where no timer ran.
 */
export interface ClassSql {
  /** Which of `EACH_ROUND` count. */
  readonly where: string
  readonly inClass: string
  /** How often `inClass` asks for now. */
  readonly nows: number
}

/** What all measures are counted from, so that they can be in one go. */
export const EACH_ROUND = 'tickets t JOIN ticket_cycles c ON c.ticket_id = t.id LEFT JOIN callbacks k ON k.ticket_id = t.id'

/**
 * For what is counted once for each ticket. Only a rejection opens another round, by the same act (see `reject`); that
 * it is so of each ticket is compared at night (`ticket-differences.ts`).
 */
const IS_LAST_ROUND = 'c.rejected = 0'

function cases(...whens: readonly (readonly [condition: string, inClass: string])[]): string {
  return `CASE ${whens.map(([condition, inClass]) => `WHEN ${condition} THEN ${inClass}`).join(' ')} END`
}

function named<M extends Measure>(_measure: M, one: FigureClasses[M]): string {
  return `'${one}'`
}

const isMerged = 't.merged_into_id IS NOT NULL'
const isOpen = "t.status IN ('submitted', 'in-progress')"
const spoke = "k.result = 'spoke'"

export const CLASS_SQL: { readonly [M in Measure]: ClassSql } = {
  state: {
    where: IS_LAST_ROUND,
    inClass: cases(
      [isMerged, named('state', 'merged')],
      ["t.status = 'withdrawn'", named('state', 'withdrawn')],
      [
        `${isOpen} AND (t.closure_due_at < ? OR (t.responded_at IS NULL AND t.response_due_at < ?))`,
        named('state', 'open-late'),
      ],
      [isOpen, named('state', 'open')],
      ['1 = 1', 'c.outcome'],
    ),
    nows: 2,
  },
  response: {
    where: IS_LAST_ROUND,
    inClass: cases(
      [isMerged, named('response', 'merged')],
      ['t.responded_at > t.response_due_at', named('response', 'late')],
      [`t.responded_at IS NOT NULL AND ${spoke} AND k.is_answered = 0`, named('response', 'contradicted')],
      ['t.responded_at IS NOT NULL', named('response', 'met')],
      // Taken back after it was late: the mark stays.
      ['t.ended_at > t.response_due_at', named('response', 'late')],
      ['t.ended_at IS NOT NULL', named('response', 'withdrawn')],
      ['t.response_due_at < ?', named('response', 'open-late')],
      ['1 = 1', named('response', 'running')],
    ),
    nows: 1,
  },
  closure: {
    where: '1 = 1',
    inClass: cases(
      [isMerged, named('closure', 'merged')],
      ['c.rejected = 1', named('closure', 'rejected')],
      ['c.closed_at > c.closure_due_at', named('closure', 'late')],
      [`c.closed_at IS NOT NULL AND ${spoke} AND k.cycle = c.number AND k.is_settled = 0`, named('closure', 'contradicted')],
      ["c.outcome = 'settled'", named('closure', 'met')],
      ['c.outcome IS NOT NULL', 'c.outcome'],
      ['t.ended_at > c.closure_due_at', named('closure', 'late')],
      ['t.ended_at IS NOT NULL', named('closure', 'withdrawn')],
      ['c.closure_due_at < ?', named('closure', 'open-late')],
      ['1 = 1', named('closure', 'running')],
    ),
    nows: 1,
  },
  satisfaction: {
    where: "t.status <> 'withdrawn'",
    inClass: cases(
      [isMerged, named('satisfaction', 'merged')],
      ['c.rating IS NOT NULL', 'c.rating'],
      ['c.rejected = 1', named('satisfaction', 'rejected')],
      ['c.closed_at IS NULL', named('satisfaction', 'open')],
      ["t.status = 'closed'", named('satisfaction', 'waiting')],
      ['1 = 1', named('satisfaction', 'unrated')],
    ),
    nows: 0,
  },
  callback: {
    // Who is drawn is nobody's to know before it is closed.
    where: `${IS_LAST_ROUND} AND k.ticket_id IS NOT NULL AND t.merged_into_id IS NULL
      AND (k.result IS NOT NULL OR t.status IN ('closed', 'rated', 'unrated'))`,
    inClass: cases(
      [`${spoke} AND k.is_answered = 1 AND k.is_settled = 1`, named('callback', 'confirmed')],
      [spoke, named('callback', 'denied')],
      ['k.result IS NOT NULL', 'k.result'],
      ['1 = 1', named('callback', 'to-call')],
    ),
    nows: 0,
  },
}
