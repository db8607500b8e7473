import { setTimeout as pause } from 'node:timers/promises'
import { SECOND_MS } from '@huiying/shared/kernel'
import { SubmitTicket } from '../../src/features/tickets/submit-ticket'
import { databaseUsers, type DatabaseUsers } from '../support/database-users'
import { BLOCKED_SEWER } from '../support/server-in-hand'
import { settleSmallVillage, viewerOf } from '../support/small-village'
import { onServer } from '../support/on-server'
import { report } from './report'
import { seededChance } from './seeded-chance'
import { startServerProcess, type ServerProcess } from './server-process'
import { startWorld, type World } from './world'

/** `pnpm bench kills` makes a hundred of them. */
const KILLS = Number(process.env['KILLS'] ?? 5)
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const WORKERS = 4
/** Tickets handed in at once, as long as what follows from the earlier ones is not far behind. */
const BURST = KILLS < 20 ? 4 : 12
const BEHIND = 150
/** Of whom no message has reached after four minutes others are asked in his place; none is to wait so long here. */
const UNSENT = 1_000
/** The database tells of its transactions no more often. */
const LOOK_EVERY_MS = 120
const TRIES = 40
const TERMS = { reminderMs: 1_000, responseMs: 2_000, closureWarningMs: 3_000, closureMs: 4_000 }
/** A message that a killed server had taken is taken again after a minute. */
const LEASE_MS = 60 * SECOND_MS

/** What each of these matters, which nobody answers, brings about, and who hears of it, once. */
const TOLD = [
  'closure-overdue wu', 'closure-warning li', 'order-issued chen', 'order-issued li', 'response-overdue sun',
  'response-overdue wu', 'response-reminder chen', 'response-reminder li', 'response-reminder zhou', 'you-are-asked li',
]

const HAPPENS = [
  'submitted', 'response-reminded', 'response-overdue', 'closure-warned', 'closure-overdue', 'order-issued',
] as const


