import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from '../paths.mjs'
import { dist } from './county.mjs'

const require = createRequire(join(root, 'server/package.json'))
/** The tickets' own rules, as built. */
export const rules = require('@huiying/shared/tickets')
const { DEFAULT_SLA_TERMS } = require('@huiying/shared/sla')
const { ticketTable } = dist('features/tickets/ticket.table.js')
const { cycleTable } = dist('features/tickets/cycle.table.js')
const { messageTable } = dist('features/tickets/message.table.js')
const { openingTable } = dist('features/tickets/opening.table.js')
const { moveTable, partTable, followerTable } = dist('features/tickets/ways.table.js')
const { journalTable } = dist('platform/journal/journal.table.js')
const { timersTable, timerOf } = dist('platform/timers/timers.table.js')

const minuteMs = 60_000
/** Some instant of thirteen digits, like every other for the next two centuries: a stencil finds them by that. */
export const lifeStartsAt = 1_700_000_000_000

/** Names stand between these, until a stencil puts the real ids. */
const at = (name) => `@${name}@`
const seatOf = (personId, kind, unitId, villageId) => ({
  accountId: personId, personId,
  posts: [{
    id: personId, personId, kind, unitId, villageId, subDistrictId: at('sub'), charge: null, fromAt: 0, toAt: null,
  }],
})
const reporter = seatOf(at('reporter'), 'resident', at('village'), at('village'))
const cadre = seatOf(at('cadre'), 'secretary', at('village'), at('village'))
const staff = seatOf(at('staff'), 'staff', at('sub'), null)
const officer = seatOf(at('officer'), 'officer', at('dept'), null)

const acts = {
  answer: [cadre, 'reply', '电话里问清了，明天上午到现场看，先把路障摆上。', 'handler'],
  close: [cadre, 'closure', '已经修好，试了两天，没有再出问题。您有空来看看。', 'handler'],
  closeAbove: [staff, 'closure', '和几个部门一起看过，已经处理好，有事请再打电话。', 'handler'],
  reject: [reporter, 'rejection', '还是老样子，没有修好。', 'reporter'],
  add: [reporter, 'message', '补充一句：雨天更厉害。', 'reporter'],
  escalate: [cadre, 'escalation', '村里没有这个权限，请街道开会定。', 'handler'],
  handOn: [cadre, 'transfer', '这件事归这个部门管，请接着办。', 'handler'],
  answerAbove: [staff, 'reply', '街道已经看到，今天有人同您联系，请留意电话。', 'handler'],
  call: [staff, 'task', '请今天到现场，和村里一起处理。', 'handler'],
  done: [officer, 'part-done', '到现场清理完了，路面已经补平，通车了。', 'handler'],
}

/**
 * One ticket lived through by the rules themselves, with names in the place of ids.
 * @param life who may see it, the steps as `[minutes after the submission, act]`, and how many minutes are to be lived
 * @returns the rows that are stored of it, as `[table, row]`; of supervision orders, whose numbers are the
 *   sub-district's, only the cycle and how long after the start
 */
