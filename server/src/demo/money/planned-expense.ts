import type { Fen } from '@huiying/shared/kernel'

/** What the village spends on, before anybody has signed. */
export interface PlannedExpense {
  readonly purpose: string
  /** The statement. */
  readonly says: string
  /** Whom it is paid to: a shop, or a villager by his number among the village's residents. */
  readonly payee: Shop | { readonly resident: number }
  readonly items: readonly (readonly [name: string, quantity: string, amountFen: Fen])[]
  readonly account: string
  /** Default: the bank. */
  readonly isCash?: true
  /** Default: a receipt. */
  readonly isInvoice?: true
  /** By the title of a recorded decision. */
  readonly decision?: string
  /** The witness is a villager, by number, and no committee member. */
  readonly witnessResident?: number
}

export interface Shop {
  readonly name: string
  /** Invented; no bank has given it out. */
  readonly accountNumber: string
}

export function amountOf({ items }: Pick<PlannedExpense, 'items'>): Fen {
  return items.reduce((sum, [, , amountFen]) => sum + amountFen, 0)
}
