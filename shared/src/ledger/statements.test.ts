import { balanceSheet } from './balance-sheet'
import { CHART_2023 } from './chart-2023'
import { distributionStatement } from './distribution-statement'
import { incomeStatement } from './income-statement'
import type { Statement } from './statement'
import { BOOK, credit, debit, move, Pen } from './testing/samples'
import { trialBalance } from './trial-balance'
import { turnoversOf } from './turnover'
import { yearEndLines } from './year-end'

function written(): Pen {
  const pen = new Pen()
  pen.open('2026-08-01', [
    debit('102', 500_000), debit('151', 900_000), credit('152', 100_000), debit('112', 8_000), credit('50101', 20_000),
    debit('51301', 3_000), credit('32202', 91_000), credit('301', 1_200_000),
  ])
  pen.income('2026-08-10', '50101', 30_000)
  pen.spend('2026-09-02', '51403', 5_000)
  const wrong = pen.spend('2026-09-03', '51301', 4_000)
  pen.reverse(wrong, '2026-09-04')
  pen.post('2026-09-05', move('102', '51302', 4_000), { source: wrong.source as { type: 'expense'; expenseId: string; approval: string } })
  pen.post('2026-09-30', move('152', '513', 900), { purpose: '折旧' })
  pen.spend('2026-12-20', '3220102', 10_000, { purpose: '分红' })
  return pen
}

describe('科目余额表', () => {
  it('has two equal sides in each of its three pairs', () => {
    const { rows, total } = trialBalance(BOOK, turnoversOf(written().written), '2026-09')
    expect(total.opening.debitFen).toBe(total.opening.creditFen)
    expect(total.period.debitFen).toBe(total.period.creditFen)
    expect(total.closing.debitFen).toBe(total.closing.creditFen)
    expect(rows.find(({ account }) => account === '102')).toEqual({
      account: '102', name: '银行存款', opening: { debitFen: 530_000, creditFen: 0 },
      period: { debitFen: 0, creditFen: 9_000 }, closing: { debitFen: 521_000, creditFen: 0 },
    })
  })

  it('counts a reversal in red: less on its own side, nothing on the other', () => {
    const { rows } = trialBalance(BOOK, turnoversOf(written().written), '2026-09', 'sub-account')
    expect(rows.find(({ account }) => account === '51301')?.period).toEqual({ debitFen: 0, creditFen: 0 })
    expect(rows.find(({ account }) => account === '51302')).toMatchObject({ name: '干部补贴', period: { debitFen: 4_000, creditFen: 0 } })
  })
})

describe('收支明细表', () => {
  it('this month and the year so far, what the book was opened with in the year only', () => {
    const statement = incomeStatement(BOOK, turnoversOf(written().written), '2026-09')
    expect(amounts(statement, '501')).toEqual([0, 50_000])
    expect(amounts(statement, '50101')).toEqual([0, 50_000])
    expect(amounts(statement, '513')).toEqual([4_900, 7_900])
    expect(amounts(statement, '51301')).toEqual([0, 3_000])
    expect(amounts(statement, 'income')).toEqual([0, 50_000])
    expect(amounts(statement, 'expense')).toEqual([9_900, 12_900])
    expect(amounts(statement, 'result')).toEqual([-9_900, 37_100])
    expect(statement.rows.map(({ key }) => key)).toEqual([
      '501', '50101', '502', '503', '504', 'income',
      '511', '512', '513', '51301', '51302', '514', '51403', '515', '521', 'expense', 'result',
    ])
  })
})

describe('收益及收益分配表', () => {
  it('from what was earned to what is left, and the year before', () => {
    const statement = distributionStatement(turnoversOf(written().written), '2026-12')
    const figures = Object.fromEntries(statement.rows.map(({ key, amountsFen }) => [key, amountsFen[0]]))
    expect(figures).toMatchObject({
      operatingIncome: 50_000, management: 7_900, operatingResult: 42_100, welfare: 5_000, totalResult: 37_100,
      netResult: 37_100,
      carriedOver: 91_000, transferredIn: 0, distributable: 128_100, toMembers: 10_000, undistributed: 118_100,
    })
    expect(statement.rows.every(({ amountsFen }) => amountsFen[1] === 0)).toBe(true)
    expect(statement.columns).toHaveLength(2)
  })

  it('says the same after 年末结转, and the next year carries it over', () => {
    const pen = written()
    const before = distributionStatement(turnoversOf(pen.written), '2026-12')
    const lines = yearEndLines(turnoversOf(pen.written))
    pen.post('2026-12-31', lines, { source: { type: 'year-end' } })
    const turnovers = turnoversOf(pen.written)
    expect(distributionStatement(turnovers, '2026-12')).toEqual(before)
    expect(incomeStatement(BOOK, turnovers, '2026-12').rows.at(-1)?.amountsFen).toEqual([0, 37_100])
    const next = distributionStatement(turnovers, '2027-03')
    expect(amounts(next, 'carriedOver')).toEqual([118_100, 0])
    expect(amounts(next, 'netResult')).toEqual([0, 0])
    expect(yearEndLines(turnovers)).toEqual([])
  })
})

