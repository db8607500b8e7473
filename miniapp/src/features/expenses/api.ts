import type {
  CancellationBody, ChallengeAnswer, ChallengeBody, ExpenseFormAnswer, ExpenseListAnswer, ExpenseView, PaymentBody,
  PostingBody, RefusalBody, SaveExpenseBody, ExpenseBody, ShownBody, SignBody, Slot,
} from '@huiying/shared/expenses'
import { get, post, put } from '@/platform/request'

// All of these throw ApiError. Each act answers the paper as it stands afterwards.

export function fetchExpenses(): Promise<ExpenseListAnswer> {
  return get('/api/expenses')
}

export function fetchVillageExpenses(villageId: string, after: string | null): Promise<ExpenseListAnswer> {
  return get(`/api/villages/${encodeURIComponent(villageId)}/expenses`, { after })
}

export function fetchExpense(id: string): Promise<ExpenseView> {
  return get(pathOf(id))
}

export function fetchExpenseForm(villageId: string): Promise<ExpenseFormAnswer> {
  return get(`/api/villages/${encodeURIComponent(villageId)}/expense-form`)
}

/** The key keeps a second tap from making a second paper. */
export function createExpense(villageId: string, body: ExpenseBody, key: string): Promise<ExpenseView> {
  return post(`/api/villages/${encodeURIComponent(villageId)}/expenses`, body, key)
}

export function saveExpense(id: string, body: SaveExpenseBody): Promise<ExpenseView> {
  return put(pathOf(id), body)
}

export function submitExpense(id: string, shown: ShownBody, key: string): Promise<ExpenseView> {
  return post(`${pathOf(id)}/submission`, { shown }, key)
}

export function withdrawExpense(id: string, key: string): Promise<ExpenseView> {
  return post(`${pathOf(id)}/withdrawal`, {}, key)
}

export function askForChallenge(id: string, body: ChallengeBody): Promise<ChallengeAnswer> {
  return post(`${pathOf(id)}/challenges`, body)
}

export function signExpense(id: string, body: SignBody, key: string): Promise<ExpenseView> {
  return post(`${pathOf(id)}/signatures`, body, key)
}

export function refuseExpense(id: string, body: RefusalBody, key: string): Promise<ExpenseView> {
  return post(`${pathOf(id)}/refusal`, body, key)
}

export function takeBackSignature(id: string, slot: Slot, shown: ShownBody, key: string): Promise<ExpenseView> {
  return post(`${pathOf(id)}/take-back`, { slot, shown }, key)
}

export function payExpense(id: string, body: PaymentBody, key: string): Promise<ExpenseView> {
  return post(`${pathOf(id)}/payment`, body, key)
}

export function postExpense(id: string, body: PostingBody, key: string): Promise<ExpenseView> {
  return post(`${pathOf(id)}/posting`, body, key)
}

export function cancelExpense(id: string, body: CancellationBody, key: string): Promise<ExpenseView> {
  return post(`${pathOf(id)}/cancellation`, body, key)
}

const pathOf = (id: string): string => `/api/expenses/${encodeURIComponent(id)}`
