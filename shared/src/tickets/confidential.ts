import { holdsPost, isOfficer, SUB_DISTRICT_HANDLER_POSTS, type PostKind, type Viewer } from '../identity'
import { DomainError } from '../kernel'
import type { AboutWhom, Ticket } from './ticket'

/** What it takes to say for whom a confidential ticket exists. */
export type InConfidence = Pick<
  Ticket, 'villageId' | 'subDistrictId' | 'holderUnitId' | 'about' | 'aboutPersonId' | 'hiddenFrom'
>

/**
 * Handles what was said in confidence: the level above whoever it is about, and there nobody of the village, not even
 * by a second post, and nobody it may be about. For all others but the reporter it does not exist (handbook §2,
 * "Confidential").
 */
export function handlesInConfidence(viewer: Viewer, ticket: InConfidence): boolean {
  if (viewer.personId === null || ticket.hiddenFrom?.includes(viewer.personId) === true) return false
  if (isOfVillage(viewer, ticket) || mayBeMeant(viewer, ticket)) return false
  const { holderUnitId, subDistrictId } = ticket
  if (holderUnitId === subDistrictId) return holdsPost(viewer, kindsAsked(ticket), { subDistrictId })
  // The county's own people: their posts lie in no sub-district.
  return viewer.posts.some(({ kind, unitId }) => SUB_DISTRICT_HANDLER_POSTS.includes(kind) && unitId === holderUnitId)
}

/** Whom of the sub-district it is for, as long as the sub-district holds it. */
export function kindsAsked({ about }: Pick<Ticket, 'about'>): readonly PostKind[] {
  return isForLeaders(about) ? ['leader'] : SUB_DISTRICT_HANDLER_POSTS
}

/** Not for staff either: it is about them, about their leaders, or about the departments that they call day by day. */
export function isForLeaders(about: AboutWhom | null): boolean {
  return about === 'officer' || about === 'staff' || about === 'leader'
}

/** Whoever holds a post there, as resident or stationed cadre too: cousins and colleagues are told things. */
function isOfVillage(viewer: Viewer, { villageId }: InConfidence): boolean {
  return viewer.posts.some((post) => post.villageId === villageId)
}

/** He is named; or nobody is, and he is one of those that it is about. */
function mayBeMeant(viewer: Viewer, { about, aboutPersonId, subDistrictId }: InConfidence): boolean {
  if (aboutPersonId !== null) return viewer.personId === aboutPersonId
  // Whichever department is meant, of the sub-district or of the county.
  if (about === 'officer') return isOfficer(viewer)
  return (about === 'staff' || about === 'leader') && holdsPost(viewer, [about], { subDistrictId })
}

/** Who there is above a village, each with all the posts he holds. */
export interface Above {
  /** `null`: the sub-district stands alone. */
  readonly countyId: string | null
  readonly people: readonly Viewer[]
}

/**
 * Who must answer it: the sub-district, the county of what is about a leader; one level up where nobody may know of it.
 * @throws ticket.nobody-above
 */
export function holderInConfidence(ticket: Omit<InConfidence, 'holderUnitId'>, { countyId, people }: Above): string {
  const county = countyId === null ? [] : [countyId]
  const levels = ticket.about === 'leader' ? [...county, ticket.subDistrictId] : [ticket.subDistrictId, ...county]
  const holder = levels.find((holderUnitId) =>
    people.some((person) => handlesInConfidence(person, { ...ticket, holderUnitId })))
  if (holder === undefined) throw new DomainError('ticket.nobody-above')
  return holder
}

/** What a named person adds to what the resident said of him: a leader called a village cadre is a leader. */
export function weightOf(about: AboutWhom, named: Viewer | null, subDistrictId: string): AboutWhom {
  if (named === null) return about
  if (holdsPost(named, ['leader'], { subDistrictId })) return 'leader'
  if (about !== 'village-cadre') return about
  if (holdsPost(named, ['staff'], { subDistrictId })) return 'staff'
  return isOfficer(named) ? 'officer' : about
}
