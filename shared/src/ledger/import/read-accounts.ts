import { DomainError } from '../../kernel'
import type { ListFault, TableRow } from '../../tables'
import { accountOf, addSubAccount } from '../account'
import type { Book, SubAccount } from '../book'
import { ACCOUNT_NAME_LIMIT } from '../limits'
import { readAccount, readChoice, readWords } from './book-cells'

const ROOT_LENGTH = 3
const YES_NO = { yes: '是', no: '否' } as const

export interface ReadAccounts {
  /** The book with its new accounts, all of them open. */
  readonly book: Book
  readonly added: number
  /** Codes of those that take nothing more once the history is in. */
  readonly closed: readonly string[]
}

/** Accounts that are there already must have the name they have; the chart's own are only compared. */
export function readSubAccounts(before: Book, rows: readonly TableRow[], faults: ListFault[]): ReadAccounts {
  let book = before
  let added = 0
  const closed: string[] = []
  const seen = new Map<string, number>()
  for (const row of rows) {
    const code = row.read('编号', readAccount)
    const name = row.read('名称', readWords(ACCOUNT_NAME_LIMIT))
    const isClosed = row.read('停用', readChoice(YES_NO))
    if (!code || !name || isClosed === undefined) continue
    const earlier = seen.get(code)
    if (earlier !== undefined) {
      faults.push(row.fault('编号', `和第 ${earlier} 行重复，请改掉一个`))
      continue
    }
    seen.set(code, row.number)
    const known = knownName(book, code)
    if (known !== null && plain(known) !== plain(name)) {
      faults.push(row.fault('名称', `${code} 是“${known}”，不是“${name}”，请核对`))
    }
    if (known === null) {
      const grown = grow(book, { code, name }, row, faults)
      if (grown !== book) added += 1
      book = grown
    }
    if (isClosed === 'yes' && code.length > ROOT_LENGTH) closed.push(code)
    if (isClosed === 'yes' && code.length === ROOT_LENGTH) faults.push(row.fault('停用', '统一科目不能停用，请清空'))
  }
  return { book, added, closed }
}

function grow(book: Book, account: Pick<SubAccount, 'code' | 'name'>, row: TableRow, faults: ListFault[]): Book {
  try {
    return addSubAccount(book, account)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    faults.push(row.fault('编号', wordsOf(error.code, account.code)))
    return book
  }
}

function wordsOf(refusal: string, code: string): string {
  if (refusal === 'ledger.sub-account-exists') return '同一个上级下面已经有这个名称，请换一个'
  if (refusal === 'ledger.sub-account-invalid') return '编号是上级科目后面加两位数字，最多九位，请核对'
  return `没有上级科目 ${code.slice(0, -2)}，请先写上级，再写这一行`
}

function knownName(book: Book, code: string): string | null {
  try {
    return accountOf(book, code).name
  } catch {
    return null
  }
}

function plain(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '')
}
