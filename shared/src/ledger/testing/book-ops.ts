import fc from 'fast-check'
import { addDays } from '../../kernel'
import type { CalendarDate, Fen } from '../../kernel'
import type { Line } from '../entry'
import { credit, debit } from './samples'

/** What somebody tries on a book; most of it should work, some of it must not. */
export type Op =
  | { readonly type: 'open'; readonly bankFen: Fen; readonly cashFen: Fen; readonly on: CalendarDate }
  | { readonly type: 'income'; readonly to: string; readonly from: string; readonly amountFen: Fen; readonly on: CalendarDate }
  | { readonly type: 'transfer'; readonly from: string; readonly to: string; readonly amountFen: Fen; readonly on: CalendarDate }
  | { readonly type: 'manual'; readonly lines: readonly Line[]; readonly on: CalendarDate }
  | { readonly type: 'reserve'; readonly expense: number; readonly account: string; readonly amountFen: Fen }
  | { readonly type: 'release'; readonly expense: number }
  | { readonly type: 'pay'; readonly expense: number; readonly to: string; readonly offByFen: Fen; readonly on: CalendarDate }
  | { readonly type: 'reverse'; readonly which: number; readonly on: CalendarDate }
  | { readonly type: 'assert'; readonly month: string; readonly offByFen: Fen }
  | { readonly type: 'withdraw'; readonly month: string }
  /** `assertsFirst`: with what the bank would say. */
  | { readonly type: 'close'; readonly month: string; readonly assertsFirst: boolean }

/** The first month that is not closed yet, whichever that is. */
export const FIRST_OPEN = 'first open'
const MONTHS = [FIRST_OPEN, FIRST_OPEN, '2026-08', '2026-09', '2026-10']
const MONEY = ['101', '102']
const OTHERS = ['112', '151', '152', '211', '301', '32202', '401', '50101', '503', '51301', '51402', '515']

const amountFen = fc.integer({ min: 1, max: 4_000 })
/** From the last days of July, before the book, to a few days that have not come. */
const day = fc.integer({ min: -2, max: 78 }).map((days) => addDays('2026-08-01', days))
const money = fc.constantFrom(...MONEY)
const other = fc.constantFrom(...OTHERS)
const month = fc.constantFrom(...MONTHS)
const expense = fc.integer({ min: 0, max: 4 })
const offByFen = fc.constantFrom(0, 0, 0, 0, 1, -1)

/** Two to four lines on any accounts; mostly made to balance, else left as they fell. */
const lines: fc.Arbitrary<readonly Line[]> = fc
  .tuple(
    fc.array(fc.record({ account: fc.oneof(money, other, other), isDebit: fc.boolean(), amountFen }), {
      minLength: 1, maxLength: 3,
    }),
    fc.oneof(money, other),
    fc.constantFrom(true, true, true, false),
  )
  .map(([drawn, last, balances]) => {
    const written = drawn.map((one) => (one.isDebit ? debit : credit)(one.account, one.amountFen))
    const gapFen = written.reduce((sum, line) => sum + (line.side === 'debit' ? line.amountFen : -line.amountFen), 0)
    if (!balances || gapFen === 0) return written
    return [...written, gapFen > 0 ? credit(last, gapFen) : debit(last, -gapFen)]
  })

const op: fc.Arbitrary<Op> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ type: fc.constant('open' as const), bankFen: amountFen, cashFen: amountFen, on: day }) },
  { weight: 5, arbitrary: fc.record({ type: fc.constant('income' as const), to: money, from: other, amountFen, on: day }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('transfer' as const), from: money, to: money, amountFen, on: day }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('manual' as const), lines, on: day }) },
  { weight: 5, arbitrary: fc.record({ type: fc.constant('reserve' as const), expense, account: money, amountFen }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('release' as const), expense }) },
  { weight: 6, arbitrary: fc.record({ type: fc.constant('pay' as const), expense, to: other, offByFen, on: day }) },
  { weight: 5, arbitrary: fc.record({ type: fc.constant('reverse' as const), which: fc.nat(30), on: day }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('assert' as const), month, offByFen }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('withdraw' as const), month }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('close' as const), month, assertsFirst: fc.boolean() }) },
)

/** A book that mostly begins with something in it. */
export const ops: fc.Arbitrary<readonly Op[]> = fc
  .tuple(
    fc.constantFrom<readonly Op[]>([{ type: 'open', bankFen: 9_000, cashFen: 2_000, on: '2026-08-01' }], []),
    fc.array(op, { minLength: 5, maxLength: 60, size: 'max' }),
  )
  .map(([first, rest]) => [...first, ...rest])
