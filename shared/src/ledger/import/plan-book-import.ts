import { DomainError, formatYuan, sumFen, type EpochMs } from '../../kernel'
import type { Viewer } from '../../identity'
import { cellText, readTable, type ListFault, type ListSheet, type TableRow, type WorkbookSheet } from '../../tables'
import { setSubAccountActive } from '../account'
import { beginHistory, postHistory, type BookHistory, type HistoryDraft } from '../book-history'
import type { BookState } from '../book-state'
import { creditsOf, debitsOf, type Entry, type Line } from '../entry'
import type { LedgerFact } from '../facts'
import type { Asset, Resource } from '../holding'
import { firstOf } from '../month'
import { requireKeeper } from '../rights'
import {
  ACCOUNTS_SHEET, ASSETS_SHEET, BOOK_SHEETS, CONTRACTS_SHEET, IMPORT_LINE_LIMIT, NOTES_SHEET, OPENING_SHEET,
  RESOURCES_SHEET, SUB_ACCOUNTS_SHEET, VOUCHERS_SHEET,
} from './book-sheets'
import { readSubAccounts } from './read-accounts'
import { HoldingCodes, readAsset, readContract, readResource, type ImportedContract } from './read-holdings'
import { readSides, readVouchers, type FileVoucher } from './read-vouchers'

export interface BookImport {
  readonly state: BookState
  readonly entries: readonly Entry[]
  readonly subAccountCount: number
  readonly assets: readonly Asset[]
  readonly resources: readonly Resource[]
  readonly contracts: readonly ImportedContract[]
  readonly facts: readonly LedgerFact[]
}

export type PlannedBookImport =
  | { readonly plan: BookImport; readonly faults: readonly [] }
  | { readonly plan: null; readonly faults: readonly ListFault[] }

export interface ImportGround {
  readonly state: BookState
  readonly now: EpochMs
  nextId(): string
  /** A refusal of the rules as people are told it. */
  wordsOf(error: DomainError): string
}

/**
 * A village's older book out of the cells of a workbook: all of it, or all its faults by sheet and cell. What each
 * voucher may do is decided by the very rules that decide about today's.
 * @throws ledger.book-not-found, ledger.only-accountant, ledger.import-not-empty
 */
