import { flowOfMonth, flowOfYearTo, moneyLeft, netFlowFen } from './money-flow'
import { checkOther, otherShareOf } from './other-share'
import { DEFAULT_LEDGER_TERMS } from './policy'
import { reserveMoney } from './reserve-money'
import { BOOK, credit, debit, LATER, move, Pen, refusal } from './testing/samples'
import { correctionsIn, namedUses, sharesOf, usesOf, type Use } from './uses'

function season(): Pen {
  const pen = new Pen()
  pen.open('2026-08-01', [debit('102', 100_000), debit('101', 500), credit('301', 100_500)])
  pen.income('2026-08-05', '50101', 30_000)
  const wrong = pen.spend('2026-08-14', '51402', 12_800)
  pen.spend('2026-09-02', '51403', 5_000)
  pen.post('2026-09-03', move('102', '101', 700), { purpose: '备用' })
  pen.reverse(wrong, '2026-09-20')
  pen.post('2026-09-21', move('102', '51402', 12_800), { source: wrong.source as { type: 'expense'; expenseId: string; approval: string } })
  pen.post('2026-09-30', move('152', '513', 900), { purpose: '折旧' })
  return pen
}

describe('money in and out', () => {
  it('of a month and of the year; a correction stands apart, a withdrawal is neither', () => {
    const { written } = season()
    expect(flowOfMonth(written, '2026-08')).toEqual({ inFen: 30_000, outFen: 12_800, correctedFen: 0, openingFen: 100_500 })
    expect(flowOfMonth(written, '2026-09')).toEqual({ inFen: 0, outFen: 17_800, correctedFen: 12_800, openingFen: 0 })
    expect(flowOfYearTo(written, '2026-09')).toEqual({ inFen: 30_000, outFen: 30_600, correctedFen: 12_800, openingFen: 100_500 })
    expect(flowOfYearTo(written, '2027-01').inFen).toBe(0)
  })

  it('adds up to what is left, what is promised shown apart', () => {
    const pen = season()
    pen.state = reserveMoney(pen.state, { expenseId: 'x', account: '102', amountFen: 10_000, isPosted: false }, LATER).next
    const left = moneyLeft(pen.state)
    expect(left).toEqual({ totalFen: 112_700, cashFen: 1_200, bankFen: 111_500, reservedFen: 10_000, freeFen: 102_700 })
    expect(netFlowFen(flowOfYearTo(pen.written, '2026-12'))).toBe(left.totalFen)
  })
})

describe('on what', () => {
  it('the greatest first, by its plain name, corrections off', () => {
    const { out, in: into } = usesOf(BOOK, season().written)
    expect(out.map(({ name, amountFen }) => [name, amountFen])).toEqual([['水利和下水道', 12_800], ['清扫保洁', 5_000], ['办公和管理', 900]])
    expect(into.map(({ name, amountFen }) => [name, amountFen])).toEqual([['租金承包费', 30_000]])
  })

  it('the same from sums that were kept month by month', () => {
    const { written } = season()
    const sums = ['2026-08', '2026-09'].flatMap((month) => {
      const uses = usesOf(BOOK, written.filter((entry) => entry.month === month))
      return (['in', 'out'] as const).flatMap((direction) =>
        uses[direction].map(({ account, amountFen }) => ({ direction, account, amountFen })))
    })
    expect(namedUses(BOOK, sums)).toEqual(usesOf(BOOK, written))
  })

  it('in the month of the correction more may be taken back than was spent', () => {
    const pen = season()
    const cleaned = pen.spend('2026-09-22', '51403', 600)
    pen.reverse(cleaned, '2026-10-01')
    const { out } = usesOf(BOOK, pen.written.filter(({ month }) => month === '2026-10'))
    expect(sharesOf(out)).toEqual([])
    expect(correctionsIn(out)).toMatchObject([{ account: '51403', amountFen: -600 }])
  })

  it('wages with what is held back of them add up to what was paid', () => {
    const pen = new Pen()
    pen.open('2026-08-01', [debit('102', 2_000), credit('301', 2_000)])
    pen.state = reserveMoney(pen.state, { expenseId: 'w', account: '102', amountFen: 950, isPosted: false }, LATER).next
    pen.post('2026-08-31', [debit('51302', 1_000), credit('214', 50), credit('102', 950)], { source: { type: 'expense', expenseId: 'w', approval: 'ab'.repeat(32) } })
    const { out, in: into } = usesOf(BOOK, pen.written)
    expect(out.map(({ account, amountFen }) => [account, amountFen])).toEqual([['51302', 1_000], ['214', -50]])
    expect(into).toEqual([])
  })

  it('shares are in thousandths, rounded down', () => {
    const use = (account: string, amountFen: number): Use => ({ account, name: account, amountFen, isOther: false })
    expect(sharesOf([use('a', 2), use('b', 1)]).map(({ perMille }) => perMille)).toEqual([666, 333])
    expect(sharesOf([use('a', 90_000_000_000_000)]).map(({ perMille }) => perMille)).toEqual([1_000])
    expect(sharesOf([use('a', -5)])).toEqual([])
  })
})

describe('"其他"', () => {
  const rows = (otherFen: number, namedFen: number): readonly Use[] => [
    { account: '515', name: '其他支出', amountFen: otherFen, isOther: true },
    { account: '514', name: '公益', amountFen: namedFen, isOther: false },
  ]
  const check = (otherFen: number, namedFen: number) => () =>
    checkOther({ out: rows(otherFen, namedFen), in: [] }, DEFAULT_LEDGER_TERMS)

  it.each([[0, 0], [5, 95], [1, 19], [5_000_000_000_000, 95_000_000_000_000 - 1]])('%i beside %i', (other, named) => {
    const { otherFen, totalFen } = otherShareOf(rows(other, named))
    const fits = BigInt(otherFen) * 100n <= BigInt(totalFen) * 5n
    if (fits) expect(check(other, named)).not.toThrow()
    else expect(check(other, named)).toThrow(refusal('ledger.other-too-large'))
  })

  it('one fen more is too much, on either side', () => {
    expect(check(6, 95)).toThrow(refusal('ledger.other-too-large', { side: 'out' }))
    expect(() => checkOther({ out: [], in: rows(1, 0) }, DEFAULT_LEDGER_TERMS)).toThrow(refusal('ledger.other-too-large', { side: 'in' }))
  })
})
