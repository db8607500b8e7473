import { handlesVillage, watchesSubDistrict, type Viewer } from '../identity'
import { DomainError, type EpochMs } from '../kernel'
import { roleIn } from './access'
import { requireHandler, type TicketDecision } from './acting'
import { advance, withCycle } from './clock'
import type { TicketFact } from './facts'
import { currentCycle, isOpen, type Ticket } from './ticket'
import { isOpenPart } from './ways'

/** What becomes of both. */
export interface MergeDecision {
  readonly main: TicketDecision
  readonly other: TicketDecision
}

/**
 * Two matters are one: `other` stands still from now on, and the main one speaks for it. The earlier deadline of both
 * rules, so that nobody waits longer for it, and no miss is hidden by it.
 * @throws ticket.not-found, ticket.only-handlers, ticket.only-village-merges, ticket.merge-itself, ticket.merge-unlike,
 *   ticket.merged, ticket.has-merged, ticket.already-closed
 */
export function merge(viewer: Viewer, main: Ticket, other: Ticket, othersBelow: number, now: EpochMs): MergeDecision {
  const personId = requireHandler(viewer, other)
  requireHandler(viewer, main)
  if (!mayMerge(viewer, other) || !mayMerge(viewer, main)) throw new DomainError('ticket.only-village-merges')
  if (main.id === other.id) throw new DomainError('ticket.merge-itself')
  if (main.mergedIntoId !== null || other.mergedIntoId !== null) throw new DomainError('ticket.merged')
  if (!isOpen(main) || !isOpen(other)) throw new DomainError('ticket.already-closed')
  if (!areMergeable(main, other)) throw new DomainError('ticket.merge-unlike')
  if (othersBelow > 0) throw new DomainError('ticket.has-merged')
  const [passedMain, passedOther] = [advance(main, now), advance(other, now)]
  const earlier = withEarlierDues(passedMain.next, passedOther.next)
  // A deadline of the other one that is past already is past for both.
  const marked = advance(earlier, now)
  const dues = { responseDueAt: earlier.responseDueAt, closureDueAt: currentCycle(earlier).closureDueAt }
  return {
    main: {
      next: marked.next,
      facts: [
        ...passedMain.facts,
        { type: 'ticket.took-in', ticketId: main.id, otherTicketId: other.id, ...dues },
        ...withoutNoticing(marked.facts),
      ],
    },
    other: {
      next: { ...passedOther.next, mergedIntoId: main.id },
      facts: [...passedOther.facts, { type: 'ticket.merged', ticketId: other.id, intoTicketId: main.id, personId }],
    },
  }
}

/**
 * "不是同一件事": the merged one comes back with its own clock, as if it had never been merged; what fell due meanwhile is
 * late at once. Its reporter may, and who handles it. What the main one promised earlier it goes on promising: merging
 * and coming apart must be no way to win time.
 * @throws ticket.not-found, ticket.only-reporter, ticket.not-merged, ticket.already-closed, ticket.apart-too-late
 */
export function comeApart(viewer: Viewer, main: Ticket, other: Ticket, now: EpochMs): MergeDecision {
  const role = roleIn(viewer, other)
  if (role === null || viewer.personId === null) throw new DomainError('ticket.not-found')
  if (role === 'neighbour' || (role === 'handler' && !mayMerge(viewer, other))) throw new DomainError('ticket.only-reporter')
  if (other.mergedIntoId !== main.id) throw new DomainError('ticket.not-merged')
  if (!isOpen(other)) throw new DomainError('ticket.already-closed')
  const until = apartUntil(main)
  if (until !== null && now > until) throw new DomainError('ticket.apart-too-late')
  return apart(main, other, role, now)
}

/** The main one was withdrawn: those merged into it stand for themselves again. */
export function comeApartByItself(main: Ticket, other: Ticket, now: EpochMs): MergeDecision {
  return apart(main, other, 'withdrawn', now)
}

/** `null`: as long as the main one is open; after its end as long as its own reporter may speak. */
export function apartUntil(main: Ticket): EpochMs | null {
  const { closedAt } = currentCycle(main)
  return closedAt === null ? null : closedAt + main.terms.rejectionMs
}

/** Who answers in the village, and who watches over it; whoever else knows of it only helps. */
export function mayMerge(viewer: Viewer, ticket: Ticket): boolean {
  if (roleIn(viewer, ticket) !== 'handler') return false
  return handlesVillage(viewer, ticket.villageId) || watchesSubDistrict(viewer, ticket.subDistrictId)
}

const SAME_IN_BOTH = ['villageId', 'visibility', 'holderUnitId', 'entryId'] as const

/** One village, the same people who see it, one holder, about one entry if about any; and no department is called. */
export function areMergeable(main: Ticket, other: Ticket): boolean {
  const isSame = SAME_IN_BOTH.every((name) => main[name] === other[name])
  const isInConfidence = main.visibility === 'confidential' || main.about !== null || other.about !== null
  return isSame && !isInConfidence && !other.parts.some(isOpenPart)
}

function apart(main: Ticket, other: Ticket, how: 'reporter' | 'handler' | 'withdrawn', now: EpochMs): MergeDecision {
  const back = advance({ ...other, mergedIntoId: null }, now)
  const cameApart: TicketFact = { type: 'ticket.came-apart', ticketId: other.id, fromTicketId: main.id, how }
  return {
    main: { next: main, facts: [{ type: 'ticket.let-go', ticketId: main.id, otherTicketId: other.id }] },
    other: { next: back.next, facts: [cameApart, ...withoutNoticing(back.facts)] },
  }
}

function withEarlierDues(main: Ticket, other: Ticket): Ticket {
  const cycle = currentCycle(main)
  const closureDueAt = Math.min(cycle.closureDueAt, currentCycle(other).closureDueAt)
  // Only as long as both still wait for the first answer does one wait for it because of the other.
  const waits = main.respondedAt === null && main.responseMissedAt === null && other.respondedAt === null
  const responseDueAt = waits ? Math.min(main.responseDueAt, other.responseDueAt) : main.responseDueAt
  if (closureDueAt === cycle.closureDueAt && responseDueAt === main.responseDueAt) return main
  // Once it is late it stays late by what it was late by: the orders count from there.
  const isLate = cycle.closureMissedAt !== null
  return { ...(isLate ? main : withCycle(main, { ...cycle, closureDueAt })), responseDueAt }
}

/** The product was not asleep: these came to light because two became one, or two again. */
function withoutNoticing(facts: readonly TicketFact[]): readonly TicketFact[] {
  type Noticed = TicketFact & { readonly noticedAt?: EpochMs }
  return facts.map(({ noticedAt: _noticedAt, ...fact }: Noticed) => fact as TicketFact)
}
