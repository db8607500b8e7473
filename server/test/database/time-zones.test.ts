import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { notesTable, createNotes, note } from '../support/notes.table'
import { type FreshDatabase, freshDatabase } from '../support/fresh-database'
import { openDatabase } from '../../src/platform/database/open-database'

const server = join(__dirname, '../..')
const isAbroad = process.env['TZ'] === 'America/New_York'

/** What this file tests is tested again in a process that lives in New York; there it does not start a third. */
describe('time zones change nothing', () => {
  let fresh: FreshDatabase
  beforeAll(async () => {
    fresh = await freshDatabase()
    await createNotes(fresh)
  })
  afterAll(() => fresh.close())

  test('the process lives where it was told to', () => {
    if (isAbroad) expect(new Date(Date.UTC(2026, 6, 1)).getTimezoneOffset()).toBe(240)
    else expect(process.env['TZ']).not.toBe('America/New_York')
  })

  test('the clock tells the instant, also in a session of +08:00, also in the hour that summer time repeats', async () => {
    const url = fresh.url
    const database = await openDatabase(url, { isMigrated: true })
    const told = await database.clock.now()
    const inWork = await database.unitOfWork.run(async (work) => work.now)
    expect(Math.abs(told - Date.now())).toBeLessThan(5000)
    expect(inWork).toBeGreaterThanOrEqual(told)
    expect(inWork - told).toBeLessThan(5000)
    await database.close()
  })

  test('an instant comes back to the millisecond, through work, board and SQL', async () => {
    const writtenAt = Date.UTC(2026, 10, 1, 5, 30, 0, 1)
    const closedAt = Date.UTC(2026, 10, 1, 6, 30, 0, 999)
    await fresh.unitOfWork.run(async (work) =>
      work.insert(notesTable, note({ writtenAt, closedAt, closedOn: '2026-11-01' })),
    )
    const [found] = await fresh.unitOfWork.run((work) => work.find(notesTable, { writtenAt }))
    expect(found).toMatchObject({ writtenAt, closedAt, closedOn: '2026-11-01' })
    expect(await fresh.reads.query('SELECT written_at AS writtenAt, closed_at - written_at AS took, closed_on AS closedOn FROM test_notes'))
      .toEqual([{ writtenAt, took: 3_600_998, closedOn: '2026-11-01' }])
  })

  if (!isAbroad) {
    test('the same in New York', () => {
      const jest = require.resolve('jest/bin/jest')
      const env = { ...process.env, TZ: 'America/New_York', JEST_WORKER_ID: undefined }
      const args = [jest, '--rootDir', server, '--json', '--testPathPatterns', 'test/database/time-zones']
      const report = JSON.parse(execFileSync(process.execPath, args, { cwd: server, env, stdio: ['ignore', 'pipe', 'ignore'] }).toString())
      expect(report).toMatchObject({ success: true, numPassedTests: 3, numFailedTests: 0 })
    }, 60_000)
  }
})
