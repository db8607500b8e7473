import { DomainError } from '../kernel'
import { belongsTo, holdsPost, isResidentOf, leadsVillage, watchesSubDistrict, type Viewer } from '../identity'
import type { Book } from './book'

type Place = Pick<Book, 'villageId' | 'subDistrictId'>

/** Outsiders see nothing; superiors see their villages (handbook §5). */
export function mayReadBook(viewer: Viewer, { villageId, subDistrictId }: Place): boolean {
  return belongsTo(viewer, villageId) || watchesSubDistrict(viewer, subDistrictId)
}

/** The accountant alone; he signs nothing, and nobody who signs writes (handbook §4). */
export function keepsBook(viewer: Viewer, { villageId }: Place): boolean {
  return holdsPost(viewer, ['accountant'], { villageId })
}

export function mayObject(viewer: Viewer, { villageId }: Place): boolean {
  return isResidentOf(viewer, villageId)
}

/** Whoever keeps the book, leads the village or watches over its money. */
export function mayAnswerObjection(viewer: Viewer, book: Place): boolean {
  return keepsBook(viewer, book) || leadsVillage(viewer, book.villageId) || holdsPost(viewer, ['supervisor'], { villageId: book.villageId })
}

/**
 * Who acts.
 * @throws ledger.book-not-found, ledger.only-accountant
 */
export function requireKeeper(viewer: Viewer, book: Place): string {
  requireReader(viewer, book)
  if (viewer.personId === null || !keepsBook(viewer, book)) throw new DomainError('ledger.only-accountant')
  return viewer.personId
}

/** @throws ledger.book-not-found */
export function requireReader(viewer: Viewer, book: Place): void {
  if (!mayReadBook(viewer, book)) throw new DomainError('ledger.book-not-found')
}
