/** 资产 · 负债 · 所有者权益 · 成本 · 损益: the five parts of the national chart. */
export type AccountKind = 'asset' | 'liability' | 'equity' | 'cost' | 'profit-and-loss'

/** 借 · 贷 */
export type Side = 'debit' | 'credit'

export interface Account {
  readonly code: string
  readonly name: string
  readonly kind: AccountKind
  /** The side on which it grows. 累计折旧 and its like are assets that grow on the credit side. */
  readonly normalSide: Side
  /** What a villager reads instead of the account's name, where money went to or came from. */
  readonly plainName: string
}

/** A national chart of accounts: data with a version and a first day. A book keeps the one it was opened with. */
export interface Chart {
  readonly version: number
  readonly source: string
  readonly firstOn: string
  readonly accounts: readonly Account[]
}

export const CASH = '101'
export const BANK = '102'
/** 本年收益 and 收益分配: where the profit and loss accounts go at the end of the year. */
export const YEAR_RESULT = '321'
export const DISTRIBUTION = '322'
/** 其他收入 and 其他支出: what may hide no more than a little (handbook §5). */
export const OTHER_INCOME = '504'
export const OTHER_EXPENSE = '515'

export const KIND_NAMES: Readonly<Record<AccountKind, string>> = {
  asset: '资产',
  liability: '负债',
  equity: '所有者权益',
  cost: '成本',
  'profit-and-loss': '损益',
}

export function otherSide(side: Side): Side {
  return side === 'debit' ? 'credit' : 'debit'
}
