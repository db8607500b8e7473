import type {
  DecisionBody, DecisionsAnswer, ExpensePolicyAnswer, ExpenseTerms, KinshipBody, KinshipsAnswer, MaskBody,
} from '@huiying/shared/expenses'
import type { LedgerPolicyAnswer, LedgerTerms } from '@huiying/shared/ledger'
import { get, post, put, request } from '@/platform/request'

// What stands beside the papers themselves. All of these throw ApiError.

export function fetchDecisions(villageId: string): Promise<DecisionsAnswer> {
  return get(`${villagePath(villageId)}/decisions`)
}

/** The key keeps a second tap from writing it down twice. */
export function recordDecision(villageId: string, body: DecisionBody, key: string): Promise<DecisionsAnswer> {
  return post(`${villagePath(villageId)}/decisions`, body, key)
}

export function voidDecision(id: string, key: string): Promise<DecisionsAnswer> {
  return post(`/api/decisions/${encodeURIComponent(id)}/voiding`, {}, key)
}

export function fetchKinships(villageId: string): Promise<KinshipsAnswer> {
  return get(`${villagePath(villageId)}/kinships`)
}

export function addKinship(villageId: string, body: KinshipBody, key: string): Promise<KinshipsAnswer> {
  return post(`${villagePath(villageId)}/kinships`, body, key)
}

export function removeKinship(id: string): Promise<KinshipsAnswer> {
  return request(`/api/kinships/${encodeURIComponent(id)}`, { method: 'DELETE' })
}

/** No boxes: looked at, nothing to hide. Answers nothing. */
export function maskVoucher(expenseId: string, fileId: string, body: MaskBody): Promise<unknown> {
  return put(`/api/expenses/${encodeURIComponent(expenseId)}/vouchers/${encodeURIComponent(fileId)}/mask`, body)
}

export function fetchExpensePolicy(): Promise<ExpensePolicyAnswer> {
  return get('/api/expenses/policy')
}

export function setExpensePolicy(terms: ExpenseTerms): Promise<ExpensePolicyAnswer> {
  return put('/api/expenses/policy', { terms })
}

export function fetchLedgerPolicy(): Promise<LedgerPolicyAnswer> {
  return get('/api/ledger/policy')
}

export function setLedgerPolicy(terms: LedgerTerms): Promise<LedgerPolicyAnswer> {
  return put('/api/ledger/policy', { terms })
}

const villagePath = (villageId: string): string => `/api/villages/${encodeURIComponent(villageId)}`
