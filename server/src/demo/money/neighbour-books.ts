import { addDays, type EpochMs } from '@huiying/shared/kernel'
import { firstOf, monthName, type Month } from '@huiying/shared/ledger'
import type { WorkbookSheet } from '@huiying/shared/tables'
import type { DemoEvent } from '../play'
import { BookActing } from './book-acting'
import { bookMonths, closingOf, daysAgo, instantOn, isOver, mayHang } from './book-months'
import { ExpenseActing } from './expense-acting'
import { SHOPS } from './home-spending'
import type { PlannedExpense } from './planned-expense'
import { wholeExpense } from './spending-events'
import type { VillageHands } from './village-hands'

/** How many months its older book holds, and how many it has been kept here since. */
const [OLDER_MONTHS, OWN_MONTHS] = [5, 2]
const RENT_FEN = 620_000

const BOARD: PlannedExpense = {
  purpose: '换小区公告栏', says: '东门的公告栏玻璃碎了，换一块新的，党务村务都贴在上面。',
  payee: SHOPS.paper, items: [['公告栏', '1 块', 148_000]], account: '51301', isInvoice: true,
}
const BULBS: PlannedExpense = {
  purpose: '换楼道灯泡', says: '5 栋和 7 栋楼道的灯换成声控的，一共 38 个。',
  payee: SHOPS.lamps, items: [['声控灯', '38 个', 76_000]], account: '51404',
}
const BENCHES: PlannedExpense = {
  purpose: '修凉亭的长凳', says: '凉亭长凳的木板烂了，换 6 条。',
  payee: SHOPS.cement, items: [['木板', '6 条', 66_000], ['人工', '1 天', 24_000]], account: '51305',
}

/** Under 一肩挑, with an older book brought in from a workbook; its own months since are signed here. */
export function broughtBook(hands: VillageHands, now: EpochMs): readonly DemoEvent[] {
  const months = bookMonths(now).slice(-(OLDER_MONTHS + OWN_MONTHS))
  const [first = ''] = months
  const since = months[OLDER_MONTHS] ?? first
  const book = new BookActing(hands)
  const none = (): string => ''
  const shut = months.filter((month) => isOver(closingOf(month), now))
  const older = shut.filter((month) => month < since)
  const waiting = new ExpenseActing(hands, BENCHES, none)
  const whole = (plan: PlannedExpense, day: number, isReviewed = false): readonly DemoEvent[] =>
    wholeExpense(new ExpenseActing(hands, plan, none), addDays(firstOf(since), day - 1), now, { isReviewed }) ?? []
  const publish = async (month: Month): Promise<void> => {
    await book.assert(month)
    await book.close(month)
    if (mayHang(await hands.stage.clock.now())) await book.publish(month)
  }
  return [
    {
      at: instantOn(addDays(firstOf(since), 6), 14),
      run: async () => {
        await book.open('village-committee', first)
        await book.bring(olderBook(months.slice(0, OLDER_MONTHS)))
        for (const month of older) await publish(month)
      },
    },
    ...months.slice(OLDER_MONTHS).map((month) => ({
      at: instantOn(addDays(firstOf(month), 9), 10),
      run: async () => {
        const purpose = `${monthName(month)}停车场租金`
        await book.enter({
          purpose, from: '顺安停车管理公司', debit: '10201', credit: '50101', amountFen: RENT_FEN,
        })
      },
    })),
    ...whole(BOARD, 12, true),
    ...whole(BULBS, 20),
    ...shut.filter((month) => month >= since).map((month) => ({ at: closingOf(month), run: () => publish(month) })),
    {
      at: daysAgo(now, 2, 9),
      run: async () => {
        await waiting.draft()
        await waiting.submit()
      },
    },
    { at: daysAgo(now, 2, 15), run: () => waiting.sign('handler', 'witness') },
    { at: daysAgo(now, 1, 9), run: () => waiting.sign('supervisor', 'director') },
  ].filter(({ at }) => isOver(at, now))
}

/** Cells as the template asks for them. */
function olderBook(months: readonly Month[]): readonly WorkbookSheet[] {
  const [first = ''] = months
  const rows = months.flatMap((month) => {
    const day = (number: string): string => `${month}-${number}`
    // The first number of the first month is the opening balance's.
    const number = (at: number): string => `${month === first ? at + 1 : at}`
    const name = monthName(month)
    return [
      [month, number(1), day('10'), `${name}停车场租金`, '顺安停车管理公司', '10201', '6200.00', ''],
      [month, number(1), '', '', '', '50101', '', '6200.00'],
      [month, number(2), day('15'), `${name}楼道和小区保洁`, '清爽保洁服务部', '51403', '2800.00', ''],
      [month, number(2), '', '', '', '10201', '', '2800.00'],
      [month, number(3), day('22'), `${name}公共水电费`, '云岭县供电公司', '51303', '645.80', ''],
      [month, number(3), '', '', '', '10201', '', '645.80'],
    ]
  })
  return [
    { name: '明细科目', rows: [['编号', '名称'], ['10201', '农商行基本户']] },
    { name: '期初余额', rows: [['科目', '借方', '贷方'], ['10201', '46820.35', ''], ['101', '300.00', ''], ['311', '', '47120.35']] },
    { name: '记账凭证', rows: [['月', '号', '日期', '摘要', '对方', '科目', '借方', '贷方'], ...rows] },
  ]
}

/** Opened lately; the last month is shut in the accountant's drawer and does not hang yet, as superiors can see. */
export function youngBook(hands: VillageHands, now: EpochMs): readonly DemoEvent[] {
  const [first = '', last = first] = bookMonths(now).slice(-2)
  const book = new BookActing(hands)
  return [
    {
      at: instantOn(firstOf(first), 9),
      run: async () => {
        await book.open('village-committee', first)
        await book.opening([['102', 'debit', 2_318_000], ['101', 'debit', 40_000], ['311', 'credit', 2_358_000]])
      },
    },
    ...[first, last].map((month) => ({
      at: instantOn(addDays(firstOf(month), 11), 10),
      run: async () => {
        const purpose = month === first ? '老粮站院子租金' : '菜市场摊位费'
        await book.enter({ purpose, from: '石榴巷商户', debit: '102', credit: '50101', amountFen: 180_000 })
      },
    })),
    { at: closingOf(first), run: () => book.assert(first).then(() => book.close(first)) },
  ].filter(({ at }) => isOver(at, now))
}
