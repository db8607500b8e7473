import { rosterOrderMatter } from '@huiying/shared/roster'
import type { Work } from '../../platform/database/work'
import { personTags } from '../identity/public'
import { rosterOrderTable, type RosterOrder } from './order.table'
import { slotTable } from './slot.table'

/** A supervision order about duty, for whoever tells somebody of it. */
export interface RosterOrderInBrief extends Pick<RosterOrder, 'number' | 'villageId' | 'personId' | 'subDistrictId'> {
  /** What it is about, in words. */
  readonly matter: string
}

export async function rosterOrderInBrief(work: Work, orderId: string): Promise<RosterOrderInBrief> {
  const order = await work.findOne(rosterOrderTable, { id: orderId })
  if (order === null) throw new Error(`the journal names an order that is not there: ${orderId}`)
  const { number, villageId, personId, subDistrictId, cause, about } = order
  const slot = cause === 'visit-owed' ? null : await work.findOne(slotTable, { id: about })
  const month = cause === 'visit-owed' ? about.slice(about.lastIndexOf(':') + 1) : null
  const person = personId === null ? undefined : (await personTags(work, [personId], work.now)).get(personId)
  const matter = rosterOrderMatter({ cause, cell: slot, month, personName: person?.name ?? null })
  return { number, villageId, personId, subDistrictId, matter }
}
