import type { Fact, FactType } from '@huiying/shared/facts'
import { VILLAGE_LEAD_POSTS } from '@huiying/shared/identity'
import { postsAtVillage, requestInBrief } from '../features/identity/public'
import { unitOf } from '../features/villages/public'
import { drafts, holders, nobody, type Reaction } from './reaction'

type OfIdentity = Extract<FactType, `identity.${string}`>

/** Whoever asks to belong to a village, and whoever says whether he does; of all else nobody is told. */
export const IDENTITY_REACTIONS: {
  readonly [Type in OfIdentity]: Reaction<Extract<Fact, { readonly type: Type }>>
} = {
  'identity.account-created': nobody,
  'identity.account-bound': nobody,
  'identity.left': nobody,
  'identity.sessions-revoked': nobody,
  'identity.desk-decided': nobody,
  'identity.desk-opened': nobody,
  'identity.desk-codes-refused': nobody,
  'identity.device-revoked': nobody,
  'identity.lists-imported': nobody,
  'identity.membership-requested': async (work, fact) => {
    const request = await requestInBrief(work, fact.subjectId)
    if (request === null || request.status !== 'waiting') return nobody()
    const leads = holders(await postsAtVillage(work, fact.villageId, work.now, VILLAGE_LEAD_POSTS))
    return { notices: drafts('membership-requested', leads, null, { personName: request.name }) }
  },
  'identity.membership-decided': async (work, fact) => {
    const request = await requestInBrief(work, fact.subjectId)
    if (request === null || request.personId === null || !fact.approved) return nobody()
    const village = await unitOf(work, request.villageId)
    return { notices: drafts('membership-approved', [request.personId], null, { villageName: village?.name ?? '' }) }
  },
}