export function planBookImport(
  viewer: Viewer,
  ground: ImportGround,
  workbook: readonly WorkbookSheet[],
): PlannedBookImport {
  const { state, nextId } = ground
  requireKeeper(viewer, state.book)
  beginHistory(state)
  const faults: ListFault[] = []
  checkSheets(workbook, faults)
  const rowsOf = (sheet: ListSheet): readonly TableRow[] =>
    hasSheet(workbook, sheet) ? (readTable(workbook, sheet, faults) ?? []) : []

  const accountsSheet = hasSheet(workbook, SUB_ACCOUNTS_SHEET) ? SUB_ACCOUNTS_SHEET : ACCOUNTS_SHEET
  const { book, added, closed } = readSubAccounts(state.book, rowsOf(accountsSheet), faults)
  const voucherRows = rowsOf(VOUCHERS_SHEET)
  if (voucherRows.length > IMPORT_LINE_LIMIT) {
    const words = `有 ${voucherRows.length} 行，一次最多 ${IMPORT_LINE_LIMIT} 行。请从晚一点的月份建账，更早的写进“期初余额”`
    return { plan: null, faults: [...faults, headFault(VOUCHERS_SHEET, words)] }
  }
  const holdingCodes = new HoldingCodes(nextId, faults)
  const contractCodes = new HoldingCodes(nextId, faults)
  const assets = rowsOf(ASSETS_SHEET).flatMap((row) => readAsset(book.id, row, holdingCodes, faults))
  const resources = rowsOf(RESOURCES_SHEET).flatMap((row) => readResource(book.id, row, holdingCodes, faults))
  const contracts = rowsOf(CONTRACTS_SHEET)
    .flatMap((row) => readContract(book.id, row, holdingCodes, contractCodes, faults))

  const before = faults.length
  const openingRows = rowsOf(OPENING_SHEET)
  const opening = readOpening(openingRows, (row) => readSides(book, row, faults, true), faults)
  const vouchers = readVouchers(book, voucherRows, faults)
  const hasBoth = opening.length > 0 && vouchers.some(({ source }) => source === 'opening')
  if (hasBoth) faults.push(headFault(OPENING_SHEET, '期初余额写了两遍：这张表和“记账凭证”里都有，请删掉一处'))
  // Posting on faulty ground would only repeat in other words what is noted already.
  if (faults.length === before) checkNumbers(vouchers, opening.length > 0 ? book.firstMonth : null, faults)
  if (faults.length > before) return { plan: null, faults: inOrder(faults) }

  const poster = new Poster(viewer, { ...ground, state: { ...state, book } }, contractCodes, faults)
  if (opening.length > 0) poster.postOpening(opening, openingRows[0])
  for (const voucher of vouchers) poster.post(voucher)
  const isBlank = [poster.history.entries, assets, resources, contracts].every((one) => one.length === 0) && added === 0
  if (isBlank && faults.length === 0) faults.push(headFault(VOUCHERS_SHEET, '里面什么都没有填，请填好再传'))
  if (faults.length > 0) return { plan: null, faults: inOrder(faults) }
  const { state: filled, entries } = poster.history
  const next = { ...filled, book: closed.reduce((one, code) => setSubAccountActive(one, code, false), filled.book) }
  const facts: readonly LedgerFact[] = [{ type: 'ledger.imported', subjectId: book.id, entries: entries.length }]
  return {
    plan: {
      state: next, entries: entries.map(({ entry }) => entry), subAccountCount: added, assets, resources, contracts,
      facts,
    },
    faults: [],
  }
}

/** Posts voucher by voucher; a refusal is hung on the voucher's first row. */
class Poster {
  history: BookHistory
  private readonly posted = new Map<string, string>()
  /** Told once: what comes after it lacks the same money. */
  private isShort = false

  constructor(
    private readonly viewer: Viewer,
    private readonly ground: ImportGround,
    private readonly contracts: HoldingCodes,
    private readonly faults: ListFault[],
  ) {
    this.history = beginHistory(ground.state)
  }

  postOpening(lines: readonly Line[], first: TableRow | undefined): void {
    const { firstMonth: month } = this.ground.state.book
    const draft = { month, on: firstOf(month), purpose: '期初余额', counterparty: null, lines }
    const faultOf = (_code: string, words: string): ListFault =>
      first?.fault(null, words) ?? headFault(OPENING_SHEET, words)
    this.enter({ ...draft, source: { type: 'opening' } }, faultOf)
  }

  post(voucher: FileVoucher): void {
    const { row, month, on, purpose, counterparty, lines } = voucher
    const source = this.sourceOf(voucher)
    if (source === null) return
    const content = { month, on, purpose, counterparty, source, lines }
    const id = this.enter(content, (code, words) => row.fault(columnOf(code), words))
    if (id !== null) this.posted.set(`${month} ${voucher.voucher}`, id)
  }

  private sourceOf({ row, source, corrects, contractCode }: FileVoucher): HistoryDraft['source'] | null {
    if (source === 'opening' || source === 'year-end') return { type: source }
    if (source === 'reversal') {
      const entryId = this.posted.get(`${corrects?.month ?? ''} ${corrects?.voucher ?? 0}`)
      if (entryId !== undefined) return { type: 'reversal', entryId }
      this.faults.push(row.fault('更正', '前面没有这一笔，请核对是几月第几号'))
      return null
    }
    const contractId = contractCode === null ? null : this.contracts.find(contractCode)
    if (contractCode === null || contractId !== null) return { type: 'imported', contractId }
    this.faults.push(row.fault('合同', `“合同”表里没有编号 ${contractCode}，请核对`))
    return null
  }

