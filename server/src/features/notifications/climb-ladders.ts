import { viewerAt } from '@huiying/shared/identity'
import { MINUTE_MS } from '@huiying/shared/kernel'
import {
  ASKED_OF_THEM_ALONE, isStillAsked, nextRung, RUNG_MS, type Ladder, type NoticeData,
} from '@huiying/shared/notifications'
import { roleIn, type Ticket, type TicketFact } from '@huiying/shared/tickets'
import type { DueJob } from '../../platform/database/due-rows-worker'
import { placeholders } from '../../platform/database/own-sql'
import type { RawRow } from '../../platform/database/table'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import { journalTable } from '../../platform/journal/journal.table'
import { postsOf } from '../identity/public'
import { committeeOf, stationedCadreOf } from '../roster/public'
import { ticketInBrief } from '../tickets/public'
import { ladderTable, undeliverableTable } from './ladder.table'
import { noticeTable, type StoredNotice } from './notice.table'
import { notify } from './notify'

const BATCH = 20
/** What waited while the product was down is not told rung by rung hours later: the clock has told it since. */
const STALE_MS = 30 * MINUTE_MS

/**
 * Looks at each duty notice when its people have had their time: where nobody was reached, tells the next ones, and in
 * the end those who watch. One transaction for each, since each locks its ticket.
 */
export class ClimbLadders implements DueJob {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  async runOnce(): Promise<number> {
    let count = 0
    while (count < BATCH && (await this.unitOfWork.run((work) => this.climbNext(work)))) count += 1
    return count
  }

  /** @returns whether there was one */
  private async climbNext(work: Work): Promise<boolean> {
    const [raw] = await work.query<RawRow>(
      `SELECT ${ladderTable.columnList} FROM ladders WHERE due_at <= ? ORDER BY due_at, fact_id LIMIT 1`,
      [work.now],
      { lock: 'skip-locked' },
    )
    if (raw === undefined) return false
    const ladder = ladderTable.fromRaw(raw)
    const { factId, kind } = ladder
    const { ticket } = await ticketInBrief(work, ladder.ticketId)
    const notices = await work.find(noticeTable, { factId })
    const others = await othersOfCommittee(work, ticket, notices)
    const rung = nextRung(ladder, {
      isOver: !isStillAsked(await factOf(work, factId), ladder, ticket) || work.now - ladder.startedAt > STALE_MS,
      isReached: await isReached(work, ladder, notices),
      hasCommittee: others.length > 0,
    })
    if (rung === 'committee') {
      const data: NoticeData = notices[0]?.data ?? {}
      const drafts = others.map((personId) => ({ personId, kind, ticketId: ticket.id, data, joinsUnread: false }))
      await notify(work, this.ids, [{ factId, drafts, isNew: false }])
      work.update(ladderTable, { ...ladder, step: ladder.step + 1, dueAt: work.now + RUNG_MS })
      return true
    }
    work.delete(ladderTable, { factId })
    if (rung === 'sub-district') {
      work.insertIfAbsent(undeliverableTable, {
        factId, ticketId: ticket.id, kind, sinceAt: ladder.startedAt, at: work.now,
      })
      work.record(null, [{ type: 'ticket.undeliverable', ticketId: ticket.id, factId }])
    }
    return true
  }
}

async function factOf(work: Work, factId: string): Promise<TicketFact> {
  const entry = await work.findOne(journalTable, { id: factId })
  if (entry === null) throw new Error(`a ladder stands on a fact that is not there: ${factId}`)
  return entry.body as TicketFact
}

/** Whoever handles it and has looked at it, or said something, since. */
const AWAKE = `SELECT 1 AS one FROM (SELECT person_id, at FROM ticket_looks WHERE ticket_id = ?
    UNION ALL SELECT author_id, at FROM ticket_messages WHERE ticket_id = ? AND side = 'handler') w
  WHERE w.at >= ?`

/** Someone's phone has it, or somebody has looked. */
async function isReached(
  work: Work,
  { ticketId, kind, startedAt }: Ladder,
  notices: readonly StoredNotice[],
): Promise<boolean> {
  if (notices.some(({ readAt }) => readAt !== null)) return true
  const told = notices.map(({ personId }) => personId)
  if (told.length === 0) return false
  const whose = ASKED_OF_THEM_ALONE.includes(kind) ? `AND w.person_id IN (${placeholders(told.length)})` : ''
  const [awake] = await work.query(
    `${AWAKE} ${whose} LIMIT 1`, [ticketId, ticketId, startedAt, ...(whose === '' ? [] : told)],
  )
  if (awake !== undefined) return true
  const [sent] = await work.query(
    `SELECT 1 AS one FROM delivery_outcomes WHERE outcome = 'sent'
       AND notice_id IN (${placeholders(notices.length)}) LIMIT 1`,
    notices.map(({ id }) => id),
  )
  return sent !== undefined
}

/** Whoever else of the village may answer it; of what the village may not know of, nobody. */
async function othersOfCommittee(
  work: Work,
  ticket: Ticket,
  notices: readonly StoredNotice[],
): Promise<readonly string[]> {
  const told = new Set([ticket.reporterId, ...notices.map(({ personId }) => personId)])
  // Who holds it now, where that is a village; a department has no committee.
  const unitId = ticket.holderUnitId === ticket.subDistrictId ? ticket.villageId : ticket.holderUnitId
  const committee = await committeeOf(work, unitId, work.now)
  const all = [...committee, ...(await stationedCadreOf(work, unitId, work.now))]
  const others: string[] = []
  for (const personId of new Set(all)) {
    if (told.has(personId)) continue
    const viewer = viewerAt('', personId, await postsOf(work, personId, work.now), work.now)
    if (roleIn(viewer, ticket) === 'handler') others.push(personId)
  }
  return others
}
