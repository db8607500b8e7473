import { HOUR_MS, MINUTE_MS } from '@huiying/shared/kernel'
import { freshDatabase, type FreshDatabase } from '../../../test/support/fresh-database'
import { RecordingLog } from '../../../test/support/recording-log'
import { serverInHand, type ServerInHand } from '../../../test/support/server-in-hand'
import { postOf, settlePerson, settleSmallVillage } from '../../../test/support/small-village'
import { MergeTickets } from '../../features/tickets/merge-tickets'
import { TransferTicket } from '../../features/tickets/transfer-ticket'
import type { Scalar } from '../../platform/database/column'
import { compareTickets, type Difference } from './compare-tickets'
import { lastComparison, NightlyComparison } from './nightly-comparison'

let fresh: FreshDatabase
let server: ServerInHand
/** Answered by nobody, ordered twice. */
let late: string
/** Closed, rejected, closed again, rated. */
let twice: string
/** Waits for its first answer. */
let waiting: string
/** Merged into `waiting`. */
let merged: string

const NO_WECHAT = { sendSubscribeMessage: () => Promise.reject(new Error('nobody accepted anything')) }

beforeEach(async () => {
  fresh = await freshDatabase()
  await settleSmallVillage(fresh.database)
  server = serverInHand(fresh.database, NO_WECHAT, { climbs: true })
  late = await server.submit('wang')
  twice = await server.submit('zhao')
  await server.reply('li', twice, '我下午来看')
  await server.close('li', twice, '已经疏通了')
  await server.reject('zhao', twice, '没有通')
  await server.close('li', twice, '换了管子，通了')
  await server.rate('zhao', twice)
  const taken = await server.submit('wang')
  await server.withdraw('wang', taken)
  const closed = await server.submit('wang')
  await server.close('chen', closed, '路灯换好了')
  const moved = await server.submit('wang')
  await new TransferTicket(fresh.unitOfWork, fresh.database.ids).execute(await server.as('li'), {
    ticketId: moved, toUnitId: 'taoyuan', text: '是桃园社区的管子',
  })
  fresh.clock.advance(50 * HOUR_MS)
  await server.settle()
  waiting = await server.submit('zhao')
  merged = await server.submit('wang')
  await new MergeTickets(fresh.unitOfWork, fresh.database.ids).execute(await server.as('li'), merged, waiting)
  await server.settle()
  // What is told late is looked for only after a while.
  fresh.clock.advance(20 * MINUTE_MS)
})
afterEach(() => fresh.close())

async function compare(mends = true): Promise<readonly Difference[]> {
  const differences: Difference[] = []
  await compareTickets({ ...fresh.database, mends, onDifference: (one) => void differences.push(one) })
  return differences
}
const change = (sql: string, ...params: readonly Scalar[]): Promise<void> =>
  fresh.unitOfWork.run(async (work) => work.write(sql, params))
const count = async (sql: string, ...params: readonly Scalar[]): Promise<number> =>
  Number((await fresh.reads.query<{ n: number }>(`SELECT COUNT(*) AS n FROM ${sql}`, params))[0]?.n)

test('what the product wrote is as the rules would have it', async () => {
  expect(await compare()).toEqual([])
})

test('a lost wake-up is put back once, on record, and fires', async () => {
  await change('DELETE FROM timers WHERE subject_id = ?', waiting)
  expect((await compare(false)).map(({ isMended }) => isMended)).toEqual([false, false, false, false])
  const found = await compare()
  expect(found.map(({ kind, detail, isMended }) => `${kind} ${detail.split(' ')[0]} ${isMended}`).sort()).toEqual([
    'timer-missing ticket.closure-warn true', 'timer-missing ticket.order true', 'timer-missing ticket.remind true',
    'timer-missing ticket.response-overdue true',
  ])
  expect(await compare()).toEqual([])
  expect(await count("journal WHERE type = 'check.timers-put-back'")).toBe(1)
  fresh.clock.advance(HOUR_MS)
  await server.settle()
  expect(await count('tickets WHERE id = ? AND response_missed_at IS NOT NULL', waiting)).toBe(1)
  expect(await count("journal WHERE subject_id = ? AND type = 'ticket.response-overdue'", waiting)).toBe(1)
  expect(await compare()).toEqual([])
})

