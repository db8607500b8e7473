import type { PersonTag, Viewer } from '@huiying/shared/identity'
import { DomainError, type EpochMs } from '@huiying/shared/kernel'
import {
  holdersSoFar, isAsked, isOpen, likelyDepartments, minutesByHolder, objectUntil, offeredTopics, refusalOfRuling,
  refusalOfTransfer, roleIn,
  type Destination, type DestinationsAnswer, type Extension, type ExtensionView, type Ticket, type TicketRole,
  type WaysView,
} from '@huiying/shared/tickets'
import type { UnitBrief } from '@huiying/shared/villages'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import { personTags } from '../identity/public'
import { departmentsOf, unitOf, unitsById, villagesOf } from '../villages/public'
import { readTicket } from './ticket-rows'
import { briefOf } from './topics.board'
import { ownerOf, topicsOf } from './ways-ground'

type Tag = (personId: string | null) => PersonTag | null

/** Which way a ticket went, as the viewer may see it. */
export async function waysOf(
  reads: Reads,
  viewer: Viewer,
  role: TicketRole,
  ticket: Ticket,
  tag: Tag,
  now: EpochMs,
): Promise<WaysView> {
  const hidden = role === 'neighbour'
  const { moves, extensions, topicId, subDistrictId, respondedAt, endedAt } = ticket
  const offers = role === 'handler' && topicId === null && isOpen(ticket)
  const [units, topics, departments] = await Promise.all([
    unitsById(reads, [...holdersSoFar(ticket), ...moves.map(({ toUnitId }) => toUnitId)]),
    offers || topicId !== null ? topicsOf(reads, subDistrictId) : [],
    offers || topicId !== null ? departmentsOf(reads, subDistrictId) : [],
  ])
  const unit = (unitId: string): UnitBrief => units.get(unitId) ?? { id: unitId, kind: 'department', name: '' }
  const topic = topics.find(({ id }) => id === topicId)
  const held = hidden || moves.length === 0 ? [] : minutesByHolder(ticket, respondedAt ?? endedAt ?? now)
  return {
    topic: topic === undefined ? null : briefOf(topic, departments),
    offeredTopics: offers ? offeredTopics(ticket.text, topics).map((one) => briefOf(one, departments)) : [],
    holder: ticket.holderUnitId === ticket.villageId ? null : unit(ticket.holderUnitId),
    moves: moves.map(({ number, how, fromUnitId, toUnitId, at, by, objectedAt, isUpheld }) => ({
      number, how, from: unit(fromUnitId), to: unit(toUnitId), at, by: hidden ? null : tag(by), objectedAt, isUpheld,
    })),
    extensions: extensions
      .filter(({ isGranted }) => !hidden || isGranted === true)
      .map((one) => extensionView(ticket, one, tag, now)),
    heldByUnits: held.map(({ unitId, fromAt, toAt, minutes }) => ({ unit: unit(unitId), fromAt, toAt, minutes })),
    objectUntil: isOpen(ticket) ? objectUntil(viewer, ticket, now) : null,
  }
}

function extensionView(ticket: Ticket, one: Extension, tag: Tag, now: EpochMs): ExtensionView {
  const { id, cycle, askedAt, askedBy, promisedAt, fromDueAt, isGranted, decidedBy } = one
  const decided = isGranted === null ? null : isGranted ? 'granted' : 'refused'
  const state = decided ?? (isOpen(ticket) && isAsked(ticket, one, now) ? 'asked' : 'lapsed')
  return { id, cycle, askedAt, askedBy: tag(askedBy), promisedAt, fromDueAt, state, decidedBy: tag(decidedBy) }
}

/** The unit where that is not the village that was told. */
export function awayIn({ moves }: WaysView, unitId: string, villageId: string): UnitBrief | null {
  if (unitId === villageId) return null
  return moves.flatMap(({ from, to }) => [from, to]).find(({ id }) => id === unitId) ?? null
}

