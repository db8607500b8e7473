import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { DiskFileStore } from './disk-file-store'
import type { ByteRange } from './file-store'

let dir: string
let store: DiskFileStore

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'files-'))
  store = new DiskFileStore(join(dir, 'files'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

async function read(key: string, range: ByteRange | null = null): Promise<string | null> {
  const file = await store.open(key)
  return file === null ? null : (await buffer(file.read(range))).toString()
}

async function keysBefore(at: number): Promise<readonly string[]> {
  const keys: string[] = []
  for await (const key of store.keysPutBefore(at)) keys.push(key)
  return keys.sort()
}

test('what was put can be opened, whole and in part, until it is removed', async () => {
  await store.put('01ABCDEF', Buffer.from('0123456789'))
  expect(await read('01ABCDEF')).toBe('0123456789')
  expect(await read('01ABCDEF', { from: 2, to: 4 })).toBe('234')
  const file = await store.open('01ABCDEF')
  expect(file?.bytes).toBe(10)
  await file?.close()
  await store.remove('01ABCDEF')
  await store.remove('01ABCDEF')
  expect(await read('01ABCDEF')).toBeNull()
})

test('files lie in folders named after the end of their id, beside their variants', async () => {
  await store.put('01ABCDEF', Buffer.from('a'))
  await store.put('01ABCDEF.thumb', Buffer.from('b'))
  expect(await readdir(join(dir, 'files', 'ef'))).toEqual(['01ABCDEF', '01ABCDEF.thumb'])
})

test.each(['', '..', '../secret', 'a/b', 'a\\b', '.thumb', 'AB.half.x', 'AB..thumb', 'AB\0'])('key %j is refused', async (key) => {
  await expect(store.open(key)).rejects.toThrow('wrong form')
  await expect(store.put(key, Buffer.from('x'))).rejects.toThrow('wrong form')
  await expect(store.remove(key)).rejects.toThrow('wrong form')
})

test('a put that fails leaves nothing behind', async () => {
  // A folder in the place of the final name makes the very last step fail.
  await mkdir(join(dir, 'files', 'ef', '01ABCDEF'), { recursive: true })
  await expect(store.put('01ABCDEF', Buffer.from('0123456789'))).rejects.toThrow('EISDIR')
  expect(await readdir(join(dir, 'files', 'ef'))).toEqual(['01ABCDEF'])
})

test('old keys are listed, and the remains of a put that was killed are cleared away', async () => {
  await store.put('01ABCDEF', Buffer.from('old'))
  await store.put('02ABCDEF', Buffer.from('new'))
  const half = join(dir, 'files', 'ef', '03ABCDEF.half')
  await writeFile(half, 'killed')
  const long = new Date('2026-09-13T00:00:00Z')
  await utimes(join(dir, 'files', 'ef', '01ABCDEF'), long, long)
  await utimes(half, long, long)
  expect(await keysBefore(Date.parse('2026-09-14T00:00:00Z'))).toEqual(['01ABCDEF'])
  expect(await readdir(join(dir, 'files', 'ef'))).toEqual(['01ABCDEF', '02ABCDEF'])
})

test('a store that was never written to is empty', async () => {
  expect(await keysBefore(Number.MAX_SAFE_INTEGER)).toEqual([])
  expect(await read('01ABCDEF')).toBeNull()
})
