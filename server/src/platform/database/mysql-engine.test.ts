import mysql from 'mysql2/promise'
import { setTimeout as pause } from 'node:timers/promises'
import { type FreshDatabase, freshDatabase } from '../../../test/support/fresh-database'
import { createNotes, note, notesTable } from '../../../test/support/notes.table'
import { onServer } from '../../../test/support/on-server'
import { runWithRequest } from '../../../test/support/run-with-request'
import { openDatabase } from './open-database'
import type { Work } from './work'

// The embedded database has no sessions, connections or deadlocks.

onServer('on a server (only with DB=mariadb)', () => {
  let fresh: FreshDatabase
  beforeEach(async () => {
    fresh = await freshDatabase()
    await createNotes(fresh)
    await fresh.unitOfWork.run(async (work) =>
      work.insert(notesTable, note({ id: 'a', title: 'a' }), note({ id: 'b', title: 'b' })),
    )
  })
  afterEach(() => fresh.close())

  const titles = async (): Promise<string[]> =>
    (await fresh.reads.query<{ title: string }>('SELECT title FROM test_notes ORDER BY id')).map(({ title }) => title)
  const rename = (work: Work, id: string, title: string): void => work.update(notesTable, note({ id, title }))

  async function kill(connectionId: number | undefined): Promise<void> {
    const killer = await mysql.createConnection(fresh.url)
    await killer.query('KILL ?', [connectionId])
    await killer.end()
    await pause(20)
  }

  /** Runs the body while the server has other defaults, which sessions opened meanwhile start from. */
  async function withDefaults(settings: Record<string, string>, body: () => Promise<void>): Promise<void> {
    const connection = await mysql.createConnection(fresh.url)
    const names = Object.keys(settings)
    const [[before]] = await connection.query<mysql.RowDataPacket[]>(
      `SELECT ${names.map((name) => `@@GLOBAL.${name} AS ${name}`).join(', ')}`,
    )
    try {
      for (const name of names) await connection.query(`SET GLOBAL ${name} = ?`, [settings[name]])
      await body()
    } finally {
      for (const name of names) await connection.query(`SET GLOBAL ${name} = ?`, [before?.[name]])
      await connection.end()
    }
  }

  test('the server’s own defaults matter to neither text nor time', async () => {
    const defaults = { sql_mode: 'NO_BACKSLASH_ESCAPES,ANSI_QUOTES', time_zone: '+08:00', character_set_server: 'latin1' }
    await withDefaults(defaults, async () => {
      const database = await openDatabase(fresh.url, { isMigrated: true })
      const body = `\\'; DELETE FROM test_notes; -- "下水道" 😀`
      const at = await database.unitOfWork.run(async (work) => {
        work.insert(notesTable, note({ id: 'c', title: 'c', body }))
        return work.now
      })
      const found = await database.unitOfWork.run((work) => work.findOne(notesTable, { body }))
      expect(found).toMatchObject({ id: 'c', body })
      const [read] = await database.reads.query<{ body: string }>('SELECT body FROM test_notes WHERE body = ?', [body])
      expect(read?.body).toBe(body)
      expect(Math.abs(at - Date.now())).toBeLessThan(5000)
      await database.close()
    })
    expect(await titles()).toEqual(['a', 'b', 'c'])
  })

  test('of two works in each other’s way one is tried anew', async () => {
    let runs = 0
    const inOrder = (first: string, second: string): Promise<void> =>
      fresh.unitOfWork.run(async (work) => {
        runs += 1
        await work.findOne(notesTable, { id: first }, { lock: true })
        await pause(100)
        await work.findOne(notesTable, { id: second }, { lock: true })
        work.write('UPDATE test_notes SET version = version + 1', [])
      })
    await Promise.all([inOrder('a', 'b'), inOrder('b', 'a')])
    expect(runs).toBeGreaterThan(2)
    expect(await fresh.reads.query('SELECT version FROM test_notes')).toEqual([{ version: 3 }, { version: 3 }])
  })

  test('a connection that breaks on the way is replaced, and the work done over', async () => {
    let runs = 0
    await fresh.unitOfWork.run(async (work) => {
      runs += 1
      const [own] = await work.query<{ id: number }>('SELECT CONNECTION_ID() AS id', [])
      if (runs === 1) await kill(own?.id)
      if (runs === 2) await Promise.all([pause(50).then(() => kill(own?.id)), work.query('SELECT SLEEP(1) AS s', [])])
      await work.find(notesTable, {})
      rename(work, 'a', 'renamed')
    })
    expect(runs).toBe(3)
    expect(await titles()).toEqual(['renamed', 'b'])
  })

  test('a connection that breaks at the commit is not done over: nobody knows whether it was committed', async () => {
    let runs = 0
    let killed: Promise<void> = Promise.resolve()
    const broken = fresh.unitOfWork.run(async (work) => {
      runs += 1
      const [own] = await work.query<{ id: number }>('SELECT CONNECTION_ID() AS id', [])
      killed = pause(100).then(() => kill(own?.id))
      work.write('UPDATE test_notes SET version = version + 1 WHERE id = ? AND SLEEP(0.5) = 0', ['a'])
      rename(work, 'a', 'renamed')
    })
    await expect(broken).rejects.toMatchObject({ kind: 'unknown-outcome' })
    await killed
    expect(runs).toBe(1)
    expect(await titles()).toEqual(['a', 'b'])
  })

  test('under a key it is done over: either the first attempt is there, or this one', async () => {
    const keyed = { accountId: 'A1', idempotencyKey: 'key-1', route: 'POST /notes', bodyHash: 'hash-1' }
    let runs = 0
    let killed: Promise<void> = Promise.resolve()
    const answer = await runWithRequest(keyed, () => fresh.unitOfWork.run(async (work) => {
      runs += 1
      const [own] = await work.query<{ id: number }>('SELECT CONNECTION_ID() AS id', [])
      if (runs === 1) {
        killed = pause(100).then(() => kill(own?.id))
        work.write('UPDATE test_notes SET version = version + 1 WHERE id = ? AND SLEEP(0.5) = 0', ['a'])
      }
      work.insert(notesTable, note({ id: 'c', title: 'c' }))
      return runs
    }))
    await killed
    expect([answer, runs]).toEqual([2, 2])
    expect(await titles()).toEqual(['a', 'b', 'c'])
  })

  test('writes larger than one packet go over in parts, and back as one', async () => {
    const letters = 'x'.repeat(900_000)
    const many = Array.from({ length: 8 }, (_, index) => note({ id: `big${index}`, title: `t${index}`, body: letters }))
    const refused = fresh.unitOfWork.run(async (work) => {
      for (const one of many) {
        work.insert(notesTable, one)
        work.write('UPDATE test_notes SET version = 2 WHERE id = ?', [one.id], { expectedRows: 1 })
      }
      work.insert(notesTable, note({ id: 'c', title: 'b' }))
    })
    await expect(refused).rejects.toMatchObject({ kind: 'duplicate' })
    expect(await titles()).toEqual(['a', 'b'])
    await fresh.unitOfWork.run(async (work) => many.forEach((one) => work.insert(notesTable, one)))
    expect(await titles()).toHaveLength(10)
  })

  test('more works at once than there are connections all come through', async () => {
    await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        fresh.unitOfWork.run(async (work) => {
          await work.find(notesTable, { id: 'a' })
          work.insert(notesTable, note({ id: `n${index}`, title: `t${index}` }))
        }),
      ),
    )
    expect(await titles()).toHaveLength(102)
  })
})