onServer('four servers on one database, one killed again and again (needs MariaDB: the embedded one has one server)', () => {
  let world: World
  let users: DatabaseUsers
  let workers: (ServerProcess | null)[]
  const chance = seededChance(SEED)
  const errors: string[] = []

  beforeAll(async () => {
    world = await startWorld(settleSmallVillage, TERMS)
    users = await databaseUsers(world.url, WORKERS)
    // The first one alone makes the keys that all share.
    const first = await start(0)
    workers = [first, ...(await Promise.all([1, 2, 3].map(start)))]
  }, 120_000)
  afterAll(async () => {
    await Promise.all(workers.map((one) => one?.kill()))
    await users.close()
    await world.close()
  }, 60_000)

  const start = (index: number): Promise<ServerProcess> =>
    startServerProcess({ ...world.env, DATABASE_URL: users.urlOf(index), LOG_LEVEL: 'info' })

  it(`${KILLS} times: nothing is lost, nothing is twice (seed ${SEED})`, async () => {
    const feeding = { isOver: false, count: 0 }
    const fed = feed(feeding)
    const killed = { midBatch: 0, tries: 0 }
    const restarts: Promise<void>[] = []
    for (let kill = 0; kill < KILLS; kill += 1) {
      while (workers.filter((one) => one !== null).length < WORKERS - 1) await pause(20)
      await pause(chance() * 300)
      const alive = workers.flatMap((one, index) => (one === null ? [] : [index]))
      const index = alive[Math.floor(chance() * alive.length)] ?? 0
      const victim = workers[index]
      if (victim == null) throw new Error('nobody to kill')
      const { isMidBatch, tries } = await haltMidBatch(victim, index)
      await victim.kill()
      errors.push(...victim.errors)
      killed.midBatch += isMidBatch ? 1 : 0
      killed.tries += tries
      workers[index] = null
      restarts.push(start(index).then((fresh) => void (workers[index] = fresh)))
    }
    feeding.isOver = true
    await fed
    await Promise.all(restarts)
    const lastKillAt = Date.now()
    await done(feeding.count)
    const doneAfterLastKillMs = Date.now() - lastKillAt
    const sends = await check(feeding.count)
    for (const one of workers) errors.push(...(one?.errors ?? []))
    report('kills', { seed: SEED, kills: KILLS, ...killed, tickets: feeding.count, doneAfterLastKillMs, ...sends })
    expect(errors).toEqual([])
    // Else the kills showed nothing.
    expect(killed.midBatch).toBeGreaterThan(KILLS / 2)
  }, 120_000 + KILLS * 20_000)

  async function feed(feeding: { isOver: boolean; count: number }): Promise<void> {
    const submit = new SubmitTicket(world.database.unitOfWork, world.database.ids)
    const viewer = await viewerOf(world.database, 'wang')
    while (!feeding.isOver || feeding.count === 0) {
      await Promise.all(Array.from({ length: BURST }, () => submit.execute(viewer, BLOCKED_SEWER)))
      feeding.count += BURST
      await pause(150)
      while (!feeding.isOver && (await isBehind())) await pause(50)
    }
  }

  async function isBehind(): Promise<boolean> {
    if ((await world.count('outbox')) > BEHIND) return true
    return (await world.count('deliveries')) + (await world.count('text_deliveries')) > UNSENT
  }

  /** Halts it at a moment left to chance, then at others, until that is one with rows locked and nothing committed. */
  async function haltMidBatch(victim: ServerProcess, index: number): Promise<{ isMidBatch: boolean; tries: number }> {
    for (let tries = 1; ; tries += 1) {
      victim.freeze()
      // What was on its way to the database has arrived, and what was read of it before is forgotten.
      await pause(LOOK_EVERY_MS)
      const isMidBatch = (await users.openTransactions(index)) > 0
      if (isMidBatch || tries === TRIES) return { isMidBatch, tries }
      victim.thaw()
      await pause(chance() * 60)
    }
  }

  /** All marks made, all told, all sent. Where a minute's lease is in the way of a short test, it is over at once. */
  async function done(tickets: number): Promise<void> {
    const givesUpAt = Date.now() + 60_000 + tickets * 100
    const all = async (): Promise<boolean> => (await world.count('ticket_cycles WHERE order_count = 1')) === tickets
    while (!(await all()) && Date.now() < givesUpAt) await pause(200)
    while ((await world.count('outbox')) > 0 && Date.now() < givesUpAt) await pause(200)
    if (KILLS < 20) {
      await pause(3 * SECOND_MS)
      await world.database.unitOfWork.run(async (work) => {
        for (const table of ['deliveries', 'text_deliveries']) {
          work.write(`UPDATE ${table} SET due_at = ? WHERE attempts > 0`, [work.now])
        }
      })
    }
    await world.drained(LEASE_MS + 60_000 + tickets * 50)
  }

  async function check(tickets: number): Promise<Readonly<Record<string, number>>> {
    expect(await world.differences()).toEqual([])
    expect(await world.count('tickets')).toBe(tickets)
    const marked = 'tickets WHERE response_missed_at = response_due_at + 1 AND closure_missed = 1'
    expect(await world.count(marked)).toBe(tickets)
    for (const type of HAPPENS) {
      const facts = await world.count('journal WHERE type = ?', `ticket.${type}`)
      expect([type, facts]).toEqual([type, tickets])
    }
    expect(await world.count('supervision_orders')).toBe(tickets)
    const told = await world.rows<{ told: string; n: number; tickets: number }>(
      `SELECT CONCAT(kind, ' ', person_id) AS told, COUNT(*) AS n, COUNT(DISTINCT ticket_id) AS tickets FROM notices
       GROUP BY kind, person_id ORDER BY told`,
    )
    expect(told.map(({ told: what, n, tickets: of }) => [what, Number(n), Number(of)]))
      .toEqual(TOLD.map((what) => [what, tickets, tickets]))
    return sends()
  }

  /** Outside the database nothing is exactly once: each message was sent at least once, and few a second time. */
  async function sends(): Promise<Readonly<Record<string, number>>> {
    const outcomes = await world.rows<{ outcome: string; n: number }>(
      `SELECT outcome, COUNT(*) AS n FROM delivery_outcomes GROUP BY outcome
       UNION ALL SELECT CONCAT('text-', outcome), COUNT(*) FROM text_outcomes GROUP BY outcome`,
    )
    const of = (outcome: string): number => Number(outcomes.find((one) => one.outcome === outcome)?.n ?? 0)
    const { messages } = world.weChat.world
    const distinct = new Set(messages.map(({ openid, page, fields }) => `${openid} ${page} ${fields['thing1']}`)).size
    const texts = new Set(world.sms.texts.map(({ reference }) => reference)).size
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['sent', 'text-sent'])
    expect([distinct, texts]).toEqual([of('sent'), of('text-sent')])
    return {
      weChatMessages: distinct, weChatTwice: messages.length - distinct,
      texts, textsTwice: world.sms.texts.length - texts,
    }
  }
})
