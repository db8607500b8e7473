// Tickets whose response falls due when the bench wants it, stored as the product would have stored them.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from '../paths.mjs'
import { BulkLoad } from './bulk-load.mjs'
import { county, dist, idOf, seedCounty } from './county.mjs'

const require = createRequire(join(root, 'server/package.json'))
const rules = require('@huiying/shared/tickets')
const { DEFAULT_SLA_TERMS, firstLateAt } = require('@huiying/shared/sla')
const { ticketTable } = dist('features/tickets/ticket.table.js')
const { cycleTable } = dist('features/tickets/cycle.table.js')
const { timersTable, timerOf } = dist('platform/timers/timers.table.js')
const { subscriptionTable } = dist('features/notifications/subscription.table.js')
const { openDatabase } = dist('platform/database/open-database.js')

/** So many messages does each of the staff still take by WeChat; whatever comes after is a text. */
export const acceptedEach = 30
/** Under which the other queue counts for the groups, so that both counts can be checked. */
export const groupKind = 'rival-overdue'
const texts = ['村口路灯不亮了，晚上走路看不见', '水管漏水，门口积了一片', '低保的表交了半个月没有回音', '垃圾三天没有人来收']
const chunk = 2_000

export const people = county({ residentsEach: 40 })
export const subDistrictIds = people.subDistricts.map(({ id }) => id)
/** Whoever hears of an overdue answer: staff and the leader of the sub-district. */
export const hearersOf = ({ staffIds, leaderId }) => [...staffIds, leaderId]
export const villageOf = (n) => people.villages[n % people.villages.length]

/** A migrated database of that address with the county in it. */
export async function openCounty(url) {
  const database = await openDatabase(url)
  const load = new BulkLoad(url)
  await seedCounty(load, people, { now: Date.now(), sessionsEach: 0 })
  for (const personId of people.subDistricts.flatMap(hearersOf)) {
    load.rows(subscriptionTable, [{ accountId: personId, templateKey: 'supervision', remaining: acceptedEach }])
  }
  await load.end()
  return database
}

export const ticketId = (letter, n) => idOf(letter, n)

/**
 * Tickets `from` to `to`, raised by the rule of raising and reminded by the rule of time; the response of the n-th is
 * late at `lateAt(n)`. Without timers they are another queue's to fire.
 */
export async function seedTickets(url, letter, { from = 0, to, lateAt, hasTimers }) {
  const load = new BulkLoad(url)
  const timers = new BulkLoad(url)
  for (let n = from; n < to; n += 1) {
    const ticket = reminded(ticketId(letter, n), n, lateAt(n))
    const { cycles, moves: _moves, extensions: _extensions, parts: _parts, ...own } = ticket
    const [{ closureDueAt, closedAt }] = cycles
    const files = { photoIds: [], voiceId: null, openFileIds: [] }
    load.rows(ticketTable, [{ ...own, ...files, closureDueAt, closedAt, closureMissed: false }])
    load.rows(cycleTable, [{ ticketId: ticket.id, ...cycles[0] }])
    if (hasTimers) timers.rows(timersTable, rules.timersOf(ticket).map((timer) => timerOf(ticket.id, timer)))
    if (n % chunk === 0) {
      await load.breathe()
      await timers.breathe()
    }
  }
  await load.end()
  // Last: until then there is nothing to fire.
  await timers.end()
}

function reminded(id, n, lateAt) {
  const { id: villageId, subDistrict, cadreIds, residentIds } = villageOf(n)
  const submittedAt = firstLateAt(lateAt - 2) - DEFAULT_SLA_TERMS.responseMs
  const reporterId = residentIds[Math.floor(n / people.villages.length) % residentIds.length]
  const viewer = {
    accountId: reporterId, personId: reporterId,
    posts: [{
      id: reporterId, personId: reporterId, kind: 'resident', unitId: villageId, villageId, subDistrictId: subDistrict.id,
      charge: null, fromAt: 0, toAt: null,
    }],
  }
  const { next } = rules.submitTicket(viewer, {
    ticketId: id, villageId, subDistrictId: subDistrict.id, kind: 'help', visibility: 'village',
    text: texts[n % texts.length], hasVoice: false, photoCount: 0, place: null, entryId: null, onBehalfOf: null,
    addresseeId: cadreIds[0], confidence: null,
  }, { version: 0, terms: DEFAULT_SLA_TERMS }, submittedAt)
  return rules.advance(next, submittedAt + DEFAULT_SLA_TERMS.reminderMs).next
}
