import { holdsPost, isOfficerOf, VILLAGE_HANDLER_POSTS, watchesSubDistrict, type Viewer } from '../identity'
import { DomainError, MINUTE_MS, type EpochMs } from '../kernel'
import type { Unit, UnitBrief } from '../villages'
import { mayClose } from './access'
import { act, requireHandler, type TicketDecision, type Words } from './acting'
import type { TicketFact } from './facts'
import { emptinessOf } from './meaning'
import { checkWords } from './submit'
import { isOpen, type Ticket } from './ticket'
import type { Move, MoveHow } from './ways'

/** For this long the receiver may say, once, that it is not his (handbook §2, "Transfer"). */
export const OBJECTION_MS = 30 * MINUTE_MS
/** No third hop; what the sub-district rules counts as none. */
export const TRANSFER_LIMIT = 2

/** Where a ticket is to go. */
export interface Destination {
  readonly to: Pick<Unit, 'id' | 'kind' | 'parentId'>
  /** The department that the ticket's topic belongs to. */
  readonly owner: Pick<UnitBrief, 'id' | 'name'> | null
}

/**
 * Hands a ticket on, sideways or down. The resident's clock runs on, and who had it first still sees it and may answer.
 * @throws ticket.not-found, ticket.only-handlers, ticket.only-holder, ticket.already-closed, ticket.way-reason-missing,
 *   ticket.text-too-long and what `refusalOfTransfer` names
 */
export function transfer(
  viewer: Viewer,
  ticket: Ticket,
  destination: Destination,
  words: Words,
  now: EpochMs,
): TicketDecision {
  const personId = requireHolder(viewer, ticket)
  return act(ticket, now, (current) => {
    if (!isOpen(current)) throw new DomainError('ticket.already-closed')
    const refusal = refusalOfTransfer(current, destination)
    if (refusal !== null) throw refusal
    checkReason(words)
    return move(current, 'transfer', { toUnitId: destination.to.id, personId, messageId: words.messageId, now })
  })
}

/** Why a ticket can't be handed on to that unit; `null`: it can. The phone offers only what this allows. */
export function refusalOfTransfer(ticket: Ticket, { to, owner }: Destination): DomainError | null {
  if (ticket.visibility === 'confidential') return new DomainError('ticket.confidential-stays')
  if (pendingObjection(ticket) !== null) return new DomainError('ticket.objection-pending')
  if (staysAbove(ticket)) return new DomainError('ticket.stays-above')
  if (!isBelow(ticket, to)) return new DomainError('ticket.unit-not-found')
  if (holdersSoFar(ticket).includes(to.id)) return new DomainError('ticket.return-to-sender')
  if (ticket.moves.filter(({ how }) => how === 'transfer').length >= TRANSFER_LIMIT) {
    return new DomainError('ticket.no-third-hop', { limit: TRANSFER_LIMIT })
  }
  return to.kind === 'village' && owner !== null ? belongsTo(owner) : null
}

/**
 * The receiver says that it is not his; until the sub-district has decided he holds it all the same.
 * @throws ticket.not-found, ticket.only-handlers, ticket.already-closed, ticket.nothing-to-object,
 *   ticket.objected-already, ticket.objection-too-late, ticket.way-reason-missing, ticket.text-too-long
 */
export function object(viewer: Viewer, ticket: Ticket, words: Words, now: EpochMs): TicketDecision {
  const personId = requireHandler(viewer, ticket)
  return act(ticket, now, (current) => {
    if (!isOpen(current)) throw new DomainError('ticket.already-closed')
    const last = current.moves.at(-1)
    if (last === undefined || last.how !== 'transfer' || !worksAt(viewer, last.toUnitId)) {
      throw new DomainError('ticket.nothing-to-object')
    }
    if (last.objectedAt !== null) throw new DomainError('ticket.objected-already')
    if (now > last.at + OBJECTION_MS) throw new DomainError('ticket.objection-too-late')
    checkReason(words)
    const { messageId } = words
    const objected = { ...last, objectedAt: now, objectedBy: personId, objectionMessageId: messageId }
    return {
      next: withLastMove(current, objected),
      facts: [{ type: 'ticket.objected', ticketId: ticket.id, move: last.number, messageId, personId }],
    }
  })
}

/** What the sub-district says: on an objection, or because it takes a matter to itself, or gives it back. */
export interface Ruling {
  /** `null`: nobody has objected. */
  readonly isUpheld: boolean | null
  /** `null`: it stays where it is. */
  readonly destination: Destination | null
}

/**
 * @throws ticket.not-found, ticket.only-handlers, ticket.only-sub-district, ticket.already-closed,
 *   ticket.ruling-missing, ticket.unit-not-found, ticket.not-handed-back, ticket.stays-above,
 *   ticket.belongs-to-department, ticket.way-reason-missing, ticket.text-too-long
 */
