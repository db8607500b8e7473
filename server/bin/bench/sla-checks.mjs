// Whether what was to happen has happened, once each: else there are no figures at all.
import { acceptedEach, groupKind, hearersOf, people } from './sla-tickets.mjs'

const hearerCount = hearersOf(people.subDistricts[0]).length
const fact = 'ticket.response-overdue'

/** @throws Error unless each ticket of the letter was marked once, told of once to each who hears, and carried out. */
export async function checkEffect(reads, letter, { count, isProduct }) {
  const ask = asking(reads, letter)
  await checkMarks(ask, count, { noticedLate: 0 })
  const told = count * hearerCount
  same('notices, of facts, to staff and leaders of the ticket’s sub-district', await ask(
    `SELECT COUNT(*) AS a, COUNT(DISTINCT n.fact_id, n.person_id) AS b, SUM(p.kind IN ('staff', 'leader')) AS c
     FROM notices n JOIN tickets t ON t.id = n.ticket_id JOIN journal j ON j.id = n.fact_id AND j.subject_id = t.id
     JOIN posts p ON p.person_id = n.person_id AND p.sub_district_id = t.sub_district_id AND p.village_id IS NULL
     WHERE n.kind = 'response-overdue' AND n.ticket_id LIKE :letter`), [told, told, told])
  const [sent] = await ask('SELECT COUNT(*) AS a FROM deliveries d JOIN notices n ON n.id = d.notice_id WHERE n.ticket_id LIKE :letter')
  const [texts] = await ask('SELECT COUNT(*) AS a FROM text_deliveries d JOIN notices n ON n.id = d.notice_id WHERE n.ticket_id LIKE :letter')
  same('messages and texts', sent + texts, told)
  if (isProduct) await checkNothingLeft(ask, count)
}

/** @throws Error unless each ticket was marked once, and is counted once in one digest of each who hears. */
export async function checkDigests(reads, letter, { count, isProduct }) {
  const ask = asking(reads, letter)
  await checkMarks(ask, count, { noticedLate: isProduct ? count : 0 })
  same('notices of their own', await ask('SELECT COUNT(*) AS a FROM notices WHERE ticket_id LIKE :letter'), [0])
  const hearers = people.subDistricts.length * hearerCount
  same('digests, of people, of which the count is their sub-district’s', await ask(
    `SELECT COUNT(*) AS a, COUNT(DISTINCT n.person_id) AS b, SUM(JSON_VALUE(n.data, '$.tally."response-overdue"') = c.n) AS c
     FROM notices n JOIN posts p ON p.person_id = n.person_id AND p.village_id IS NULL
     JOIN (SELECT sub_district_id, COUNT(*) AS n FROM tickets WHERE id LIKE :letter GROUP BY sub_district_id) c
       ON c.sub_district_id = p.sub_district_id
     WHERE n.kind = 'caught-up' AND n.unread_key LIKE '${isProduct ? '%::caught-up' : '%::rival'}'`), [hearers, hearers, hearers])
  if (isProduct) await checkNothingLeft(ask, count)
}

async function checkMarks(ask, count, { noticedLate }) {
  same('tickets, marked, at the instant they were late, changed once', await ask(
    `SELECT COUNT(*) AS a, SUM(response_missed_at IS NOT NULL) AS b, SUM(response_missed_at = response_due_at + 1) AS c,
       SUM(version = 2) AS d FROM tickets WHERE id LIKE :letter`), [count, count, count, count])
  same('facts, of tickets, noticed late', await ask(
    `SELECT COUNT(*) AS a, COUNT(DISTINCT subject_id) AS b, COALESCE(SUM(body LIKE '%noticedAt%'), 0) AS c
     FROM journal WHERE type = '${fact}' AND subject_id LIKE :letter`), [count, count, noticedLate])
}

async function checkNothingLeft(ask, count) {
  same('due timers, timers left', await ask(
    `SELECT SUM(kind = 'ticket.response-overdue') AS a, COUNT(*) AS b FROM timers WHERE subject_id LIKE :letter`), [0, count * 2])
  same('parked, waiting in the outbox', await ask(
    `SELECT (SELECT COUNT(*) FROM parked_timers) AS a, (SELECT COUNT(*) FROM parked_outbox) AS b,
       (SELECT COUNT(*) FROM outbox) AS c`), [0, 0, 0])
}

/** `:letter`, once in each question: how the ids of its tickets begin. */
function asking(reads, letter) {
  return async (sql) => {
    const params = sql.includes(':letter') ? [`0${letter}%`] : []
    return Object.values((await reads.query(sql.replace(':letter', '?'), params))[0]).map(Number)
  }
}

function same(what, found, wanted) {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) throw new Error(`${what}: ${found} instead of ${wanted}`)
}

/** @throws Error unless messages of WeChat and what is left of the acceptances come to what was accepted. */
export async function checkAcceptances(reads, { product, rival }) {
  const [{ sent }] = await reads.query('SELECT COUNT(*) AS sent FROM deliveries')
  const [{ left, lowest }] = await reads.query('SELECT SUM(remaining) AS `left`, MIN(remaining) AS lowest FROM subscriptions')
  const accepted = people.subDistricts.length * hearerCount * acceptedEach
  if (Number(sent) + Number(left) !== accepted || Number(lowest) < 0) throw new Error(`acceptances: ${sent} used, ${left} left`)
  for (const [kind, count] of [['response-overdue', product], [groupKind, rival]]) {
    const [{ told }] = await reads.query('SELECT SUM(`count`) AS told FROM group_counts WHERE kind = ?', [kind])
    if (Number(told) !== count) throw new Error(`the groups were told of ${told} instead of ${count} ${kind}`)
  }
}
