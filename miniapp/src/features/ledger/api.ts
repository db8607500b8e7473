import type { PublicExpense, WaitingExpensesAnswer } from '@huiying/shared/expenses'
import type {
  BooksAnswer, ConsistencyAnswer, EntriesAnswer, EntryView, FinanceAnswer, HeadAnswer, HoldingsAnswer, InclusionAnswer,
  KeeperAnswer, LeavesAnswer, Month, ObjectionBody, ObjectionsAnswer, StatementsAnswer, SubtreesAnswer,
  VillageBooksAnswer, YearRangeAnswer,
} from '@huiying/shared/ledger'
import type { EntryQuestionsAnswer } from '@huiying/shared/tickets'
import { get, post } from '@/platform/request'

// All of these throw ApiError.

export function fetchBooks(villageId: string): Promise<BooksAnswer> {
  return get(`/api/villages/${encodeURIComponent(villageId)}/books`)
}

/** Of the villages one watches over, or is stationed at. */
export function fetchVillageBooks(): Promise<VillageBooksAnswer> {
  return get('/api/ledger/villages')
}

/** `month` left out: the one that runs. */
export function fetchFinance(bookId: string, month?: Month): Promise<FinanceAnswer> {
  return get(pathOf(bookId), { month })
}

/** The desk of whoever keeps the book; `month` left out: the one that runs. */
export function fetchKeeping(bookId: string, month?: Month, after?: string): Promise<KeeperAnswer> {
  return get(`${pathOf(bookId)}/keeping`, { month, after })
}

/** `after`: where the page before ended. */
export function fetchEntries(bookId: string, month: Month, after: string): Promise<EntriesAnswer> {
  return get(`${pathOf(bookId)}/entries`, { month, after })
}

export function fetchEntry(entryId: string): Promise<EntryView> {
  return get(`/api/entries/${encodeURIComponent(entryId)}`)
}

export function fetchPublicExpense(expenseId: string): Promise<PublicExpense> {
  return get(`/api/expenses/${encodeURIComponent(expenseId)}/public`)
}

export function fetchWaitingExpenses(villageId: string): Promise<WaitingExpensesAnswer> {
  return get(`/api/villages/${encodeURIComponent(villageId)}/waiting-expenses`)
}

export function fetchHoldings(bookId: string): Promise<HoldingsAnswer> {
  return get(`${pathOf(bookId)}/holdings`)
}

export function fetchStatements(bookId: string, month: Month): Promise<StatementsAnswer> {
  return get(`${pathOf(bookId)}/statements`, { month })
}

export function fetchObjections(bookId: string, month: Month): Promise<ObjectionsAnswer> {
  return get(`${pathOf(bookId)}/objections`, { month })
}

/** `key`: made once for these words. */
export function raiseObjection(
  bookId: string, month: Month, body: ObjectionBody, key: string,
): Promise<ObjectionsAnswer> {
  return post(`${pathOf(bookId)}/months/${month}/objections`, body, key)
}

export function answerObjection(objectionId: string, words: string, key: string): Promise<ObjectionsAnswer> {
  return post(`/api/objections/${encodeURIComponent(objectionId)}/answer`, { words }, key)
}

export function fetchQuestions(entryId: string): Promise<EntryQuestionsAnswer> {
  return get(`/api/entries/${encodeURIComponent(entryId)}/questions`)
}

// What a phone checks the book with.

export function fetchHead(bookId: string): Promise<HeadAnswer> {
  return get(`${pathOf(bookId)}/head`)
}

export function fetchInclusion(bookId: string, position: number, size: number): Promise<InclusionAnswer> {
  return get(`${pathOf(bookId)}/proofs/inclusion`, { position, size })
}

export function fetchConsistency(bookId: string, from: number, to: number): Promise<ConsistencyAnswer> {
  return get(`${pathOf(bookId)}/proofs/consistency`, { from, to })
}

export function fetchLeaves(bookId: string, from: number, to: number): Promise<LeavesAnswer> {
  return get(`${pathOf(bookId)}/leaves`, { from, to })
}

export function fetchSubtrees(bookId: string, from: number, to: number, size: number): Promise<SubtreesAnswer> {
  return get(`${pathOf(bookId)}/subtrees`, { from, to, size })
}

export function fetchYearRange(bookId: string, year: number): Promise<YearRangeAnswer> {
  return get(`${pathOf(bookId)}/years/${year}`)
}

/** Left out of the answers above, which fit a screen: the book as a workbook. */
export function workbookPath(bookId: string): string {
  return `${pathOf(bookId)}/workbook`
}

/** The book with its proof, for whoever wants to check it without us: see `audit-book`. */
export function exportPath(bookId: string): string {
  return `${pathOf(bookId)}/export`
}

function pathOf(bookId: string): string {
  return `/api/books/${encodeURIComponent(bookId)}`
}