test('one that was lost and fell due meanwhile fires at once', async () => {
  await change('DELETE FROM timers WHERE subject_id = ?', waiting)
  fresh.clock.advance(30 * HOUR_MS)
  await server.settle()
  await compare()
  await server.settle()
  expect(await count('supervision_orders WHERE ticket_id = ?', waiting)).toBe(1)
  expect(await compare()).toEqual([])
})

test('one that was put aside is tried again', async () => {
  const [timer] = await fresh.reads.query<{ due_at: number; id: string }>(
    "SELECT due_at, id FROM timers WHERE subject_id = ? AND kind = 'ticket.remind'", [waiting],
  )
  const key = [timer?.due_at ?? 0, timer?.id ?? '']
  await change(`INSERT INTO parked_timers (due_at, id, kind, subject_id, parked_at, fault)
    SELECT due_at, id, kind, subject_id, due_at, 'RangeError' FROM timers WHERE due_at = ? AND id = ?`, ...key)
  await change('DELETE FROM timers WHERE due_at = ? AND id = ?', ...key)
  expect(await compare()).toMatchObject([{ kind: 'timer-missing', ticketId: waiting, isMended: true }])
  expect(await count('parked_timers')).toBe(0)
  expect(await compare()).toEqual([])
})

const A_FACT = 'SELECT id FROM journal WHERE subject_id = ? AND type = ?'

describe('damage that is only told', () => {
  const said = async (): Promise<readonly string[]> => (await compare()).map(({ kind, ticketId }) => `${kind} ${ticketId}`)

  test.each(['ticket.submitted', 'ticket.response-overdue', 'ticket.closure-overdue', 'ticket.order-issued'])(
    'a fact that is gone: %s', async (type) => {
      await change('DELETE FROM journal WHERE subject_id = ? AND type = ?', late, type)
      const times = type === 'ticket.order-issued' ? 2 : 1
      expect(await said()).toEqual(Array(times).fill(`fact-missing ${late}`))
    },
  )

  test.each(['ticket.responded', 'ticket.closed', 'ticket.rejected', 'ticket.rated'])(
    'a fact that is there twice: %s', async (type) => {
      const [row] = await fresh.reads.query<{ id: string }>(`${A_FACT} ORDER BY id LIMIT 1`, [twice, type])
      await change(`INSERT INTO journal (id, at, by_person, type, subject_id, body)
        SELECT ?, at, by_person, type, subject_id, body FROM journal WHERE id = ?`, fresh.database.ids.next(), row?.id ?? '')
      const kinds = await said()
      expect(kinds).toContain(`fact-twice ${twice}`)
      // The closure that was there twice was told once.
      expect(kinds.filter((one) => !one.startsWith('closure-untold'))).toHaveLength(1)
    },
  )

  test.each<[string, string, () => string, string]>([
    ['a mark that no fact tells of', 'UPDATE tickets SET response_missed_at = 5 WHERE id = ?', () => twice, 'fact-missing'],
    ['a mark wiped out', 'UPDATE tickets SET response_missed_at = NULL WHERE id = ?', () => late, 'fact-twice'],
    ['an order without its number', 'DELETE FROM supervision_orders WHERE ticket_id = ?', () => late, 'order-missing'],
    ['a deadline that lists sort by', 'UPDATE tickets SET closure_due_at = closure_due_at + 1 WHERE id = ?', () => late, 'row-differs'],
    ['a round that is gone', 'DELETE FROM ticket_cycles WHERE number = 1 AND ticket_id = ?', () => twice, 'row-differs'],
    ['two rounds that were not rejected', 'UPDATE ticket_cycles SET rejected = 0 WHERE number = 1 AND ticket_id = ?', () => twice, 'row-differs'],
    ['none that was not', 'UPDATE ticket_cycles SET rejected = 1 WHERE number = 2 AND ticket_id = ?', () => twice, 'row-differs'],
    ['a way to a ticket that is not there', "UPDATE tickets SET merged_into_id = 'gone' WHERE id = ?", () => merged, 'merged-astray'],
    ['a way to itself', 'UPDATE tickets SET merged_into_id = id WHERE id = ?', () => merged, 'merged-astray'],
    ['a move that is gone', 'DELETE FROM ticket_moves WHERE ticket_id <> ?', () => '', 'fact-twice'],
    ['a reporter who was never told', 'DELETE FROM notices WHERE ticket_id = ?', () => twice, 'closure-untold'],
  ])('%s', async (_what, sql, whose, kind) => {
    await change(sql, whose())
    expect((await compare()).map((one) => one.kind)).toContain(kind)
    // Nothing of it was put right in silence.
    expect((await compare()).map((one) => one.kind)).toContain(kind)
  })

  test('a wake-up that nobody wants, and one of no ticket', async () => {
    await change("INSERT INTO timers (due_at, id, kind, subject_id) VALUES (?, ?, 'ticket.remind', ?)", 9e12, `${late}:x`, late)
    await change("INSERT INTO timers (due_at, id, kind, subject_id) VALUES (?, 'gone:x', 'ticket.order', 'gone')", 9e12)
    expect([...(await said())].sort()).toEqual([`timer-extra ${late}`, 'timer-extra gone'].sort())
  })

  test.each([
    ['a gap in the numbers of orders', 'UPDATE supervision_orders SET sequence = sequence + 7', 'series-broken'],
    ['numbers given out that nobody has', 'UPDATE order_numbers SET last_number = last_number + 1', 'series-broken'],
    ['a fact that nobody took up', "INSERT INTO outbox (due_at, id, attempts) VALUES (1, 'lost', 0)", 'work-stuck'],
    ['a fact put aside', "INSERT INTO parked_outbox (id, attempts, parked_at, fault) VALUES ('x', 6, 1, 'E')", 'work-stuck'],
    ['a message without its notice', `INSERT INTO deliveries (id, due_at, notice_id, account_id, open_id, template_key, attempts)
      VALUES ('d', 9000000000000, 'gone', 'a', 'o', 'duty', 1)`, 'work-stuck'],
  ])('%s', async (_what, sql, kind) => {
    await change(sql)
    expect((await compare()).map((one) => [one.kind, one.ticketId])).toEqual([[kind, null]])
  })
})

