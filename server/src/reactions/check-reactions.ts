import type { CheckFact } from '@huiying/shared/facts'
import { postHolders } from '../features/identity/public'
import { drafts, holders, nobody, type Reaction } from './reaction'

type Of<Type extends CheckFact['type']> = Extract<CheckFact, { readonly type: Type }>

/** What a night found is for every admin: which tickets, only the log says. */
export const CHECK_REACTIONS: { readonly [Type in CheckFact['type']]: Reaction<Of<Type>> } = {
  'check.tickets-compared': async (work, { found }) => {
    const count = Object.values(found).reduce((sum, one) => sum + one, 0)
    if (count === 0) return { notices: [] }
    return { notices: drafts('tickets-differ', holders(await postHolders(work, 'admin', work.now)), null, { count }, true) }
  },
  'check.timers-put-back': nobody,
}
