import { freshDatabase, type FreshDatabase } from '../../../test/support/fresh-database'
import { settleSmallVillage } from '../../../test/support/small-village'
import { onServer } from '../../../test/support/on-server'
import { leaveTable } from '../../features/roster/leave.table'
import { slotTable } from '../../features/roster/slot.table'
import { dutyNow, villageDutyOf } from '../../features/roster/public'
import { policyTable } from '../../features/sla/policy.table'
import { postTable } from '../../features/identity/post.table'
import { unitTable } from '../../features/villages/unit.table'
import { villageOf } from '../../features/villages/public'
import { openDatabase, type Database } from './open-database'
import { KeptReads } from './kept-reads'
import { keptRead } from './reads'
import { SELDOM_WRITTEN, writesSeldomWritten } from './seldom-written.table'
import { settle } from './settle'
import { deleteStatements, insertStatements, updateStatement } from './statement'
import type { Work } from './work'

describe('what is kept of what was read', () => {
  let reads: number
  let kept: KeptReads
  const read = async (): Promise<number> => (reads += 1)
  beforeEach(() => {
    reads = 0
    kept = new KeptReads()
  })

  test('is not read again under the same version, by its key', async () => {
    expect([await kept.get('a', 7, 0, read), await kept.get('a', 7, 1, read), await kept.get('b', 7, 1, read)]).toEqual([1, 1, 2])
  })

  test('is read anew once somebody has written, and never again from what went before', async () => {
    expect([await kept.get('a', 7, 0, read), await kept.get('a', 8, 1, read)]).toEqual([1, 2])
    // One that began before the other's commit.
    expect([await kept.get('a', 7, 2, read), await kept.get('a', 8, 3, read)]).toEqual([3, 2])
  })

  test('what took so long that somebody wrote meanwhile is not kept', async () => {
    let answer: (value: number) => void = () => undefined
    const slow = kept.get('a', 7, 0, () => new Promise<number>((resolve) => (answer = resolve)))
    await kept.get('b', 8, 1, read)
    answer(-1)
    expect([await slow, await kept.get('a', 8, 2, read)]).toEqual([-1, 2])
  })

  test('is believed for a minute at most, and not at all where no version is known', async () => {
    const seen = [await kept.get('a', 7, 0, read), await kept.get('a', 7, 59_999, read), await kept.get('a', 7, 60_000, read)]
    expect(seen).toEqual([1, 1, 2])
    expect([await kept.get('a', null, 60_001, read), await kept.get('a', null, 60_001, read)]).toEqual([3, 4])
  })

  test('a read that failed is none', async () => {
    await expect(kept.get('a', 7, 0, () => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
    expect(await kept.get('a', 7, 0, read)).toBe(1)
  })

  test('every statement that writes to such a table is known for one, and no other', () => {
    const tables = [unitTable, postTable, slotTable, leaveTable, policyTable]
    expect(tables.map(({ name }) => name).sort()).toEqual([...SELDOM_WRITTEN].sort())
    for (const table of tables) {
      const values = table.columns.map(() => null)
      const sqls = [
        insertStatements(table, [values])[0]?.sql ?? '', `UPDATE ${table.name} SET x = 1`, `  delete from ${table.name} WHERE x = 1`,
        `INSERT INTO ${table.name} SELECT 1`,
      ]
      expect(sqls.filter((sql) => !writesSeldomWritten({ sql }))).toEqual([])
    }
    const unit = { id: 'a', kind: 'village', name: '', parentId: null, code: '' } as const
    expect(writesSeldomWritten(updateStatement(unitTable, unit, null))).toBe(true)
    for (const keys of [[['a']], [['a'], ['b']]]) {
      expect(deleteStatements(unitTable, keys, 'mariadb').map(writesSeldomWritten)).toEqual([true])
    }
    for (const sql of ['INSERT INTO tickets (units) VALUES (1)', 'UPDATE posts_of_others SET x = 1', 'SELECT 1 FROM units']) {
      expect(writesSeldomWritten({ sql })).toBe(false)
    }
  })
})

// The embedded database reads what it needs where it stands.

onServer('two servers on one database (only with DB=mariadb)', () => {
  let fresh: FreshDatabase
  let here: Database
  let there: Database
  beforeEach(async () => {
    fresh = await freshDatabase()
    // With the clock of real servers: the database's.
    here = await openDatabase(fresh.url, { isMigrated: true })
    there = await openDatabase(fresh.url, { isMigrated: true })
    await settleSmallVillage(here)
  })
  afterEach(async () => {
    await here.close()
    await there.close()
    await fresh.close()
  })

  const dutyOn = (database: Database) => database.unitOfWork.run(async (work) => {
    const kept = await dutyNow(work, 'liushu')
    return { kept, read: await villageDutyOf(work, 'liushu', { fromAt: work.now, toAt: work.now + 1 }) }
  })
  const secretaries = async (database: Database): Promise<readonly string[]> => {
    const { kept, read } = await dutyOn(database)
    expect(kept).toEqual(read)
    return kept.posts.filter(({ kind }) => kind === 'secretary').map(({ personId }) => personId)
  }

  test('who has left office on one is gone on the other from that instant', async () => {
    expect([await secretaries(here), await secretaries(there)]).toEqual([['li'], ['li']])
    await there.unitOfWork.run(async (work) => {
      const post = await work.findOne(postTable, { personId: 'li', kind: 'secretary' })
      if (post !== null) work.update(postTable, { ...post, toAt: work.now })
    })
    expect([await secretaries(here), await secretaries(there)]).toEqual([[], []])
  })

  test('what a work did that came to nothing changes nothing', async () => {
    const nameNow = async (work: Work) => work.kept('name', async () => (await villageOf(work, 'liushu'))?.name ?? null)
    const name = (database: Database) => database.unitOfWork.run(nameNow)
    const rename = (fails: boolean) => there.unitOfWork.run(async (work) => {
      work.write("UPDATE units SET name = ? WHERE id = 'liushu'", ['新柳树村'])
      await settle(work)
      expect(await nameNow(work)).toBe('新柳树村')
      if (fails) throw new Error('no')
    })
    expect(await name(here)).toBe('柳树村')
    await expect(rename(true)).rejects.toThrow('no')
    expect([await name(here), await name(there)]).toEqual(['柳树村', '柳树村'])
    await rename(false)
    expect([await name(here), await name(there)]).toEqual(['新柳树村', '新柳树村'])
  })

  test('a board keeps it, too, and hears of what is written on either', async () => {
    let reads = 0
    const name = (database: Database) => keptRead(database.reads, 'name', async () => {
      reads += 1
      return (await villageOf(database.reads, 'liushu'))?.name ?? null
    })
    expect([await name(here), await name(here), await name(there)]).toEqual(['柳树村', '柳树村', '柳树村'])
    expect(reads).toBe(2)
    await there.unitOfWork.run(async (work) => work.write("UPDATE units SET name = ? WHERE id = 'liushu'", ['新柳树村']))
    expect([await name(here), await name(there)]).toEqual(['新柳树村', '新柳树村'])
  })

  test('what is kept costs no second read', async () => {
    let reads = 0
    const ask = () => here.unitOfWork.run((work) => work.kept('once', async () => (reads += 1)))
    expect(await here.reads.query('SELECT * FROM seldom_written')).toEqual([{ id: 1, version: expect.any(Number) }])
    expect([await ask(), await ask(), await ask()]).toEqual([1, 1, 1])
  })
})
