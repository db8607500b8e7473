import { callbackPolicyOn, isDrawn } from '@huiying/shared/figures'
import { chinaDateOf, DAY_MS, HOUR_MS, MINUTE_MS } from '@huiying/shared/kernel'
import { fractionOf } from '../../src/features/figures/draw-callback'
import { fireTicketTimers } from '../../src/features/tickets/fire-ticket-timers'
import { OutboxWorker } from '../../src/platform/outbox/outbox-worker'
import { TimerWorker } from '../../src/platform/timers/timer-worker'
import { react } from '../../src/reactions/react-together'
import { freshDatabase, type FreshDatabase } from '../support/fresh-database'
import { RecordingLog } from '../support/recording-log'
import { BLOCKED_SEWER, serverInHand } from '../support/server-in-hand'
import { settleSmallVillage } from '../support/small-village'

const NO_WECHAT = { sendSubscribeMessage: () => Promise.reject(new Error('nothing is sent in this story')) }
const ACCEPTED = 3

/** What people are told by, without ids: whoever wrote it, it must come to the same. */
const LEFT_BEHIND = [
  `SELECT n.person_id, n.kind, t.text, n.data, n.unread_key IS NULL AS free, n.created_at, d.account_id, d.due_at,
     x.due_at AS text_due_at FROM notices n LEFT JOIN tickets t ON t.id = n.ticket_id
   LEFT JOIN deliveries d ON d.notice_id = n.id LEFT JOIN text_deliveries x ON x.notice_id = n.id
   ORDER BY n.person_id, n.created_at, n.kind, t.text, d.account_id`,
  'SELECT account_id, template_key, remaining FROM subscriptions ORDER BY account_id, template_key',
  `SELECT t.text, l.kind, l.step, l.due_at FROM ladders l JOIN tickets t ON t.id = l.ticket_id ORDER BY t.text, l.due_at, l.kind`,
  'SELECT sub_district_id, village_id, kind, count, due_at FROM group_counts ORDER BY village_id, kind',
  `SELECT j.type, j.at, t.text FROM journal j JOIN tickets t ON t.id = j.subject_id ORDER BY j.at, j.type, t.text`,
  'SELECT k.state, t.text FROM content_checks k JOIN tickets t ON t.id = k.id ORDER BY t.text',
  'SELECT id FROM outbox',
  'SELECT id FROM parked_outbox',
  'SELECT id FROM parked_timers',
] as const

describe('many tickets that fall due at the same instant', () => {
  const opened: FreshDatabase[] = []
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close()
  })

  /**
   * The same day for two villages; nobody answers. `isAtOnce`: what follows does so while the timers fire, and of all
   * that was raised together.
   */
  async function dayWithoutAnswers(isAtOnce: boolean, steps: readonly number[]): Promise<FreshDatabase> {
    const fresh = await freshDatabase()
    opened.push(fresh)
    await settleSmallVillage(fresh.database)
    const server = serverInHand(fresh.database, NO_WECHAT)
    const { ids } = fresh.database
    const inTurn = new TimerWorker({
      ...fresh.database, log: new RecordingLog(),
      handlers: {
        ticket: async (work, due) => void (await fireTicketTimers(work, ids, due.map(({ subjectId }) => subjectId))),
      },
    })
    const oneByOne = new OutboxWorker({
      ...fresh.database, log: new RecordingLog(), react: (work, entry) => react(work, ids, entry),
    })
    for (let index = 0; index < 12; index += 1) {
      const visibility = index === 7 ? 'confidential' : 'village'
      const ofTaoyuan = index % 3 === 2
      await server.submit(ofTaoyuan ? 'qian' : 'wang', {
        ...BLOCKED_SEWER, text: `第${String(index).padStart(2, '0')}件`, visibility,
        villageId: ofTaoyuan ? 'taoyuan' : 'liushu',
      })
    }
    for (let index = 0; index < ACCEPTED; index += 1) for (const person of ['sun', 'li', 'wu']) await server.accept(person)
    for (const afterMs of steps) {
      fresh.clock.advance(afterMs)
      await (isAtOnce ? server.timers : inTurn).drain()
      await (isAtOnce ? server.outbox : oneByOne).drain()
    }
    return fresh
  }

  const leftBehind = (fresh: FreshDatabase) => Promise.all(LEFT_BEHIND.map((sql) => fresh.reads.query(sql)))

  it('are told of at once as they would be one after the other: the same people, words, messages and ladders', async () => {
    const steps = [0, 30 * MINUTE_MS, 30 * MINUTE_MS + 1, 19 * HOUR_MS, 4 * HOUR_MS, DAY_MS, DAY_MS]
    const [atOnce, inTurn] = [await dayWithoutAnswers(true, steps), await dayWithoutAnswers(false, steps)]
    const [found, expected] = [await leftBehind(atOnce), await leftBehind(inTurn)]
    expect(found).toEqual(expected)
    // Of the staff's acceptances none is used twice, and what was not accepted is a text.
    expect(found[0]?.length).toBeGreaterThan(100)
    expect(await atOnce.reads.query("SELECT COUNT(*) AS n FROM deliveries WHERE account_id LIKE '%sun%' AND template_key = 'supervision'"))
      .toEqual([{ n: ACCEPTED }])
  }, 60_000)

  it('that were overslept go into one digest for each person, either way', async () => {
    const steps = [0, 3 * DAY_MS]
    const [atOnce, inTurn] = [await dayWithoutAnswers(true, steps), await dayWithoutAnswers(false, steps)]
    expect(await leftBehind(atOnce)).toEqual(await leftBehind(inTurn))
  }, 60_000)

  it('that were raised together are drawn for a call by one seed, the first that their sub-district has', async () => {
    const fresh = await freshDatabase()
    opened.push(fresh)
    await settleSmallVillage(fresh.database)
    const server = serverInHand(fresh.database, NO_WECHAT)
    const raised: string[] = []
    for (let index = 0; index < 40; index += 1) raised.push(await server.submit('wang'))
    await server.outbox.drain()
    const seeds = await fresh.reads.query<{ id: string; seed: string }>(
      'SELECT sub_district_id AS id, seed FROM callback_seeds', [])
    expect(seeds).toHaveLength(1)
    const [{ id, seed } = { id: '', seed: '' }] = seeds
    const { sharePermille } = callbackPolicyOn([], id, chinaDateOf(fresh.clock.at()))
    const drawn = await fresh.reads.query<{ id: string }>('SELECT ticket_id AS id FROM callbacks ORDER BY ticket_id', [])
    const wanted = raised.filter((one) => isDrawn(fractionOf(seed, one), sharePermille)).sort()
    expect(drawn.map((one) => one.id)).toEqual(wanted)
  })
})
