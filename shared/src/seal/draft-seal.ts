import { chinaDateOf, DomainError, type Decision, type EpochMs } from '../kernel'
import type { DigestOf, Shown, SigningGround } from '../expenses'
import type { SealFact } from './facts'
import {
  canonicalSeal, checkSealComplete, checkSealDraft, cleanSealContent, sealContentOf, type SealContent,
} from './seal-content'
import { currentSealRevision, liveSealSignatures, type SealRequest, type SealRevision } from './seal-request'
import { mustBeFiler, whoWillSignForSeal } from './seal-standing'

export type SealDecision = Decision<SealRequest, SealFact>
type Posts = SigningGround['posts']

/** @throws seal.only-village, seal.content-invalid */
export function draftSeal(
  place: Pick<SealRequest, 'id' | 'villageId' | 'subDistrictId'>,
  given: SealContent,
  personId: string,
  posts: Posts,
  digestOf: DigestOf,
  now: EpochMs,
): SealDecision {
  mustBeFiler(place.villageId, personId, posts, now)
  const revision = newRevision(place, 1, given, personId, digestOf, now)
  const next: SealRequest = {
    ...place, status: 'draft', revisions: [revision], createdAt: now, waitingSinceAt: null, approvedAt: null, uses: [],
    version: 1,
  }
  return { next, facts: [{ type: 'seal.drafted', subjectId: place.id, villageId: place.villageId, personId }] }
}

/**
 * A change is a new revision and voids what was signed; saving the same is nothing.
 * @throws seal.only-village, seal.frozen, seal.stale, seal.content-invalid
 */
export function saveSeal(
  request: SealRequest,
  given: SealContent,
  personId: string,
  shown: Shown,
  posts: Posts,
  digestOf: DigestOf,
  now: EpochMs,
): SealDecision {
  mustBeFiler(request.villageId, personId, posts, now)
  mustBeOpen(request)
  const before = currentSealRevision(request)
  const revision = newRevision(request, before.number + 1, given, personId, digestOf, now)
  if (isSameSeal(before.content, revision.content)) return { next: request, facts: [] }
  mustBeSeen(request, shown)
  const voided = liveSealSignatures(request).map((signature) => signature.personId)
  const old: SealRevision = { ...before, over: before.over ?? { how: 'changed', at: now, by: personId } }
  const revisions = [...request.revisions.slice(0, -1), old, revision]
  const next: SealRequest = { ...request, status: 'draft', revisions, waitingSinceAt: null }
  return { next, facts: [{ ...about(next, personId), type: 'seal.changed', revision: revision.number, voided }] }
}

/**
 * The joint meeting has agreed; now the three are asked.
 * @throws seal.only-village, seal.stale, seal.frozen, seal.not-draft, seal.content-invalid, seal.consent-missing,
 *   seal.nobody-can-sign
 */
export function submitSeal(
  request: SealRequest,
  personId: string,
  shown: Shown,
  ground: SigningGround,
  now: EpochMs,
): SealDecision {
  mustBeFiler(request.villageId, personId, ground.posts, now)
  mustBeSeen(request, shown)
  if (request.status === 'signing') return { next: request, facts: [] }
  mustBeOpen(request)
  if (request.status !== 'draft') throw new DomainError('seal.not-draft')
  const { content, number } = currentSealRevision(request)
  checkSealComplete(content, chinaDateOf(now))
  const nobody = whoWillSignForSeal(request, ground, now).find(({ personIds }) => personIds.length === 0)
  if (nobody !== undefined) {
    throw new DomainError('seal.nobody-can-sign', { slot: nobody.slot, block: nobody.blocked[0]?.block ?? null })
  }
  const next: SealRequest = { ...request, status: 'signing', waitingSinceAt: now }
  return { next, facts: [{ ...about(next, personId), type: 'seal.submitted', revision: number }] }
}

/** @throws seal.only-village, seal.frozen */
export function withdrawSeal(request: SealRequest, personId: string, posts: Posts, now: EpochMs): SealDecision {
  mustBeFiler(request.villageId, personId, posts, now)
  mustBeOpen(request)
  const next: SealRequest = { ...request, status: 'withdrawn', waitingSinceAt: null }
  return { next, facts: [{ ...about(next, personId), type: 'seal.withdrawn' }] }
}

/** What every fact of a request says first. */
export function about(
  { id, villageId }: Pick<SealRequest, 'id' | 'villageId'>,
  personId: string,
): Pick<SealFact, 'subjectId' | 'villageId' | 'personId'> {
  return { subjectId: id, villageId, personId }
}

/** Not approved yet, nor withdrawn. @throws seal.frozen */
export function mustBeOpen({ status }: Pick<SealRequest, 'status'>): void {
  if (status === 'approved' || status === 'used' || status === 'withdrawn') throw new DomainError('seal.frozen')
}

/** @throws seal.stale */
export function mustBeSeen(request: SealRequest, shown: Shown): void {
  const { number, digest } = currentSealRevision(request)
  if (shown.revision === number && shown.digest === digest) return
  throw new DomainError('seal.stale', { shownRevision: shown.revision, revision: number })
}

function isSameSeal(one: SealContent, other: SealContent): boolean {
  return JSON.stringify(canonicalSeal(one)) === JSON.stringify(canonicalSeal(other))
}

function newRevision(
  owner: Pick<SealRequest, 'id' | 'villageId'>,
  number: number,
  given: SealContent,
  savedBy: string,
  digestOf: DigestOf,
  now: EpochMs,
): SealRevision {
  const content = cleanSealContent(given)
  checkSealDraft(content)
  const digest = digestOf(sealContentOf(owner, number, content))
  return { number, content, digest, savedAt: now, savedBy, signatures: [], over: null }
}
