import { handlesVillage, leadsVillage, watchesSubDistrict, type Viewer } from '../identity'
import { compareText, DomainError } from '../kernel'
import type { DaySheetAct } from './wire'

/** Whose sheet is asked for, and what he had to do with the village that day. */
export interface DaySheetSubject {
  readonly personId: string
  /** Answered for the village by a post of his. */
  readonly isOfVillage: boolean
  /** A slot of his ran there. */
  readonly sat: boolean
}

/**
 * His own sheet is everybody's to read who handles the village or sat there; that of others is for the sub-district, if
 * they sat, and for the village's leads, if they are its people or sat.
 * @throws identity.village-not-found for whoever has nothing to do with the village, identity.person-not-found
 */
export function checkDaySheet(
  viewer: Viewer,
  village: { readonly id: string; readonly subDistrictId: string },
  { personId, isOfVillage, sat }: DaySheetSubject,
): void {
  const isOwn = viewer.personId !== null && viewer.personId === personId
  const handles = handlesVillage(viewer, village.id)
  const watches = watchesSubDistrict(viewer, village.subDistrictId)
  if (!handles && !watches && !(isOwn && sat)) throw new DomainError('identity.village-not-found')
  const leads = leadsVillage(viewer, village.id)
  const mayRead = (isOwn && (handles || sat)) || (watches && sat) || (leads && (isOfVillage || sat))
  if (!mayRead) throw new DomainError('identity.person-not-found')
}

const KINDS_IN_ORDER: readonly DaySheetAct['kind'][] = [
  'took-over', 'read', 'answered', 'called', 'closed', 'settled', 'to-meeting', 'note',
]

/** As they happened; of one instant as one does them. The same acts always stand in the same order. */
export function actsInOrder(acts: readonly DaySheetAct[]): readonly DaySheetAct[] {
  return [...acts].sort(
    (one, other) =>
      one.at - other.at ||
      KINDS_IN_ORDER.indexOf(one.kind) - KINDS_IN_ORDER.indexOf(other.kind) ||
      compareText(one.ticketId ?? '', other.ticketId ?? '') ||
      compareText(one.words, other.words),
  )
}
