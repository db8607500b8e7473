import { sumFen, type Fen } from '../kernel'
import { isProfitAndLoss, rootCodeOf } from './account'
import { DISTRIBUTION, YEAR_RESULT } from './chart'
import { januaryOf, resultFen } from './income-statement'
import { APPROPRIATIONS, TO_COMMON_FUND, TO_MEMBERS } from './standard-sub-accounts'
import { monthAfter, type Month } from './month'
import type { Statement } from './statement'
import { balanceOfFen, type Turnover } from './turnover'

/**
 * 收益及收益分配表: the year up to the month, and the same months of the year before.
 * 经营收益 = 经营收入 + 投资收益 + 补助收入 − 经营支出 − 税金及附加 − 管理费用;
 * 收益总额 = 经营收益 + 其他收入 − 公益支出 − 其他支出; 净收益 = 收益总额 − 所得税费用.
 *
 * Its steps follow the standard's accounts and those of the statement of 2004, which has the same shape. The ministry's
 * printed form of 2023 could not be looked up; it may want "其中：运转支出" under 管理费用, which no account tells apart.
 */
export function distributionStatement(turnovers: readonly Turnover[], month: Month): Statement {
  const now = figuresOf(turnovers, month)
  const before = figuresOf(turnovers, monthAfter(month, -12))
  return {
    title: '收益及收益分配表',
    columns: ['本年金额', '上年金额'],
    rows: LINES.map(({ key, label, depth }) => ({
      key, label, depth, isTotal: depth === 0, amountsFen: [now[key], before[key]],
    })),
  }
}

type Key =
  | 'operatingIncome' | 'investment' | 'subsidy' | 'operatingExpense' | 'taxes' | 'management' | 'operatingResult'
  | 'otherIncome' | 'welfare' | 'otherExpense' | 'totalResult' | 'incomeTax' | 'netResult'
  | 'carriedOver' | 'transferredIn' | 'distributable' | 'toCommonFund' | 'toMembers' | 'otherDistribution' | 'undistributed'

const LINES: readonly { readonly key: Key; readonly label: string; readonly depth: number }[] = [
  { key: 'operatingIncome', label: '一、经营收入', depth: 0 },
  { key: 'investment', label: '加：投资收益', depth: 1 },
  { key: 'subsidy', label: '补助收入', depth: 1 },
  { key: 'operatingExpense', label: '减：经营支出', depth: 1 },
  { key: 'taxes', label: '税金及附加', depth: 1 },
  { key: 'management', label: '管理费用', depth: 1 },
  { key: 'operatingResult', label: '二、经营收益', depth: 0 },
  { key: 'otherIncome', label: '加：其他收入', depth: 1 },
  { key: 'welfare', label: '减：公益支出', depth: 1 },
  { key: 'otherExpense', label: '其他支出', depth: 1 },
  { key: 'totalResult', label: '三、收益总额', depth: 0 },
  { key: 'incomeTax', label: '减：所得税费用', depth: 1 },
  { key: 'netResult', label: '四、净收益', depth: 0 },
  { key: 'carriedOver', label: '加：年初未分配收益', depth: 1 },
  { key: 'transferredIn', label: '其他转入', depth: 1 },
  { key: 'distributable', label: '五、可分配收益', depth: 0 },
  { key: 'toCommonFund', label: '减：提取公积公益金', depth: 1 },
  { key: 'toMembers', label: '向成员分配', depth: 1 },
  { key: 'otherDistribution', label: '其他', depth: 1 },
  { key: 'undistributed', label: '六、年末未分配收益', depth: 0 },
]

function figuresOf(turnovers: readonly Turnover[], month: Month): Readonly<Record<Key, Fen>> {
  const january = januaryOf(month)
  const earned = (code: string): Fen => of(code, -1)
  const spent = (code: string): Fen => of(code, 1)
  function of(code: string, sign: 1 | -1): Fen {
    const span = { from: january, to: month, includesOpening: true }
    return resultFen(turnovers, span, sign, (account) => rootCodeOf(account) === code)
  }

  const parts = {
    operatingIncome: earned('501'), investment: earned('502'), subsidy: earned('503'),
    operatingExpense: spent('511'), taxes: spent('512'), management: spent('513'),
    otherIncome: earned('504'), welfare: spent('514'), otherExpense: spent('515'), incomeTax: spent('521'),
  }
  const operatingResult = sumFen([
    parts.operatingIncome, parts.investment, parts.subsidy, -parts.operatingExpense, -parts.taxes, -parts.management,
  ])
  const totalResult = sumFen([operatingResult, parts.otherIncome, -parts.welfare, -parts.otherExpense])
  const netResult = totalResult - parts.incomeTax

  const equity = turnovers.filter(({ account }) => [YEAR_RESULT, DISTRIBUTION].includes(rootCodeOf(account)))
  const earlier = turnovers.filter((one) => one.month < january && isProfitAndLoss(one.account))
  const atStart = equity.filter((one) => one.month < january || (one.kind === 'opening' && one.month <= month))
  const carriedOver = unsigned(-balanceOfFen([...atStart, ...earlier]))
  const ofYear = equity.filter((one) => one.kind === 'ordinary' && one.month >= january && one.month <= month)
  const taken = (fits: (account: string) => boolean): Fen => balanceOfFen(ofYear.filter(({ account }) => fits(account)))
  const toCommonFund = taken((account) => account.startsWith(TO_COMMON_FUND))
  const toMembers = taken((account) => account.startsWith(TO_MEMBERS))
  const otherDistribution = taken((account) => account.startsWith(APPROPRIATIONS)) - toCommonFund - toMembers
  const transferredIn = unsigned(-taken((account) => !account.startsWith(APPROPRIATIONS)))
  const distributable = sumFen([netResult, carriedOver, transferredIn])
  return {
    ...parts, operatingResult, totalResult, netResult, carriedOver, transferredIn, distributable,
    toCommonFund, toMembers, otherDistribution,
    undistributed: sumFen([distributable, -toCommonFund, -toMembers, -otherDistribution]),
  }
}

/** No minus before nothing. */
function unsigned(amountFen: Fen): Fen {
  return amountFen === 0 ? 0 : amountFen
}