export function rule(viewer: Viewer, ticket: Ticket, ruling: Ruling, words: Words, now: EpochMs): TicketDecision {
  const personId = requireHandler(viewer, ticket)
  if (!watchesSubDistrict(viewer, ticket.subDistrictId)) throw new DomainError('ticket.only-sub-district')
  return act(ticket, now, (current) => {
    if (!isOpen(current)) throw new DomainError('ticket.already-closed')
    const { messageId } = words
    const { isUpheld, destination } = ruling
    const objection = pendingObjection(current)
    const refusal = destination === null ? null : refusalOfRuling(current, destination)
    if (objection === null) {
      if (destination === null) throw new DomainError('ticket.ruling-missing')
      if (refusal !== null) throw refusal
      checkReason(words)
      return move(current, 'ruling', { toUnitId: destination.to.id, personId, messageId, now })
    }
    if (isUpheld === null || isUpheld === (destination === null)) throw new DomainError('ticket.ruling-missing')
    if (refusal !== null) throw refusal
    checkReason(words)
    const decided = withLastMove(current, { ...objection, ruledAt: now, ruledBy: personId, isUpheld })
    const fact: TicketFact = {
      type: 'ticket.objection-decided', ticketId: ticket.id, move: objection.number, isUpheld, messageId, personId,
    }
    if (destination === null) return { next: decided, facts: [fact] }
    const moved = move(decided, 'ruling', { toUnitId: destination.to.id, personId, messageId, now })
    return { next: moved.next, facts: [fact, ...moved.facts] }
  })
}

/**
 * Why the sub-district can't put it there, on an objection that waits for it or unasked; `null`: it can. The phone
 * offers only what this allows.
 */
export function refusalOfRuling(ticket: Ticket, destination: Destination): DomainError | null {
  return pendingObjection(ticket) === null ? refusalUnasked(ticket, destination) : refusalElsewhere(ticket, destination)
}

/** To itself, or what it holds back to whoever had it. */
function refusalUnasked(ticket: Ticket, { to, owner }: Destination): DomainError | null {
  if (ticket.visibility === 'confidential') return new DomainError('ticket.confidential-stays')
  const isHeldAbove = ticket.holderUnitId === ticket.subDistrictId
  if (to.id === ticket.subDistrictId && !isHeldAbove) return null
  if (!isHeldAbove || !holdersSoFar(ticket).includes(to.id) || to.id === ticket.subDistrictId) {
    return new DomainError('ticket.not-handed-back')
  }
  if (staysAbove(ticket)) return new DomainError('ticket.stays-above')
  return to.kind === 'village' && owner !== null ? belongsTo(owner) : null
}

/** The objector was right: it goes back, to itself, or to a third. */
function refusalElsewhere(ticket: Ticket, { to, owner }: Destination): DomainError | null {
  const isInside = to.id === ticket.subDistrictId || isBelow(ticket, to)
  if (!isInside || to.id === ticket.holderUnitId) return new DomainError('ticket.unit-not-found')
  return to.kind === 'village' && owner !== null ? belongsTo(owner) : null
}

interface OnTheWay {
  readonly toUnitId: string
  readonly personId: string
  readonly messageId: string
  readonly now: EpochMs
}

/** No deadline moves with it. */
export function move(ticket: Ticket, how: MoveHow, { toUnitId, personId, messageId, now }: OnTheWay): TicketDecision {
  const fromUnitId = ticket.holderUnitId
  const number = ticket.moves.length + 1
  const step: Move = {
    number, how, fromUnitId, toUnitId, at: now, by: personId, messageId,
    objectedAt: null, objectedBy: null, objectionMessageId: null, ruledAt: null, ruledBy: null, isUpheld: null,
  }
  return {
    next: { ...ticket, holderUnitId: toUnitId, moves: [...ticket.moves, step] },
    facts: [{ type: 'ticket.moved', ticketId: ticket.id, how, move: number, fromUnitId, toUnitId, messageId, personId }],
  }
}

/** Not decided yet; whoever was given it holds it meanwhile. */
export function pendingObjection(ticket: Pick<Ticket, 'moves'>): Move | null {
  const last = ticket.moves.at(-1)
  return last !== undefined && last.objectedAt !== null && last.ruledAt === null ? last : null
}

/** After a second rejection it is the sub-district's to the end (handbook §2). */
export function staysAbove(ticket: Pick<Ticket, 'cycles'>): boolean {
  return ticket.cycles.filter(({ rejected }) => rejected).length >= 2
}

/** Works for exactly this village or department. */
export function worksAt(viewer: Viewer, unitId: string): boolean {
  return holdsPost(viewer, VILLAGE_HANDLER_POSTS, { villageId: unitId }) || isOfficerOf(viewer, unitId)
}

/** Who may send it on: whoever answers for the unit that holds it, and the sub-district. */
export function requireHolder(viewer: Viewer, ticket: Ticket): string {
  const personId = requireHandler(viewer, ticket)
  if (!mayClose(viewer, ticket)) throw new DomainError('ticket.only-holder')
  return personId
}

/** @throws ticket.way-reason-missing, ticket.text-too-long */
export function checkReason(words: Pick<Words, 'text'>): void {
  const emptiness = emptinessOf(words.text)
  if (emptiness === 'blank' || emptiness === 'unfilled') throw new DomainError('ticket.way-reason-missing')
  checkWords(words.text, false)
}

/** Everybody who has or had it, the first one too. */
export function holdersSoFar(ticket: Pick<Ticket, 'villageId' | 'holderUnitId' | 'moves'>): readonly string[] {
  return [ticket.villageId, ...ticket.moves.map(({ fromUnitId }) => fromUnitId), ticket.holderUnitId]
}

function isBelow(ticket: Ticket, to: Destination['to']): boolean {
  return (to.kind === 'village' || to.kind === 'department') && to.parentId === ticket.subDistrictId
}

function belongsTo(owner: NonNullable<Destination['owner']>): DomainError {
  return new DomainError('ticket.belongs-to-department', { department: owner.name })
}

function withLastMove(ticket: Ticket, step: Move): Ticket {
  return { ...ticket, moves: [...ticket.moves.slice(0, -1), step] }
}
