// Whether what was to happen has happened, once each: else there are no figures at all.
import { acceptedEach, hearersOf, people } from './sla-tickets.mjs'

const hearerCount = hearersOf(people.subDistricts[0]).length
const fact = 'ticket.response-overdue'

/** @throws Error unless each ticket of the letter was marked once, told of once to each who hears, and carried out. */
export async function checkEffect(reads, letter, { count, isProduct }) {
  const like = `0${letter}%`
  const one = async (sql, ...params) => Object.values((await reads.query(sql, params))[0]).map(Number)
  const same = (what, found, wanted) => {
    if (JSON.stringify(found) !== JSON.stringify(wanted)) throw new Error(`${what}: ${found} instead of ${wanted}`)
  }
  same('tickets, marked, at the instant they were late, changed once', await one(
    `SELECT COUNT(*) AS a, SUM(response_missed_at IS NOT NULL) AS b, SUM(response_missed_at = response_due_at + 1) AS c,
       SUM(version = 2) AS d FROM tickets WHERE id LIKE ?`, like), [count, count, count, count])
  same('facts, of tickets, noticed late', await one(
    `SELECT COUNT(*) AS a, COUNT(DISTINCT subject_id) AS b, COALESCE(SUM(body LIKE '%noticedAt%'), 0) AS c
     FROM journal WHERE type = ? AND subject_id LIKE ?`, fact, like), [count, count, 0])
  const told = count * hearerCount
  same('notices, of facts, to staff and leaders of the ticket’s sub-district', await one(
    `SELECT COUNT(*) AS a, COUNT(DISTINCT n.fact_id, n.person_id) AS b, SUM(p.kind IN ('staff', 'leader')) AS c
     FROM notices n JOIN tickets t ON t.id = n.ticket_id JOIN journal j ON j.id = n.fact_id AND j.subject_id = t.id
     JOIN posts p ON p.person_id = n.person_id AND p.sub_district_id = t.sub_district_id AND p.village_id IS NULL
     WHERE n.kind = 'response-overdue' AND n.ticket_id LIKE ?`, like), [told, told, told])
  const [sent] = await one('SELECT COUNT(*) AS a FROM deliveries d JOIN notices n ON n.id = d.notice_id WHERE n.ticket_id LIKE ?', like)
  const [texts] = await one('SELECT COUNT(*) AS a FROM text_deliveries d JOIN notices n ON n.id = d.notice_id WHERE n.ticket_id LIKE ?', like)
  same('messages and texts', sent + texts, told)
  if (!isProduct) return
  same('due timers, timers left', await one(
    `SELECT SUM(kind = 'ticket.response-overdue') AS a, COUNT(*) AS b FROM timers WHERE subject_id LIKE ?`, like), [0, count * 2])
  same('parked, waiting in the outbox', [
    ...(await one('SELECT COUNT(*) AS a FROM parked_timers')), ...(await one('SELECT COUNT(*) AS a FROM parked_outbox')),
    ...(await one('SELECT COUNT(*) AS a FROM outbox')),
  ], [0, 0, 0])
}

/** @throws Error unless messages of WeChat and what is left of the acceptances come to what was accepted. */
export async function checkAcceptances(reads, ticketCount) {
  const [{ sent }] = await reads.query('SELECT COUNT(*) AS sent FROM deliveries')
  const [{ left, lowest }] = await reads.query('SELECT SUM(remaining) AS `left`, MIN(remaining) AS lowest FROM subscriptions')
  const accepted = people.subDistricts.length * hearerCount * acceptedEach
  if (Number(sent) + Number(left) !== accepted || Number(lowest) < 0) throw new Error(`acceptances: ${sent} used, ${left} left`)
  const [{ told }] = await reads.query('SELECT SUM(`count`) AS told FROM group_counts')
  if (Number(told) !== ticketCount) throw new Error(`the groups were told of ${told} instead of ${ticketCount}`)
}
