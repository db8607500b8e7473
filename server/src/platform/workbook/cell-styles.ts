import { requireFen, type Fen } from '@huiying/shared/kernel'

export const HEADING = { fontWeight: 'bold', backgroundColor: '#e8f3ee', align: 'center' } as const
/** Excel's "text": it drops no zeros and makes no days or powers of ten out of codes and phones. */
export const AS_TYPED = { type: String, format: '@' } as const
/** Yuan with two decimals. */
export const AS_YUAN = { type: Number, format: '#,##0.00' } as const

/** Fen as the yuan that a spreadsheet counts with; through its digits, so that 0.29 stays 0.29. */
export function yuanNumber(amountFen: Fen): number {
  const digits = `${Math.abs(requireFen(amountFen))}`.padStart(3, '0')
  const yuan = Number(`${digits.slice(0, -2)}.${digits.slice(-2)}`)
  return amountFen < 0 ? -yuan : yuan
}
