import type { Viewer } from '@huiying/shared/identity'
import { startOfChinaDay, type EpochMs } from '@huiying/shared/kernel'
import type { Month } from '@huiying/shared/roster'
import { answeredWithinWords } from '@huiying/shared/sla'
import type { Reads } from '../../../platform/database/reads'
import { promiseOf } from '../../sla/public'
import { cardsOf } from '../cadre-cards.board'
import { rosterMonthOf } from '../month.board'
import { termsOn } from '../terms-in-force'
import { peopleToCall, wallSheetOf, type WallSheet } from './wall-sheet'

/** Where a village's sheet leads: who sits there now. The phone's and the browser's page are the same. */
const PAGE = '#/packages/roster/sitting/index'

/**
 * The sheet of a month that the viewer may see; a draft for whoever may see drafts.
 * @throws identity.village-not-found, roster.month-invalid, roster.month-not-found, calendar.year-unknown
 */
export async function wallSheetFor(
  reads: Reads,
  viewer: Viewer,
  { month, villageId }: { readonly month: Month; readonly villageId: string },
  publicUrl: string | null,
  now: EpochMs,
): Promise<WallSheet> {
  const answer = await rosterMonthOf(reads, viewer, month, villageId, now)
  const cards = await cardsOf(reads, villageId, peopleToCall(answer, villageId), [], now)
  const terms = await termsOn(reads, answer.subDistrict.id, `${month}-01`)
  // As it hangs: what is in force then, once it hangs what is in force now.
  const hangsAt = Math.max(now, startOfChinaDay(`${month}-01`))
  const promise = answeredWithinWords(await promiseOf(reads, answer.subDistrict.id, hangsAt))
  const address = publicUrl === null ? null : `${publicUrl}/${PAGE}?village=${encodeURIComponent(villageId)}`
  return wallSheetOf(answer, villageId, { cards, terms, promise, address })
}