export function live({ visibility = 'village', steps = [], minutes, followers = 0, isRead = true, isHeld = false }) {
  const confidence = visibility === 'confidential' ? {
    about: 'village-cadre', aboutPersonId: null, regardingTicketId: null, hiddenFrom: null,
    above: { countyId: null, people: [staff] },
  } : null
  const rows = []
  const orders = []
  const idAt = (instant) => `@id${rows.length}:${instant}@`
  const record = (by, facts, instant) => {
    for (const body of facts) {
      const id = idAt(instant)
      rows.push([journalTable, { id, at: instant, byPerson: by, type: body.type, subjectId: at('ticket'), body }])
      if (body.type === 'ticket.order-issued' && body.count === 1) orders.push([body.cycle, instant - lifeStartsAt])
    }
  }
  const submitted = rules.submitTicket(reporter, {
    ticketId: at('ticket'), villageId: at('village'), subDistrictId: at('sub'), kind: 'help', visibility, text: at('text'),
    hasVoice: false, photoCount: 0, place: null, entryId: null, onBehalfOf: null, addresseeId: null, confidence,
  }, { version: 0, terms: DEFAULT_SLA_TERMS }, lifeStartsAt)
  let ticket = submitted.next
  record(at('reporter'), submitted.facts, lifeStartsAt)
  const liveUntil = (instant) => {
    for (;;) {
      const [due] = rules.timersOf(ticket)
        .filter(({ dueAt }) => dueAt <= instant).sort((one, other) => one.dueAt - other.dueAt)
      if (due === undefined) return
      const { next, facts } = rules.advance(ticket, due.dueAt)
      ticket = { ...next, version: ticket.version + 1 }
      record(null, facts, due.dueAt)
    }
  }
  for (const [after, act] of steps) {
    const now = lifeStartsAt + after * minuteMs
    liveUntil(now)
    const [viewer, kind, text, side] = acts[act] ?? []
    const messageId = idAt(now)
    const wasAnswered = ticket.respondedAt !== null
    const { next, facts, by } = decide(act, ticket, { messageId, text, hasVoice: false }, now)
    ticket = { ...next, version: ticket.version + 1 }
    if (viewer !== undefined) {
      rows.push([messageTable, {
        id: messageId, ticketId: at('ticket'), authorId: viewer.personId, side, kind, text, photoIds: [], voiceId: null,
        at: now, isResponse: !wasAnswered && ticket.respondedAt !== null,
        publishedAt: side === 'handler' && visibility === 'village' ? now : null, openFileIds: null,
      }])
    }
    record(viewer?.personId ?? by ?? at('reporter'), facts, now)
  }
  liveUntil(lifeStartsAt + minutes * minuteMs)
  const readAt = lifeStartsAt + 5 * minuteMs
  if (isRead) rows.push([openingTable, { ticketId: at('ticket'), personId: at('cadre'), at: readAt }])
  for (let n = 0; n < followers; n += 1) {
    rows.push([followerTable, {
      ticketId: at('ticket'), personId: at(`neighbour${n}`), at: lifeStartsAt + (9 + n) * minuteMs, fromTicketId: null,
    }])
  }
  return { rows: [...ticketRows(seenAt(ticket, isHeld)), ...rows], orders }
}

/** @returns what the rules say, and who acted where no words are stored */
function decide(act, ticket, words, now) {
  switch (act) {
    case 'answer': return rules.reply(cadre, ticket, words, now)
    case 'answerAbove': return rules.reply(staff, ticket, words, now)
    case 'close': return rules.close(cadre, ticket, { ...words, outcome: 'settled', reason: null }, now)
    case 'closeAbove': return rules.close(staff, ticket, { ...words, outcome: 'explained', reason: null }, now)
    case 'rate': return rules.rate(reporter, ticket, 'satisfied', now)
    case 'reject': return rules.reject(reporter, ticket, words, now)
    case 'add': return rules.write(reporter, ticket, words, now)
    case 'withdraw': return rules.withdraw(reporter, ticket, now)
    case 'escalate': return rules.escalate(cadre, ticket, words, now)
    case 'handOn': return rules.transfer(cadre, ticket, {
      to: { id: at('dept'), kind: 'department', parentId: at('sub') }, owner: null,
    }, words, now)
    case 'call': return rules.whistle(staff, ticket, [
      { partId: words.messageId.replace('@id', '@idp'), unitId: at('dept'), messageId: words.messageId, task: words.text },
    ], new Set([at('dept')]), now)
    // The department's words stand for the closure's, too: one line less that no list reads.
    case 'done': return rules.closePart(officer, ticket, ticket.parts[0].id, { ...words, sum: words }, now)
    case 'merge': return {
      next: { ...ticket, mergedIntoId: at('other') }, by: at('cadre'),
      facts: [{ type: 'ticket.merged', ticketId: at('ticket'), intoTicketId: at('other'), personId: at('cadre') }],
    }
    case 'topic': return { next: { ...ticket, topicId: at('topic') }, facts: [] }
    default: throw new Error(`nobody can ${act}`)
  }
}

/** All of the village may read it moments later, unless a person must look first. */
function seenAt(ticket, isHeld) {
  const isOpen = ticket.visibility === 'village' && !isHeld
  return { ...ticket, publishedAt: isOpen ? ticket.submittedAt : null }
}

function ticketRows(ticket) {
  const { cycles, moves, extensions: _extensions, parts, ...own } = ticket
  const cycle = cycles.at(-1)
  const { closureDueAt, closedAt, closureMissedAt } = cycle
  const drawnOut = { closureDueAt, closedAt, closureMissed: closureMissedAt !== null }
  const ofTicket = (table, rows) => rows.map((row) => [table, { ticketId: at('ticket'), ...row }])
  return [
    [ticketTable, { ...own, ...drawnOut, photoIds: [], voiceId: null, openFileIds: null }],
    ...ofTicket(cycleTable, cycles), ...ofTicket(moveTable, moves), ...ofTicket(partTable, parts),
    ...rules.timersOf(ticket).map((timer) => [timersTable, timerOf(at('ticket'), timer)]),
  ]
}
