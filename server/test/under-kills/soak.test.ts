import { setTimeout as pause } from 'node:timers/promises'
import { MINUTE_MS, SECOND_MS } from '@huiying/shared/kernel'
import { report } from './report'
import { seededChance } from './seeded-chance'
import { startServerProcess, type ServerProcess } from './server-process'
import { livePeople, nothingTold, settleTwoVillages } from './soak-people'
import { stubbornClient, type StubbornClient } from './stubborn-client'
import { startWorld, type World } from './world'
import { onServer } from '../support/on-server'

/** `pnpm bench soak` takes ten minutes. */
const MINUTES = Number(process.env['SOAK_MINUTES'] ?? 0)
const LENGTH_MS = MINUTES === 0 ? 15 * SECOND_MS : MINUTES * MINUTE_MS
const KILL_EVERY_MS = MINUTES === 0 ? 6 * SECOND_MS : 20 * SECOND_MS
const PEOPLE = MINUTES === 0 ? 3 : 6
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
/** Nobody answers in time, or finishes, or rates, now and then: all of it happens within the run. */
const TERMS = { reminderMs: 2_000, responseMs: 4_000, closureWarningMs: 6_000, closureMs: 9_000, silenceMs: 5_000 }
const MEMORY_LIMIT_BYTES = 300 * 1_048_576


onServer('two servers under load, one of them killed now and then (needs MariaDB: the embedded one has one server)', () => {
  let world: World
  let servers: (ServerProcess | null)[]
  let client: StubbornClient
  const errors: string[] = []
  const chance = seededChance(SEED)

  beforeAll(async () => {
    world = await startWorld(settleTwoVillages, TERMS)
    servers = [await start(), null]
    servers[1] = await start()
    client = stubbornClient(() => servers.flatMap((one) => one?.url ?? []), chance)
  }, 120_000)
  afterAll(async () => {
    await Promise.all(servers.map((one) => one?.kill()))
    await world.close()
  }, 60_000)

  const start = (): Promise<ServerProcess> => startServerProcess(world.env)

  it(`${LENGTH_MS / SECOND_MS} s: what people were told is so, once, and what follows (seed ${SEED})`, async () => {
    const told = nothingTold()
    const endsAt = Date.now() + LENGTH_MS
    const isOver = (): boolean => Date.now() >= endsAt
    const names = Array.from({ length: PEOPLE }, (_, index) => `P${index + 1}`)
    const people = names.map((name) => livePeople(client, told, chance, isOver, name))
    const memory = watchMemory(isOver)
    const kills = await killNowAndThen(endsAt)
    await Promise.all(people)
    await settled()
    for (const one of servers) errors.push(...(one?.errors ?? []))
    const residentBytes = await memory
    report('soak', {
      seed: SEED, seconds: LENGTH_MS / SECOND_MS, kills, tickets: told.tickets.size, acts: client.counts.sent,
      sentAgain: client.counts.again, answersKept: client.counts.replayed,
      residentMb: Math.round(residentBytes / 1_048_576), weChatMessages: world.weChat.world.messages.length,
    })
    expect(await world.differences()).toEqual([])
    await expectAsTold(told)
    expect(errors).toEqual([])
    expect(residentBytes).toBeLessThan(MEMORY_LIMIT_BYTES)
    expect(kills).toBeGreaterThan(0)
  }, LENGTH_MS + 240_000)

  /** Never both: somebody must be there to answer. */
  async function killNowAndThen(endsAt: number): Promise<number> {
    let kills = 0
    for (;;) {
      const waitMs = KILL_EVERY_MS * (0.5 + chance())
      if (Date.now() + waitMs >= endsAt) return kills
      await pause(waitMs)
      const index = chance() < 0.5 ? 0 : 1
      const victim = servers[index]
      if (victim == null) throw new Error('nobody to kill')
      await victim.kill()
      errors.push(...victim.errors)
      servers[index] = null
      servers[index] = await start()
      kills += 1
    }
  }

  async function watchMemory(isOver: () => boolean): Promise<number> {
    let most = 0
    for (; !isOver(); await pause(500)) for (const one of servers) most = Math.max(most, one?.residentBytes() ?? 0)
    return most
  }

  /** What still falls due has, and what a killed server had taken has been taken again after its minute. */
  async function settled(): Promise<void> {
    const now = await world.database.clock.now()
    const longest = Math.max(TERMS.closureMs, TERMS.silenceMs)
    while ((await world.count('timers WHERE due_at <= ?', now + longest)) > 0) await pause(500)
    if (MINUTES === 0) {
      await pause(2 * SECOND_MS)
      await world.database.unitOfWork.run(async (work) => {
        for (const table of ['deliveries', 'text_deliveries']) {
          work.write(`UPDATE ${table} SET due_at = ? WHERE attempts > 0`, [work.now])
        }
      })
    }
    await world.drained(180_000)
  }

  async function expectAsTold(told: ReturnType<typeof nothingTold>): Promise<void> {
    const stored = async (sql: string, ...params: readonly string[]): Promise<readonly string[]> =>
      (await world.rows<{ what: string }>(sql, ...params)).map(({ what }) => what).sort()
    const asStored = (words: ReadonlyMap<string, string>): readonly string[] =>
      [...words].map(([text, id]) => `${id} ${text}`).sort()
    expect(await stored("SELECT CONCAT(id, ' ', text) AS what FROM tickets")).toEqual(asStored(told.tickets))
    expect(await stored("SELECT CONCAT(ticket_id, ' ', text) AS what FROM ticket_messages")).toEqual(asStored(told.words))
    const facts = (type: string, sql: string): Promise<readonly string[]> =>
      stored(`SELECT ${sql} AS what FROM journal WHERE type = ?`, type)
    const round = "CONCAT(subject_id, ' ', JSON_VALUE(body, '$.cycle'))"
    expect(await facts('ticket.closed', round)).toEqual([...told.closed].sort())
    expect(await facts('ticket.rejected', round)).toEqual([...told.rejected].sort())
    expect(await facts('ticket.rated', 'subject_id')).toEqual([...told.rated].sort())
    expect(await facts('ticket.withdrawn', 'subject_id')).toEqual([...told.withdrawn].sort())
    expect(await facts('ticket.moved', 'subject_id')).toEqual([...told.moved].sort())
    // Each closure was told to its reporter once, in the app.
    const heard = await stored("SELECT ticket_id AS what FROM notices WHERE kind = 'closed'")
    expect(heard).toEqual(told.closed.map((one) => one.split(' ')[0]).sort())
  }
})
