import type {
  AssertionBody, AssetBody, ContractBody, EntryBody, HoldingsAnswer, KeeperAnswer, Month, OpenBookBody, OpeningBody,
  ResourceBody, ReversalBody, SubAccountBody,
} from '@huiying/shared/ledger'
import { post, put, request } from '@/platform/request'

// All of these throw ApiError. Each act answers the desk as it stands afterwards; `key`: made once for the body.

export function openBook(villageId: string, body: OpenBookBody, key: string): Promise<KeeperAnswer> {
  return post(`/api/villages/${encodeURIComponent(villageId)}/books`, body, key)
}

export function postOpening(bookId: string, body: OpeningBody, key: string): Promise<KeeperAnswer> {
  return post(`${pathOf(bookId)}/opening`, body, key)
}

export function postIncome(bookId: string, body: EntryBody, key: string): Promise<KeeperAnswer> {
  return post(`${pathOf(bookId)}/income`, body, key)
}

export function postManual(bookId: string, body: EntryBody, key: string): Promise<KeeperAnswer> {
  return post(`${pathOf(bookId)}/manual`, body, key)
}

export function postYearEnd(bookId: string, year: number, key: string): Promise<KeeperAnswer> {
  return post(`${pathOf(bookId)}/year-end`, { year }, key)
}

export function reverseEntry(entryId: string, body: ReversalBody, key: string): Promise<KeeperAnswer> {
  return post(`/api/entries/${encodeURIComponent(entryId)}/reversal`, body, key)
}

export function assertMonth(bookId: string, month: Month, body: AssertionBody, key: string): Promise<KeeperAnswer> {
  return post(`${monthPath(bookId, month)}/assertion`, body, key)
}

export function withdrawAssertion(bookId: string, month: Month): Promise<KeeperAnswer> {
  return request(`${monthPath(bookId, month)}/assertion`, { method: 'DELETE' })
}

export function closeMonth(bookId: string, month: Month, key: string): Promise<KeeperAnswer> {
  return post(`${monthPath(bookId, month)}/closure`, {}, key)
}

export function publishMonth(bookId: string, month: Month, key: string): Promise<KeeperAnswer> {
  return post(`${monthPath(bookId, month)}/publication`, {}, key)
}

export function addAccount(bookId: string, body: SubAccountBody, key: string): Promise<KeeperAnswer> {
  return post(`${pathOf(bookId)}/accounts`, body, key)
}

export function switchAccount(bookId: string, code: string, isActive: boolean): Promise<KeeperAnswer> {
  return put(`${pathOf(bookId)}/accounts/${encodeURIComponent(code)}`, { isActive })
}

export function saveAsset(bookId: string, id: string, body: AssetBody): Promise<HoldingsAnswer> {
  return put(`${pathOf(bookId)}/assets/${id}`, body)
}

export function saveResource(bookId: string, id: string, body: ResourceBody): Promise<HoldingsAnswer> {
  return put(`${pathOf(bookId)}/resources/${id}`, body)
}

export function saveContract(bookId: string, id: string, body: ContractBody): Promise<HoldingsAnswer> {
  return put(`${pathOf(bookId)}/contracts/${id}`, body)
}

// Papers, for `openServerFile` and `sendWorkbook`.

export const templatePath = (bookId: string): string => `${pathOf(bookId)}/import/template`
export const importPath = (bookId: string): string => `${pathOf(bookId)}/import`
export const statementsBookPath = (bookId: string, month: Month): string =>
  `${pathOf(bookId)}/statements/workbook?month=${month}`
export const statementsSheetPath = (bookId: string, month: Month): string =>
  `${pathOf(bookId)}/statements/sheet?month=${month}`
export const wallPath = (bookId: string, month: Month, size: 'A3' | 'A4'): string =>
  `${pathOf(bookId)}/wall?month=${month}&size=${size}`

function monthPath(bookId: string, month: Month): string {
  return `${pathOf(bookId)}/months/${month}`
}

function pathOf(bookId: string): string {
  return `/api/books/${encodeURIComponent(bookId)}`
}