describe('资产负债表', () => {
  it('what the village has is what it owes and owns', () => {
    const statement = balanceSheet(turnoversOf(written().written), '2026-12')
    expect(amounts(statement, 'money')).toEqual([511_000, 500_000])
    expect(amounts(statement, 'fixed')).toEqual([799_100, 800_000])
    expect(amounts(statement, 'receivable')).toEqual([8_000, 8_000])
    expect(amounts(statement, 'undistributed')).toEqual([118_100, 108_000])
    expect(amounts(statement, 'assets')).toEqual([1_318_100, 1_308_000])
    expect(amounts(statement, 'liabilitiesAndEquity')).toEqual(amounts(statement, 'assets'))
  })

  it('what one owes is not set off against what another is owed', () => {
    const pen = new Pen({ ...written().state, entryCount: 0, hasOpening: false, book: {
      ...BOOK, subAccounts: [{ code: '11301', name: '张', isActive: true }, { code: '11302', name: '李', isActive: true }],
    } })
    pen.open('2026-08-01', [debit('11301', 700), credit('11302', 300), credit('301', 400)])
    const statement = balanceSheet(turnoversOf(pen.written), '2026-08')
    expect(amounts(statement, 'receivable')[0]).toBe(700)
    expect(amounts(statement, 'payable')[0]).toBe(300)
    expect(amounts(statement, 'assets')).toEqual(amounts(statement, 'liabilitiesAndEquity'))
  })
})

describe('the statements and the chart', () => {
  const others = CHART_2023.accounts.filter(({ code }) => !['101', '102'].includes(code))

  it.each(others.map(({ code, name }) => [code, name]))('%s %s is in the balance sheet, once', (code) => {
    const pen = new Pen()
    pen.open('2026-08-01', [debit('102', 100), credit('301', 100)])
    const before = balanceSheet(turnoversOf(pen.written), '2026-08')
    pen.post('2026-08-02', [debit('102', 7), credit(code, 7)])
    const after = balanceSheet(turnoversOf(pen.written), '2026-08')
    const change = (key: string): number => (amounts(after, key)[0] ?? 0) - (amounts(before, key)[0] ?? 0)
    expect(change('assets')).toBe(change('liabilitiesAndEquity'))
    const [own, both] = [['asset', 'cost'], ['112', '113']]
    const kind = CHART_2023.accounts.find((one) => one.code === code)?.kind ?? ''
    // What is owed to us and now overdrawn stands among what we owe.
    expect(change('assets')).toBe(own.includes(kind) && !both.includes(code) ? 0 : 7)
  })

  it.each(others.filter(({ kind }) => kind === 'profit-and-loss').map(({ code, name }) => [code, name]))(
    '%s %s changes 净收益 by its whole amount, and 收支相抵 as well', (code) => {
      const pen = new Pen()
      pen.open('2026-08-01', [debit('102', 100), credit('301', 100)])
      pen.post('2026-08-02', [debit('102', 7), credit(code, 7)])
      const turnovers = turnoversOf(pen.written)
      expect(amounts(distributionStatement(turnovers, '2026-08'), 'netResult')[0]).toBe(7)
      expect(amounts(incomeStatement(BOOK, turnovers, '2026-08'), 'result')).toEqual([7, 7])
    })
})

function amounts(statement: Statement, key: string): readonly number[] {
  const found = statement.rows.filter((row) => row.key === key)
  if (found.length !== 1) throw new Error(`${found.length} lines ${key}`)
  return found[0]?.amountsFen ?? []
}
