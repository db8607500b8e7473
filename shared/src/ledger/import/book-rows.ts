import { formatArea, ASSET_KIND_NAMES, HOLDING_USE_NAMES, RESOURCE_KIND_NAMES, type Asset, type Resource } from '../holding'
import { formatYuan, maskNumbersIn, type Fen } from '../../kernel'
import { accountOf } from '../account'
import type { Book } from '../book'
import { KIND_NAMES } from '../chart'
import { chartOf } from '../charts'
import type { EntryPlace, PostedEntry } from '../entry'
import { SOURCE_NAMES } from '../sentence'
import { balanceOfFen, type Turnover } from '../turnover'
import { ADVANCE_NAMES, CONTRACT_KIND_NAMES, RHYTHM_NAMES } from './book-sheets'
import type { ImportedContract } from './read-holdings'

/** A cell of the export: words, or an amount that a spreadsheet adds up. */
export type OutCell = string | { readonly amountFen: Fen } | null
export type OutRow = readonly OutCell[]

export const ACCOUNT_HEADINGS = ['编号', '名称', '类别', '方向', '停用', '借方余额', '贷方余额'] as const

/** The chart's accounts and those below them, in the order of codes, with what stands on them. */
export function accountRows(book: Book, turnovers: readonly Turnover[]): readonly OutRow[] {
  const codes = [...chartOf(book.chartVersion).accounts, ...book.subAccounts].map(({ code }) => code).sort()
  return codes.map((code) => {
    const { name, kind, normalSide, isActive } = accountOf(book, code)
    const balanceFen = balanceOfFen(turnovers.filter(({ account }) => account === code))
    return [
      code, name, KIND_NAMES[kind], normalSide === 'debit' ? '借' : '贷', isActive ? null : '是',
      balanceFen > 0 ? { amountFen: balanceFen } : null, balanceFen < 0 ? { amountFen: -balanceFen } : null,
    ]
  })
}

/** One row a line, as the columns of 记账凭证 have it. */
export function voucherRows(
  book: Book,
  { entry, reversedBy }: PostedEntry,
  contractCodes: ReadonlyMap<string, string>,
): readonly OutRow[] {
  const { month, voucher, on, purpose, counterparty, source, lines } = entry
  const isRent = source.type === 'income' || source.type === 'imported'
  const contract = isRent && source.contractId !== null ? (contractCodes.get(source.contractId) ?? null) : null
  const correction = source.type === 'reversal'
    ? placeWords(source)
    : reversedBy === null ? null : `已由${placeWords(reversedBy)}更正`
  return lines.map(({ account, side, amountFen }) => [
    month, `${voucher}`, on, maskNumbersIn(purpose), counterparty === null ? null : maskNumbersIn(counterparty),
    account, accountOf(book, account).name,
    side === 'debit' ? { amountFen } : null, side === 'credit' ? { amountFen } : null,
    SOURCE_NAMES[source.type], correction, contract,
  ])
}

export function assetRow(code: string, { name, kind, place, originalFen, acquiredOn, use }: Asset): OutRow {
  const [shownName, shownPlace] = [maskNumbersIn(name), maskNumbersIn(place)]
  return [
    code, shownName, ASSET_KIND_NAMES[kind], shownPlace, { amountFen: originalFen }, acquiredOn, HOLDING_USE_NAMES[use],
  ]
}

export function resourceRow(code: string, { name, kind, place, areaCentiMu, use }: Resource): OutRow {
  const area = formatArea(areaCentiMu).replace(' 亩', '')
  return [code, maskNumbersIn(name), RESOURCE_KIND_NAMES[kind], maskNumbersIn(place), area, HOLDING_USE_NAMES[use]]
}

export function contractRow(code: string, holdingCode: string, contract: ImportedContract): OutRow {
  const { title, kind, tenant, fromOn, toOn, rent, endedOn } = contract
  const steps = rent.steps.map((step) => `${step.fromOn} ${formatYuan(step.amountFen).replace('¥', '')}`).join('；')
  return [
    code, maskNumbersIn(title), CONTRACT_KIND_NAMES[kind], holdingCode, maskNumbersIn(tenant), fromOn, toOn,
    RHYTHM_NAMES[rent.rhythm], { amountFen: rent.amountFen }, ADVANCE_NAMES[rent.isInAdvance ? 'yes' : 'no'],
    `${rent.dueAfterDays}`, steps === '' ? null : steps, endedOn,
  ]
}

/** "2026年8月第3号" */
function placeWords({ month, voucher }: Pick<EntryPlace, 'month' | 'voucher'>): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5))}月第${voucher}号`
}
