import type { SlaFact } from '@huiying/shared/sla'
import { postsAtSubDistrict } from '../features/identity/public'
import { isYearEntered } from '../features/sla/public'
import { drafts, holders, nobody, type Reaction } from './reaction'

type Of<Type extends SlaFact['type']> = Extract<SlaFact, { readonly type: Type }>

/** Terms that were set are read by whoever works by them; a year that is missing is for whoever can enter it. */
export const PROMISE_REACTIONS: { readonly [Type in SlaFact['type']]: Reaction<Of<Type>> } = {
  'sla.policy-set': nobody,
  'sla.year-unknown': async (work, { subjectId, year }) => {
    if (await isYearEntered(work, subjectId, year)) return { notices: [] }
    const admins = holders(await postsAtSubDistrict(work, subjectId, work.now, ['admin']))
    // Without an admin, whoever would have to find one.
    const told = admins.length > 0 ? admins : holders(await postsAtSubDistrict(work, subjectId, work.now, ['staff']))
    return { notices: drafts('days-off-missing', told, null, { matter: String(year) }) }
  },
}