/** Everybody who had a hand in the way it went. */
export function peopleOnTheWay({ moves, extensions }: Ticket): readonly string[] {
  const ids = [...moves.map(({ by }) => by), ...extensions.flatMap(({ askedBy, decidedBy }) => [askedBy, decidedBy])]
  return ids.filter((id): id is string => id !== null)
}

/** Names and posts; whoever holds none where it was told, by the one he holds where it went. */
export async function tagsOnTheWay(
  reads: Reads,
  personIds: readonly string[],
  now: EpochMs,
  ticket: Ticket,
): Promise<ReadonlyMap<string, PersonTag>> {
  const tags = new Map(await personTags(reads, personIds, now, ticket.villageId))
  for (const unitId of [...new Set(holdersSoFar(ticket))]) {
    const nameless = [...tags.values()].filter(({ post }) => post === null).map(({ personId }) => personId)
    if (unitId === ticket.villageId || unitId === ticket.subDistrictId || nameless.length === 0) continue
    const unitName = (await unitOf(reads, unitId))?.name
    for (const [personId, tag] of await personTags(reads, nameless, now, unitId)) {
      tags.set(personId, tag.post === null || unitName === undefined ? tag : { ...tag, unitName })
    }
  }
  const officers = [...tags.values()].filter(({ post }) => post === 'officer').map(({ personId }) => personId)
  for (const [personId, unitName] of await officesOf(reads, officers, now)) {
    const tag = tags.get(personId)
    if (tag !== undefined) tags.set(personId, { ...tag, unitName })
  }
  return tags
}

/** Which department each of them is of: "部门办事员" alone is anybody. */
async function officesOf(
  reads: Reads, personIds: readonly string[], now: EpochMs,
): Promise<readonly (readonly [string, string])[]> {
  if (personIds.length === 0) return []
  const rows = await reads.query<{ readonly person_id: string; readonly name: string }>(
    `SELECT p.person_id, u.name FROM posts p JOIN units u ON u.id = p.unit_id
     WHERE p.person_id IN (${placeholders(personIds.length)}) AND p.kind = 'officer'
       AND p.from_at <= ? AND (p.to_at IS NULL OR p.to_at > ?)`,
    [...personIds, now, now],
  )
  return rows.map((row) => [row.person_id, row.name] as const)
}

/**
 * Where it may go, by the same rule that the act keeps; likely departments first.
 * @throws ticket.not-found, ticket.only-handlers
 */
export async function destinationsOf(reads: Reads, viewer: Viewer, ticketId: string): Promise<DestinationsAnswer> {
  const found = await readTicket(reads, ticketId)
  const role = found === null ? null : roleIn(viewer, found.ticket)
  if (found === null || role === null) throw new DomainError('ticket.not-found')
  if (role !== 'handler') throw new DomainError('ticket.only-handlers')
  const { ticket } = found
  const { subDistrictId } = ticket
  const [unit, villages, departments, owner, topics] = await Promise.all([
    unitOf(reads, subDistrictId),
    villagesOf(reads, subDistrictId),
    departmentsOf(reads, subDistrictId),
    ownerOf(reads, ticket.topicId),
    topicsOf(reads, subDistrictId),
  ])
  if (unit === null) throw new Error(`ticket ${ticketId} lies in no sub-district`)
  const subDistrict: UnitBrief = { id: unit.id, kind: unit.kind, name: unit.name }
  const likely = likelyDepartments(ticket, topics)
  // Of a long list a phone shows the beginning.
  const below = [
    ...likely.flatMap((id) => departments.find((one) => one.id === id) ?? []),
    ...villages,
    ...departments.filter(({ id }) => !likely.includes(id)),
  ].map(({ id, kind, name }): UnitBrief => ({ id, kind, name }))
  const to = (one: UnitBrief): Destination => ({ to: { ...one, parentId: subDistrictId }, owner })
  return {
    subDistrict,
    transfer: below.filter((one) => refusalOfTransfer(ticket, to(one)) === null),
    ruling: [subDistrict, ...below].filter((one) => refusalOfRuling(ticket, to(one)) === null),
    owner,
    topics: topics.filter(({ isActive }) => isActive).map((topic) => briefOf(topic, departments)),
  }
}
