import type { EpochMs } from '@huiying/shared/kernel'
import type { LookView } from '@huiying/shared/tickets'
import { code, id, instant, nullable, text } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

/** 谁看过: one line for each day a handler opened it, one for each look at the reporter's number. */
export interface Look {
  readonly ticketId: string
  readonly personId: string
  readonly kind: LookView['kind']
  /** What is one look: the China day's start of an opening, the instant of a look at the number. */
  readonly spanAt: EpochMs
  readonly at: EpochMs
  readonly reason: string | null
}

export const lookTable = defineTable<Look>({
  name: 'ticket_looks',
  columns: {
    ticketId: id(), personId: id(), kind: code<Look['kind']>(12), spanAt: instant(), at: instant(),
    reason: nullable(text(200)),
  },
  primaryKey: ['ticketId', 'personId', 'kind', 'spanAt'],
  indices: [['ticketId', 'at']],
})