test('an act in the middle of it is no difference', async () => {
  let acted = false
  const reads = {
    query: async <Row>(sql: string, params: readonly Scalar[]): Promise<Row[]> => {
      if (!acted && sql.includes('FROM timers')) {
        acted = true
        await server.reply('li', waiting, '我十点到')
      }
      return fresh.reads.query<Row>(sql, params)
    },
  }
  const differences: Difference[] = []
  await compareTickets({ ...fresh.database, reads, mends: true, onDifference: (one) => void differences.push(one) })
  expect([acted, differences]).toEqual([true, []])
})

test('goes by night at four, once; the admin hears how much, the log which', async () => {
  await settlePerson(fresh.database, { id: 'gu', name: '顾管' }, postOf('gu', 'admin', 'qingxi'))
  const log = new RecordingLog()
  const night = new NightlyComparison({ ...fresh.database, log })
  fresh.clock.set('2026-09-17T04:00:00+08:00')
  await server.settle()
  await change('DELETE FROM timers WHERE subject_id = ?', waiting)
  await change('UPDATE tickets SET closure_due_at = closure_due_at + 1 WHERE id = ?', late)
  await night.drain()
  await night.drain()
  expect(await count("journal WHERE type = 'check.tickets-compared'")).toBe(1)
  expect(await lastComparison(fresh.reads)).toEqual({ at: fresh.clock.at(), differences: 1 })
  expect(log.errors()).toEqual([{ difference: 'row-differs', ticketId: late, detail: 'closure_due_at' }])
  await server.settle()
  expect(await server.notices('gu')).toEqual(['tickets-differ'])
  // Unread, it would take in whatever came after it.
  await server.readAll('gu')
  await change('UPDATE tickets SET closure_due_at = closure_due_at - 1 WHERE id = ?', late)
  fresh.clock.set('2026-09-18T09:00:00+08:00')
  await server.settle()
  await night.drain()
  expect(await lastComparison(fresh.reads)).toEqual({ at: fresh.clock.at(), differences: 0 })
  await server.settle()
  expect(await server.notices('gu')).toEqual(['tickets-differ'])
})
