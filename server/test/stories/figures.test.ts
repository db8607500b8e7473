import { MEASURES, noCounts, sumFigures, type UnitFigures } from '@huiying/shared/figures'
import { addDays, chinaDateOf, DAY_MS, startOfChinaDay } from '@huiying/shared/kernel'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seedDemo } from '../../src/demo/seed-demo'
import { readRegister, type RegisterInHand } from '../../src/demo/register-in-hand'
import { TurningClock } from '../../src/demo/turning-clock'
import { demoPeople } from '../../src/features/identity/demo-people.board'
import { figuresOf } from '../../src/features/figures/figures.board'
import { openDatabase, type Database } from '../../src/platform/database/open-database'
import { silentLog } from '../../src/platform/log'
import { plainFigures, plainMatters, type PlainFigures, type PlainMatter } from '../support/plain-figures'
import { emptyServerDatabase } from '../support/server-database'

const now = Date.parse('2026-11-21T10:20:00+08:00')

/** Figures computed by a slow, plain second implementation over the demo's nine days agree with the product's. */
describe('the figures, counted twice', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'huiying-figures-'))
  let database: Database
  let register: RegisterInHand
  let matters: readonly PlainMatter[]
  let staffId: string

  beforeAll(async () => {
    const isServer = process.env['DB'] === 'mariadb'
    const databaseUrl = isServer ? await emptyServerDatabase() : `sqlite:${join(dataDir, 'huiying.db')}`
    const config = { databaseUrl, dataDir, payeeAccountKey: 'a key for tests only' }
    expect(await seedDemo({ config, log: silentLog(), now })).toBe('seeded')
    database = await openDatabase(databaseUrl, { clock: new TurningClock(now) })
    register = await readRegister(database.unitOfWork)
    matters = await plainMatters(database.reads)
    staffId = (await demoPeople(database.reads, now)).find(({ kind }) => kind === 'staff')?.personId ?? ''
  }, 180_000)
  afterAll(async () => {
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  const today = chinaDateOf(now)
  const periods = [
    { fromOn: addDays(today, -9), toOn: today },
    { fromOn: addDays(today, -200), toOn: today },
    ...Array.from({ length: 10 }, (_, ago) => ({ fromOn: addDays(today, -ago), toOn: addDays(today, -ago) })),
  ]

  test.each(periods)('raised from $fromOn to $toOn, by village, topic and kind', async (period) => {
    const answer = await figuresOf(database.reads, register.viewer(staffId, now), period, now)
    const raised = matters.filter((one) => isRaisedIn(one, period) && isKnown(one, staffId))
    expect(answer.total).toEqual(asCounted(plainFigures(raised, now)))
    for (const { unit, figures } of answer.units) {
      const own = unit.kind === 'village'
        ? raised.filter((one) => !one.isConfidential && one.villageId === unit.id)
        : raised.filter((one) => one.isConfidential)
      expect([unit.name, figures]).toEqual([unit.name, asCounted(plainFigures(own, now))])
    }
    expect(sumFigures(answer.units.map(({ figures }) => figures))).toEqual(answer.total)
    for (const { topicId, state } of answer.topics) {
      expect(state).toEqual(asCounted(plainFigures(raised.filter((one) => one.topicId === topicId), now)).state)
    }
    for (const { kind, state } of answer.kinds) {
      expect(state).toEqual(asCounted(plainFigures(raised.filter((one) => one.kind === kind), now)).state)
    }
    const before = matters.filter((one) => one.raisedAt < startOfChinaDay(period.fromOn) && isKnown(one, staffId))
    const older = asCounted(plainFigures(before, now)).state
    expect(answer.older).toEqual({ open: older.open, 'open-late': older['open-late'] })
  })

  test('the nine days have something of most classes, so that the two had something to agree on', () => {
    const { state, response, closure, satisfaction, callback } = plainFigures(matters, now)
    expect(Object.keys(state ?? {}).sort()).toEqual(expect.arrayContaining(['explained', 'not-accepted', 'open', 'open-late', 'settled']))
    expect(Object.keys(response ?? {})).toEqual(expect.arrayContaining(['met', 'late', 'open-late', 'running']))
    expect(Object.keys(closure ?? {})).toEqual(expect.arrayContaining(['met', 'late', 'rejected', 'open-late', 'running', 'explained']))
    expect(Object.keys(satisfaction ?? {})).toEqual(expect.arrayContaining(['satisfied', 'dissatisfied', 'unrated', 'waiting', 'rejected', 'open']))
    expect(Object.keys(callback ?? {})).toEqual(expect.arrayContaining(['confirmed', 'denied', 'to-call']))
  })
})

function isRaisedIn({ raisedAt }: PlainMatter, { fromOn, toOn }: { fromOn: string; toOn: string }): boolean {
  return raisedAt >= startOfChinaDay(fromOn) && raisedAt < startOfChinaDay(toOn) + DAY_MS
}

/** In so many words: what is about staff or leaders is not for staff, nor what is about him or what he did. */
function isKnown({ isConfidential, about, keptFrom }: PlainMatter, staffId: string): boolean {
  return !isConfidential || (about !== 'staff' && about !== 'leader' && !keptFrom.includes(staffId))
}

function asCounted(plain: PlainFigures): UnitFigures {
  const counted = MEASURES.map((measure) => [measure, { ...noCounts(measure), ...plain[measure] }])
  return Object.fromEntries(counted) as UnitFigures
}