  private enter(
    content: Omit<HistoryDraft, 'entryId' | 'vouchers'>,
    faultOf: (code: string, words: string) => ListFault,
  ): string | null {
    const entryId = this.ground.nextId()
    try {
      this.history = postHistory(this.viewer, this.history, { ...content, entryId, vouchers: [] }, this.ground.now)
      return entryId
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      const isMoney = ['ledger.not-enough-money', 'ledger.overdrawn-then'].includes(error.code)
      if (!isMoney || !this.isShort) this.faults.push(faultOf(error.code, this.ground.wordsOf(error)))
      this.isShort ||= isMoney
      return null
    }
  }
}

/** On which cell a refusal of the rules is hung. */
function columnOf(code: string): string {
  if (/date|month|overdrawn/.test(code)) return '日期'
  if (/purpose|text/.test(code)) return '摘要'
  if (/mirror|revers/.test(code)) return '更正'
  if (/opening|year-end/.test(code)) return '来源'
  return /money/.test(code) ? '贷方' : '科目'
}

function readOpening(
  rows: readonly TableRow[],
  read: (row: TableRow) => Line | null,
  faults: ListFault[],
): readonly Line[] {
  const before = faults.length
  const seen = new Map<string, number>()
  const lines = rows.flatMap((row) => {
    const line = read(row)
    if (line === null) return []
    const earlier = seen.get(line.account)
    if (earlier !== undefined) faults.push(row.fault('科目', `和第 ${earlier} 行是同一个科目，请合成一行`))
    seen.set(line.account, row.number)
    return [line]
  })
  const gapFen = sumFen([debitsOf(lines), -creditsOf(lines)])
  if (gapFen !== 0 && faults.length === before) {
    const side = gapFen > 0 ? '借方多' : '贷方多'
    faults.push(headFault(OPENING_SHEET, `借贷不平，${side} ${formatYuan(Math.abs(gapFen))}，请核对每一行`))
  }
  return lines
}

/** Numbers run without gaps in each month, as vouchers are bound. The opening balance takes the first of all. */
function checkNumbers(vouchers: readonly FileVoucher[], openedIn: string | null, faults: ListFault[]): void {
  let [month, last] = ['', 0]
  for (const { row, month: own, voucher } of vouchers) {
    if (own !== month) [month, last] = [own, own === openedIn ? 1 : 0]
    if (voucher === last + 1) {
      last = voucher
      continue
    }
    const words = voucher <= last
      ? `${own} 的 1 号是期初余额，请从 2 号起`
      : `${own} 少了第 ${last + 1} 号，凭证号要一个不漏，请核对`
    faults.push(row.fault('号', words))
    last = voucher
  }
}

function checkSheets(workbook: readonly WorkbookSheet[], faults: ListFault[]): void {
  const names = [...BOOK_SHEETS.map(({ name }) => name), NOTES_SHEET]
  for (const { name } of workbook) {
    if (names.includes(tidy(name))) continue
    const words = `不认识“${name}”这张表，请改成这些名字里的一个，或者删掉：${names.join('、')}`
    faults.push({ sheet: name, row: 1, column: null, cell: '1:1', words })
  }
  if (hasSheet(workbook, OPENING_SHEET) || hasSheet(workbook, VOUCHERS_SHEET)) return
  faults.push(headFault(VOUCHERS_SHEET, '没有“期初余额”也没有“记账凭证”，请照模板填'))
}

function hasSheet(workbook: readonly WorkbookSheet[], { name }: ListSheet): boolean {
  return workbook.some((one) => tidy(one.name) === name)
}

function tidy(name: string): string {
  return cellText(name).replace(/\s/g, '')
}

function headFault({ name }: ListSheet, words: string): ListFault {
  return { sheet: name, row: 1, column: null, cell: '1:1', words }
}

function inOrder(faults: readonly ListFault[]): readonly ListFault[] {
  const rank = ({ sheet }: ListFault): number => BOOK_SHEETS.findIndex(({ name }) => name === sheet)
  return [...faults].sort((one, other) => rank(one) - rank(other) || one.row - other.row)
}
