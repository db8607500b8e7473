import { VILLAGE_LEAD_POSTS } from '@huiying/shared/identity'
import { postsAtVillage } from '../features/identity/public'
import { committeeOf, rosterOrderInBrief } from '../features/roster/public'
import { unitOf } from '../features/villages/public'
import type { Work } from '../platform/database/work'
import { drafts, type Consequences } from './reaction'

/**
 * An order about duty goes to the village's secretary and director, and to whoever it is about; where a leader owes a
 * visit, to him alone. A village without either of the two has a committee that must hear of it.
 */
export async function rosterOrderIssued(
  work: Work,
  { subjectId }: { readonly subjectId: string },
): Promise<Consequences> {
  const { number: orderNumber, villageId, personId, matter } = await rosterOrderInBrief(work, subjectId)
  const village = villageId === null ? null : await unitOf(work, villageId)
  const leads = villageId === null ? [] : await answerable(work, villageId)
  const hearers = new Set(personId === null ? leads : [...leads, personId])
  const data = { orderNumber, matter, ...(village === null ? {} : { villageName: village.name }) }
  return { notices: drafts('roster-order', [...hearers], null, data) }
}

async function answerable(work: Work, villageId: string): Promise<readonly string[]> {
  const leads = await postsAtVillage(work, villageId, work.now, VILLAGE_LEAD_POSTS)
  return leads.length > 0 ? leads.map(({ personId }) => personId) : committeeOf(work, villageId, work.now)
}
