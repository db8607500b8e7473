import { sumFen, type Fen } from '../kernel'
import { accountOf, isProfitAndLoss, rootCodeOf } from './account'
import type { Book } from './book'
import { chartOf } from './charts'
import { monthAfter, type Month } from './month'
import type { Statement, StatementRow } from './statement'
import type { Turnover } from './turnover'

/**
 * 收支明细表 of a month: every account of 损益 with those below it, this month and the year so far. 年末结转 empties the
 * accounts but earns nothing, so it is left out. What a book was opened with in the middle of a year belongs to the
 * year so far, not to the month. Lines are the ten accounts of 损益 in the chart's order; that the ministry's printed
 * form has no line between them could not be looked up.
 */
export function incomeStatement(book: Book, turnovers: readonly Turnover[], month: Month): Statement {
  const sides = (['credit', 'debit'] as const).map((side) => {
    const sign = side === 'credit' ? -1 : 1
    const { accounts } = chartOf(book.chartVersion)
    const roots = accounts.filter(({ code, normalSide }) => isProfitAndLoss(code) && normalSide === side)
    const rows = roots.flatMap(({ code, name }) => [
      row(code, name, 1, amountsOf(turnovers, month, sign, (account) => rootCodeOf(account) === code)),
      ...subCodes(turnovers, code, month).map((account) =>
        row(account, accountOf(book, account).name, 2, amountsOf(turnovers, month, sign, (one) => one === account))),
    ])
    const label = side === 'credit' ? '收入合计' : '支出合计'
    const codes = new Set(roots.map(({ code }) => code))
    const total = amountsOf(turnovers, month, sign, (account) => codes.has(rootCodeOf(account)))
    return { rows: [...rows, { ...row(side === 'credit' ? 'income' : 'expense', label, 0, total), isTotal: true }], total }
  })
  const [income, expense] = sides
  const rest = [0, 1].map((at) => (income?.total[at] ?? 0) - (expense?.total[at] ?? 0))
  return {
    title: '收支明细表',
    columns: ['本月数', '本年累计数'],
    rows: [...sides.flatMap(({ rows }) => rows), { ...row('result', '收支相抵', 0, rest), isTotal: true }],
  }
}

/** What the accounts earned (credit, `sign` -1) or cost (debit, 1) from one month to another, both included. */
export function resultFen(
  turnovers: readonly Turnover[],
  { from, to, includesOpening }: { readonly from: Month; readonly to: Month; readonly includesOpening: boolean },
  sign: 1 | -1,
  fits: (account: string) => boolean,
): Fen {
  return sumFen(
    turnovers
      .filter((one) => isProfitAndLoss(one.account) && fits(one.account) && one.month >= from && one.month <= to)
      .filter(({ kind }) => kind === 'ordinary' || (kind === 'opening' && includesOpening))
      .map(({ debitFen, creditFen }) => sign * (debitFen - creditFen)),
  )
}

/** The first month of its year. */
export function januaryOf(month: Month): Month {
  return monthAfter(month, 1 - Number(month.slice(5)))
}

function amountsOf(
  turnovers: readonly Turnover[],
  month: Month,
  sign: 1 | -1,
  fits: (account: string) => boolean,
): readonly Fen[] {
  return [
    resultFen(turnovers, { from: month, to: month, includesOpening: false }, sign, fits),
    resultFen(turnovers, { from: januaryOf(month), to: month, includesOpening: true }, sign, fits),
  ]
}

function subCodes(turnovers: readonly Turnover[], root: string, month: Month): readonly string[] {
  const codes = turnovers
    .filter(({ account, kind }) => account !== root && rootCodeOf(account) === root && kind !== 'year-end')
    .filter((one) => one.month >= januaryOf(month) && one.month <= month)
    .map(({ account }) => account)
  return [...new Set(codes)].sort()
}

function row(key: string, label: string, depth: number, amountsFen: readonly Fen[]): StatementRow {
  return { key, label, depth, isTotal: false, amountsFen }
}
