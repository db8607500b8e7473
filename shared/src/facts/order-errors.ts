export const ORDER_STATUSES = {
  'ticket.not-late': 409,
  'ticket.ordered-today': 409,
} as const

export const ORDER_WORDS: Readonly<Record<keyof typeof ORDER_STATUSES, string>> = {
  'ticket.not-late': '这件事还没有超时，或者已经办完，不用督办',
  'ticket.ordered-today': '一天以内已经督办过了，先打个电话问问',
}
