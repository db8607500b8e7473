import type { PayeeAccount } from '@huiying/shared/expenses'
import { createHmac } from 'node:crypto'

/** What is kept of an account number: four digits at each end, and a digest that only this server can make. */
export function payeeAccount(digits: string, key: string): PayeeAccount {
  const shown = digits.length >= 12 ? 4 : 2
  const masked = `${digits.slice(0, shown)}****${digits.slice(-shown)}`
  return { masked, key: createHmac('sha256', key).update(`payee-account:${digits}`).digest('hex') }
}
