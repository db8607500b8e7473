export const HEADING = { fontWeight: 'bold', backgroundColor: '#e8f3ee', align: 'center' } as const
/** Excel's "text": it drops no zeros and makes no days or powers of ten out of codes and phones. */
export const AS_TYPED = { type: String, format: '@' } as const
/** Yuan with two decimals. */
export const AS_YUAN = { type: Number, format: '#,##0.00' } as const
