import { sumFen, type Fen } from '../kernel'
import { isProfitAndLoss, rootCodeOf } from './account'
import { januaryOf } from './income-statement'
import type { Month } from './month'
import type { Statement, StatementRow } from './statement'
import { balanceOfFen, type Turnover } from './turnover'

/**
 * 资产负债表, its two halves one under the other: at the end of the month, and at the beginning of the year. Every
 * account of the chart is in exactly one line; 存货 is 库存物资 with 生产（劳务）成本, as the standard explains it. The order
 * of lines and the subtotals were not compared with the ministry's printed form, which could not be looked up.
 */
export function balanceSheet(turnovers: readonly Turnover[], month: Month): Statement {
  const january = januaryOf(month)
  const atEnd = balancesOf(turnovers.filter((one) => one.month <= month))
  // A book that begins within the year begins it with what it was opened with.
  const startsWith = (one: Turnover): boolean => one.month < january || (one.kind === 'opening' && one.month <= month)
  const atStart = balancesOf(turnovers.filter(startsWith))
  const [end, start] = [figuresOf(atEnd), figuresOf(atStart)]
  return {
    title: '资产负债表',
    columns: ['期末余额', '年初余额'],
    rows: LINES.map(([key, label, depth]): StatementRow => ({
      key, label, depth, isTotal: depth === 0, amountsFen: [end[key], start[key]],
    })),
  }
}

type Key =
  | 'money' | 'shortInvestment' | 'receivable' | 'stock' | 'consumable' | 'current'
  | 'longInvestment' | 'productiveCost' | 'productiveWorn' | 'productive' | 'fixedCost' | 'fixedWorn' | 'fixed'
  | 'building' | 'clearing' | 'intangibleCost' | 'intangibleWorn' | 'intangible' | 'publicBiological' | 'deferred'
  | 'pending' | 'nonCurrent' | 'assets'
  | 'shortLoan' | 'payable' | 'wages' | 'labour' | 'tax' | 'currentLiabilities'
  | 'longLoan' | 'collected' | 'earmarked' | 'longLiabilities' | 'liabilities'
  | 'capital' | 'commonFund' | 'undistributed' | 'equity' | 'liabilitiesAndEquity'

const LINES: readonly (readonly [key: Key, label: string, depth: number])[] = [
  ['money', '货币资金', 1], ['shortInvestment', '短期投资', 1], ['receivable', '应收款项', 1], ['stock', '存货', 1],
  ['consumable', '消耗性生物资产', 1], ['current', '流动资产合计', 0],
  ['longInvestment', '长期投资', 1],
  ['productiveCost', '生产性生物资产原值', 1], ['productiveWorn', '减：生产性生物资产累计折旧', 2],
  ['productive', '生产性生物资产净值', 1],
  ['fixedCost', '固定资产原值', 1], ['fixedWorn', '减：累计折旧', 2], ['fixed', '固定资产净值', 1],
  ['building', '在建工程', 1], ['clearing', '固定资产清理', 1],
  ['intangibleCost', '无形资产原值', 1], ['intangibleWorn', '减：累计摊销', 2], ['intangible', '无形资产净值', 1],
  ['publicBiological', '公益性生物资产', 1], ['deferred', '长期待摊费用', 1], ['pending', '待处理财产损溢', 1],
  ['nonCurrent', '非流动资产合计', 0], ['assets', '资产总计', 0],
  ['shortLoan', '短期借款', 1], ['payable', '应付款项', 1], ['wages', '应付工资', 1], ['labour', '应付劳务费', 1],
  ['tax', '应交税费', 1], ['currentLiabilities', '流动负债合计', 0],
  ['longLoan', '长期借款及应付款', 1], ['collected', '一事一议资金', 1], ['earmarked', '专项应付款', 1],
  ['longLiabilities', '非流动负债合计', 0], ['liabilities', '负债合计', 0],
  ['capital', '资本', 1], ['commonFund', '公积公益金', 1], ['undistributed', '未分配收益', 1],
  ['equity', '所有者权益合计', 0], ['liabilitiesAndEquity', '负债和所有者权益总计', 0],
]

/**
 * Where one account may owe and be owed (应收款, 内部往来, 应付款), each account below it goes to the half it is on, as the
 * standard has it: what Zhang owes is not set off against what Li is owed.
 */
const TWO_SIDED: readonly string[] = ['112', '113', '211']

type Balances = ReadonlyMap<string, Fen>

function figuresOf(balances: Balances): Readonly<Record<Key, Fen>> {
  const sum = (fits: (account: string, balanceFen: Fen) => boolean): Fen =>
    sumFen([...balances].filter((one) => fits(...one)).map(([, balanceFen]) => balanceFen))
  const debit = (...roots: readonly string[]): Fen => sum((account) => roots.includes(rootCodeOf(account)))
  // From zero, not with a minus sign: minus nothing is no amount to print.
  const credit = (...roots: readonly string[]): Fen => 0 - debit(...roots)
  const owed = (isToUs: boolean): Fen =>
    sum((account, balanceFen) => TWO_SIDED.includes(rootCodeOf(account)) && balanceFen > 0 === isToUs)

  const assets = {
    money: debit('101', '102'), shortInvestment: debit('111'), receivable: owed(true), stock: debit('121', '401'),
    consumable: debit('131'), longInvestment: debit('141'), productiveCost: debit('132'), productiveWorn: credit('133'),
    fixedCost: debit('151'), fixedWorn: credit('152'), building: debit('153'), clearing: debit('154'),
    intangibleCost: debit('161'), intangibleWorn: credit('162'), publicBiological: debit('134'), deferred: debit('171'),
    pending: debit('181'),
  }
  const productive = assets.productiveCost - assets.productiveWorn
  const fixed = assets.fixedCost - assets.fixedWorn
  const intangible = assets.intangibleCost - assets.intangibleWorn
  const current = sumFen([assets.money, assets.shortInvestment, assets.receivable, assets.stock, assets.consumable])
  const nonCurrent = sumFen([
    assets.longInvestment, productive, fixed, assets.building, assets.clearing, intangible, assets.publicBiological,
    assets.deferred, assets.pending,
  ])

  const owing = {
    shortLoan: credit('201'), payable: 0 - owed(false), wages: credit('212'), labour: credit('213'), tax: credit('214'),
    longLoan: credit('221'), collected: credit('231'), earmarked: credit('241'),
    capital: credit('301'), commonFund: credit('311'),
  }
  // Until the year is closed, what it has earned so far stands in the accounts of 损益.
  const undistributed = credit('321', '322') - sum((account) => isProfitAndLoss(account))
  const currentLiabilities = sumFen([owing.shortLoan, owing.payable, owing.wages, owing.labour, owing.tax])
  const longLiabilities = sumFen([owing.longLoan, owing.collected, owing.earmarked])
  const liabilities = currentLiabilities + longLiabilities
  const equity = sumFen([owing.capital, owing.commonFund, undistributed])
  return {
    ...assets, productive, fixed, intangible, current, nonCurrent, assets: current + nonCurrent,
    ...owing, undistributed, currentLiabilities, longLiabilities, liabilities, equity,
    liabilitiesAndEquity: liabilities + equity,
  }
}

function balancesOf(turnovers: readonly Turnover[]): Balances {
  const balances = new Map<string, Fen>()
  for (const turnover of turnovers) {
    balances.set(turnover.account, (balances.get(turnover.account) ?? 0) + balanceOfFen([turnover]))
  }
  return balances
}
