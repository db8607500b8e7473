import type { Fact } from '@huiying/shared/facts'
import type { LedgerFact } from '@huiying/shared/ledger'
import { nobody, type Reaction } from './reaction'

type Of<Type extends LedgerFact['type']> = Extract<Fact, { readonly type: Type }>

/** Who hears of what around a book. */
export const LEDGER_REACTIONS: { readonly [Type in LedgerFact['type']]: Reaction<Of<Type>> } = {
  'ledger.book-opened': nobody,
  'ledger.entry-posted': nobody,
  'ledger.entry-reversed': nobody,
  'ledger.reserved': nobody,
  'ledger.released': nobody,
  'ledger.month-asserted': nobody,
  'ledger.assertion-withdrawn': nobody,
  'ledger.month-closed': nobody,
  'ledger.month-published': nobody,
  'ledger.objection-raised': nobody,
  'ledger.objection-answered': nobody,
  'ledger.register-changed': nobody,
  'ledger.imported': nobody,
  'ledger.damage-found': nobody,
  'ledger.policy-set': nobody,
}
