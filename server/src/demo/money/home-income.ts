import { monthAfter, monthName, type Month } from '@huiying/shared/ledger'
import type { OwnEntry } from './book-acting'
import { CONTRACTS, LAND_RENT_FEN, POND_RENT_FEN, SHOP_RENT_FEN } from './home-holdings'

const BANK = '10201'
export const SPECIAL_BANK = '10202'
export const RENT = '50101'
export const SOLAR = '50104'
const SUBSIDY = '503'

export interface DueIncome {
  readonly day: number
  readonly entry: OwnEntry
}

/** The roof's share of the year's sun, in fen, January first. */
const SUN_FEN = [
  214_000, 231_000, 305_000, 348_000, 392_000, 377_000, 431_000, 446_000, 365_000, 318_000, 246_000, 208_000,
] as const

/** In the month with this place in the book the sun's money is put under rent, and corrected two months later. */
export const WRONG_AT = 7
export const RIGHT_AT = 9
export const WHY_WRONG = '这笔是光伏发电的钱，错记成了租金，冲掉重记'

export function solarEntry(month: Month, account = SOLAR): OwnEntry {
  const amountFen = SUN_FEN[Number(month.slice(5)) - 1] ?? 0
  return { purpose: `${monthName(month)}光伏发电收益`, from: '云岭县供电公司', debit: BANK, credit: account, amountFen }
}

/** What comes in in the month with this place in the book; the last shop rent never came. */
export function incomeOf(firstMonth: Month, at: number): readonly DueIncome[] {
  const month = monthAfter(firstMonth, at)
  const rent = (purpose: string, from: string, contractId: string, amountFen: number): OwnEntry =>
    ({ purpose, from, contractId, amountFen, debit: BANK, credit: RENT })
  return [
    ...(at === 0 ? [
      { day: 6, entry: { type: 'manual', purpose: '取现金备用', debit: '101', credit: BANK, amountFen: 200_000 } as const },
      { day: 20, entry: rent('机动地流转费（一年）', '青禾种植合作社', CONTRACTS.land, LAND_RENT_FEN) },
    ] : []),
    ...(at === 2 ? [{ day: 15, entry: rent('东鱼塘承包费（一年）', '彭家渔业合作社', CONTRACTS.pond, POND_RENT_FEN) }] : []),
    ...(at % 3 === 0 && at < 9 ? [{ day: 8, entry: rent('门面房租金（一季）', '老周小卖部', CONTRACTS.shop, SHOP_RENT_FEN) }] : []),
    ...(at % 3 === 1 ? [{
      day: 7,
      entry: { purpose: '上级拨的村级运转经费', from: '云岭县财政局', debit: BANK, credit: SUBSIDY, amountFen: 1_800_000 },
    }] : []),
    ...(at === 8 ? [{
      day: 4,
      entry: { purpose: '上级补助晒谷坪硬化', from: '青溪街道', debit: SPECIAL_BANK, credit: SUBSIDY, amountFen: 1_500_000 },
    }] : []),
    { day: 18, entry: solarEntry(month, at === WRONG_AT ? RENT : SOLAR) },
  ]
}
