import { DomainError, textLength, type Decision, type EpochMs } from '../kernel'
import type { IdentityFact } from './facts'
import type { Account, MembershipRequest } from './person'

/** Characters as a reader counts them; names of some peoples run past twenty. */
export const PERSON_NAME_LIMIT = 30
export const REQUEST_NOTE_LIMIT = 100

export interface MembershipClaim {
  readonly requestId: string
  readonly villageId: string
  readonly name: string
  readonly note: string
}

/**
 * Somebody the register does not know asks a village to let him in. WeChat must have vouched for his number first, and
 * one request waits at a time.
 * @throws identity.already-bound, identity.phone-missing, identity.request-waiting, identity.name-missing,
 *   identity.name-too-long
 */
export function requestMembership(
  account: Account,
  isOneWaiting: boolean,
  claim: MembershipClaim,
  now: EpochMs,
): Decision<MembershipRequest, IdentityFact> {
  if (account.personId !== null) throw new DomainError('identity.already-bound')
  if (account.phone === null) throw new DomainError('identity.phone-missing')
  if (isOneWaiting) throw new DomainError('identity.request-waiting')
  const next: MembershipRequest = {
    id: claim.requestId,
    accountId: account.id,
    villageId: claim.villageId,
    name: checkedPersonName(claim.name),
    phone: account.phone,
    note: Array.from(claim.note.trim()).slice(0, REQUEST_NOTE_LIMIT).join(''),
    status: 'waiting',
    createdAt: now,
    decidedBy: null,
    decidedAt: null,
  }
  return { next, facts: [{ type: 'identity.membership-requested', subjectId: next.id, villageId: next.villageId }] }
}

/**
 * The village says yes or no, once. Who may say it is for the caller to check (`leadsVillage`).
 * @throws identity.request-decided
 */
export function decideMembership(
  request: MembershipRequest,
  personId: string,
  approved: boolean,
  now: EpochMs,
): Decision<MembershipRequest, IdentityFact> {
  if (request.status !== 'waiting') throw new DomainError('identity.request-decided')
  return {
    next: { ...request, status: approved ? 'approved' : 'declined', decidedBy: personId, decidedAt: now },
    facts: [{ type: 'identity.membership-decided', subjectId: request.id, accountId: request.accountId, approved }],
  }
}

/** The name without the blanks around it. @throws identity.name-missing, identity.name-too-long */
export function checkedPersonName(text: string): string {
  const name = text.trim()
  if (name === '') throw new DomainError('identity.name-missing')
  if (textLength(name) > PERSON_NAME_LIMIT) throw new DomainError('identity.name-too-long', { limit: PERSON_NAME_LIMIT })
  return name
}

/** Do two spellings name the same person? Blanks do not count, nor which of the dots stands in a foreign name. */
export function isSameName(one: string, other: string): boolean {
  return plainName(one) === plainName(other)
}

function plainName(name: string): string {
  return name.replace(/\s+/g, '').replace(/[•・‧∙.]/g, '·').toLowerCase()
}
