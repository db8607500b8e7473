import type { Me } from '@huiying/shared/identity'
import type { Slot } from '@huiying/shared/expenses'
import { bearerOf, mySubDistrict, openPage } from '@/features/identity'

export const EXPENSES_URL = '/packages/money/expenses/index'

export function expenseUrl(id: string): string {
  return `/packages/money/expense/index?id=${encodeURIComponent(id)}`
}

export function signUrl(id: string, slot: Slot): string {
  return `/packages/money/sign/index?id=${encodeURIComponent(id)}&slot=${slot}`
}

/** A new one for the village. */
export function newDraftUrl(villageId: string): string {
  return `/packages/money/draft/index?village=${encodeURIComponent(villageId)}`
}

/** A change of one that is there. */
export function draftUrl(id: string): string {
  return `/packages/money/draft/index?id=${encodeURIComponent(id)}`
}

export const openExpenses = (): void => openPage(EXPENSES_URL)
export const openExpense = (id: string): void => openPage(expenseUrl(id))
export const openSign = (id: string, slot: Slot): void => openPage(signUrl(id, slot))

/**
 * Whose post makes him see the village's papers; a villager who is named on one finds it by its notice, the county sees
 * none.
 */
export function seesExpenses(me: Me): boolean {
  return mySubDistrict(me) !== null || bearerOf(me, [
    'secretary', 'director', 'supervisor', 'committee-member', 'specialist', 'accountant', 'stationed-cadre',
  ]) !== null
}
