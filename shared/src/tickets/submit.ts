import { DomainError, normalizePhone, textLength, type Decision, type EpochMs } from '../kernel'
import type { Viewer } from '../identity'
import { dueAfter, type KeptTerms, type SlaPolicy } from '../sla'
import { maySubmit } from './access'
import { holderInConfidence, type Above } from './confidential'
import type { TicketFact } from './facts'
import { NAME_LIMIT, PHOTO_LIMIT, PLACE_NAME_LIMIT, TEXT_LIMIT } from './limits'
import type { AboutWhom, OnBehalfOf, Place, Ticket, TicketKind, Visibility } from './ticket'

export interface Submission {
  readonly ticketId: string
  readonly villageId: string
  readonly subDistrictId: string
  readonly kind: TicketKind
  readonly visibility: Visibility
  readonly text: string
  readonly hasVoice: boolean
  readonly photoCount: number
  readonly place: Place | null
  readonly entryId: string | null
  readonly onBehalfOf: OnBehalfOf | null
  readonly addresseeId: string | null
  /** `null`: it is not said in confidence. */
  readonly confidence: Confidence | null
}

/** What is said of somebody of the administration is always said in confidence; about nobody it may be. */
export interface Confidence {
  readonly about: AboutWhom | null
  readonly aboutPersonId: string | null
  readonly regardingTicketId: string | null
  readonly hiddenFrom: readonly string[] | null
  /** Whom it could go to. */
  readonly above: Above
}

/**
 * A grievance takes one sentence, written or spoken; nothing else is required (handbook §2).
 * @throws ticket.village-not-found, ticket.text-missing, ticket.text-too-long, ticket.too-many-photos,
 *   ticket.place-too-long, ticket.name-missing, ticket.name-too-long, ticket.nobody-above
 */
export function submitTicket(
  viewer: Viewer,
  submission: Submission,
  policy: Pick<SlaPolicy, 'version'> & { readonly terms: KeptTerms },
  now: EpochMs,
): Decision<Ticket, TicketFact> {
  if (viewer.personId === null || !maySubmit(viewer, submission.villageId, submission.onBehalfOf !== null)) {
    throw new DomainError('ticket.village-not-found')
  }
  checkSubmission(submission)
  const { terms } = policy
  const whose = whoseIs(submission)
  const responseDueAt = dueAfter(now, terms.responseMs, terms.openHours)
  const next: Ticket = {
    id: submission.ticketId,
    villageId: submission.villageId,
    subDistrictId: submission.subDistrictId,
    ...whose,
    topicId: null,
    reporterId: viewer.personId,
    onBehalfOf: tidied(submission.onBehalfOf),
    text: submission.text.trim(),
    place: submission.place,
    entryId: submission.entryId,
    status: 'submitted',
    submittedAt: now,
    policyVersion: policy.version,
    terms,
    responseDueAt,
    respondedAt: null,
    respondedBy: null,
    responseMissedAt: null,
    remindedAt: null,
    warnedCycle: 0,
    cycles: [newCycle(1, now, dueAfter(now, terms.closureMs, terms.openHours))],
    moves: [],
    extensions: [],
    parts: [],
    mergedIntoId: null,
    endedAt: null,
    publishedAt: null,
    version: 1,
  }
  return { next, facts: [{ type: 'ticket.submitted', ticketId: next.id, responseDueAt }] }
}

type Whose = Pick<Ticket, 'holderUnitId' | 'kind' | 'visibility' | 'addresseeId' | keyof Omit<Confidence, 'above'>>

/** In confidence it is @-ed to nobody: whom one would pick is of the village. */
function whoseIs(submission: Submission): Whose {
  const { villageId, kind, visibility, addresseeId, confidence } = submission
  if (confidence === null) {
    if (visibility === 'confidential') throw new Error('confidential, and nobody asked who is above the village')
    const ofNobody = { about: null, aboutPersonId: null, regardingTicketId: null, hiddenFrom: null }
    return { holderUnitId: villageId, kind, visibility, addresseeId, ...ofNobody }
  }
  const { above, ...whom } = confidence
  return {
    holderUnitId: holderInConfidence({ ...submission, ...whom }, above),
    kind: whom.about === null ? kind : 'complaint',
    visibility: 'confidential',
    addresseeId: null,
    ...whom,
  }
}

function tidied(other: OnBehalfOf | null): OnBehalfOf | null {
  if (other === null) return null
  return { name: other.name.trim(), phone: other.phone === null ? null : normalizePhone(other.phone) }
}

/** What can be wrong with the words and things of a submission; the phone calls it before it sends. */
export function checkSubmission(
  submission: Pick<Submission, 'text' | 'hasVoice' | 'photoCount' | 'place' | 'onBehalfOf'>,
): void {
  checkWords(submission.text, submission.hasVoice)
  if (submission.photoCount > PHOTO_LIMIT) throw new DomainError('ticket.too-many-photos', { limit: PHOTO_LIMIT })
  if (submission.place !== null && textLength(submission.place.name) > PLACE_NAME_LIMIT) {
    throw new DomainError('ticket.place-too-long', { limit: PLACE_NAME_LIMIT })
  }
  if (submission.onBehalfOf !== null) {
    if (submission.onBehalfOf.name.trim() === '') throw new DomainError('ticket.name-missing')
    if (textLength(submission.onBehalfOf.name) > NAME_LIMIT)
      throw new DomainError('ticket.name-too-long', { limit: NAME_LIMIT })
    const { phone } = submission.onBehalfOf
    if (phone !== null && normalizePhone(phone) === null) throw new DomainError('ticket.phone-malformed')
  }
}

/** @throws ticket.text-missing, ticket.text-too-long */
export function checkWords(text: string, hasVoice: boolean): void {
  if (text.trim() === '' && !hasVoice) throw new DomainError('ticket.text-missing')
  if (textLength(text) > TEXT_LIMIT) throw new DomainError('ticket.text-too-long', { limit: TEXT_LIMIT })
}

export function newCycle(number: number, startedAt: EpochMs, closureDueAt: EpochMs): Ticket['cycles'][number] {
  return {
    number,
    startedAt,
    closureDueAt,
    closureMissedAt: null,
    orderCount: 0,
    handOrders: null,
    handOrderedAt: null,
    closedAt: null,
    closedBy: null,
    outcome: null,
    notAcceptedReason: null,
    rating: null,
    answeredAt: null,
    rejected: false,
  }
}
