import { existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from './open-database'

const OWN_FILES = '/proc/self/fd'

describe('closing the embedded database', () => {
  const dir = mkdtempSync(join(tmpdir(), 'huiying-close-'))
  afterAll(() => rmSync(dir, { recursive: true, force: true }))

  it('lets go of every file, and leaves one that is whole by itself', async () => {
    const url = `sqlite:${join(dir, 'huiying.db')}`
    for (const round of ['made', 'opened again']) {
      const database = await openDatabase(url)
      expect([round, await database.reads.query('SELECT id FROM units LIMIT 1')]).toEqual([round, []])
      await database.unitOfWork.run(async (work) => {
        expect(await work.query('SELECT id FROM tickets LIMIT 1', [])).toEqual([])
      })
      await database.close()
      expect(readdirSync(dir)).toEqual(['huiying.db'])
      expect(heldOpenIn(dir)).toEqual([])
    }
  })
})

/** What this process holds open below a folder, where the system tells (Linux). */
function heldOpenIn(dir: string): readonly string[] {
  if (!existsSync(OWN_FILES)) return []
  return readdirSync(OWN_FILES).flatMap((descriptor) => {
    try {
      const file = readlinkSync(join(OWN_FILES, descriptor))
      return file.startsWith(dir) ? [file] : []
    } catch {
      return []
    }
  })
}
