import { UNCLAIMED_LIMIT } from '@huiying/shared/files'
import { DAY_MS } from '@huiying/shared/kernel'
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { freshDatabase, type FreshDatabase } from '../../../test/support/fresh-database'
import { m4a } from '../../../test/support/recordings'
import { DiskFileStore } from '../../platform/storage'
import { fileTable } from './file.table'
import { claimFiles, fileUrls, FileUrlSigner } from './public'
import { SweepFiles } from './sweep-files'
import { UploadFile } from './upload-file'

let db: FreshDatabase
let dir: string
let store: DiskFileStore
let upload: UploadFile
let sweep: SweepFiles
let photoBytes: Buffer

beforeAll(async () => {
  photoBytes = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#2a6' } }).jpeg().toBuffer()
})
beforeEach(async () => {
  db = await freshDatabase()
  dir = await mkdtemp(join(tmpdir(), 'files-'))
  store = new DiskFileStore(dir)
  upload = new UploadFile(db.unitOfWork, db.reads, store, db.database.ids)
  sweep = new SweepFiles(db.unitOfWork, db.reads, store, db.clock)
})
afterEach(async () => {
  await db.close()
  await rm(dir, { recursive: true, force: true })
})

const photo = (accountId = 'wang') => upload.execute({ accountId, kind: 'photo', bytes: photoBytes, durationMs: null })
const voice = (accountId = 'wang') => upload.execute({ accountId, kind: 'voice', bytes: m4a(), durationMs: 4_200 })

const rows = () => db.unitOfWork.run((work) => work.find(fileTable, {}, { orderBy: { id: 'asc' } }))
/** "ab/…": the files, not the folders. */
const namesOnDisk = async () => (await readdir(dir, { recursive: true })).filter((name) => name.length > 2)
const bytesOf = async (key: string) => {
  const file = await store.open(key)
  return file === null ? null : buffer(file.read(null))
}
const claim = (subjectId: string, photoIds: readonly string[], voiceId: string | null = null, accountId = 'wang') =>
  db.unitOfWork.run((work) => claimFiles(work, { subjectId, accountId, photoIds, voiceId }))

describe('uploading', () => {
  test('a photo: row, picture and small picture', async () => {
    const file = await photo()
    expect(file).toMatchObject({
      kind: 'photo', ownerAccountId: 'wang', mime: 'image/jpeg', width: 64, height: 48, durationMs: null,
      createdAt: db.clock.at(), alikeHash: '0000000000000000', subjectId: null,
    })
    expect(await rows()).toEqual([file])
    const kept = await bytesOf(file.id)
    expect(kept?.length).toBe(file.bytes)
    expect(await sharp(await bytesOf(`${file.id}.thumb`) ?? undefined).metadata()).toMatchObject({ format: 'jpeg', width: 64 })
  })

  test('a recording: row and sound', async () => {
    const file = await voice()
    expect(file).toMatchObject({ kind: 'voice', mime: 'audio/mp4', durationMs: 4_200, width: null })
    expect(await bytesOf(file.id)).toEqual(m4a())
  })

  test.each([
    ['a text named .jpg', 'photo', Buffer.from('只是文字'), null, 'file.not-a-photo'],
    ['half a photo', 'photo', Buffer.alloc(500), null, 'file.not-a-photo'],
    ['a text named .mp3', 'voice', Buffer.from('只是文字'), 1_000, 'file.not-a-voice'],
    ['a recording of no length', 'voice', m4a(), null, 'file.not-a-voice'],
    ['a recording over 2 MB', 'voice', Buffer.alloc(2 * 1024 * 1024 + 1), 1_000, 'file.too-large'],
    ['a photo over 12 MB', 'photo', Buffer.alloc(12 * 1024 * 1024 + 1), null, 'file.too-large'],
  ] as const)('%s leaves neither row nor bytes', async (_what, kind, bytes, durationMs, code) => {
    await expect(upload.execute({ accountId: 'wang', kind, bytes, durationMs })).rejects.toMatchObject({ code })
    expect(await rows()).toEqual([])
    expect(await namesOnDisk()).toEqual([])
  })

  test('a disk that fails at the second picture leaves no row', async () => {
    const broken = Object.assign(Object.create(store) as DiskFileStore, {
      put: (key: string, bytes: Uint8Array) =>
        key.endsWith('.thumb') ? Promise.reject(new Error('ENOSPC')) : store.put(key, bytes),
    })
    const failing = new UploadFile(db.unitOfWork, db.reads, broken, db.database.ids)
    await expect(failing.execute({ accountId: 'wang', kind: 'photo', bytes: photoBytes, durationMs: null })).rejects.toThrow('ENOSPC')
    expect(await rows()).toEqual([])
  })

  test('is not done inside a unit of work', async () => {
    await expect(db.unitOfWork.run(() => photo())).rejects.toThrow('inside a unit of work')
  })

  test('hoarding is stopped per account; what tickets use does not count', async () => {
    const { id } = await voice()
    await claim('T1', [], id)
    for (let count = 0; count < UNCLAIMED_LIMIT; count += 1) await voice()
    await expect(voice()).rejects.toMatchObject({ code: 'request.too-many' })
    await expect(voice('li')).resolves.toBeDefined()
  })
})

describe('claiming', () => {
  test('gives files to a ticket once', async () => {
    const [first, second, sound] = [await photo(), await photo(), await voice()]
    const claimed = await claim('T1', [second.id, first.id], sound.id)
    expect(claimed.map(({ id }) => id)).toEqual([second.id, first.id, sound.id])
    expect((await rows()).map(({ subjectId }) => subjectId)).toEqual(['T1', 'T1', 'T1'])
    await expect(claim('T2', [first.id])).rejects.toMatchObject({ code: 'file.not-found' })
  })

  test('all or none', async () => {
    const [mine, others] = [await photo(), await photo('li')]
    await expect(claim('T1', [mine.id, others.id])).rejects.toMatchObject({ code: 'file.not-found' })
    await expect(claim('T1', [mine.id, 'GUESSED'])).rejects.toMatchObject({ code: 'file.not-found' })
    expect((await rows()).map(({ subjectId }) => subjectId)).toEqual([null, null])
  })

  test('of two tickets that want the same file at once, one gets it', async () => {
    const { id } = await photo()
    const another = await db.openAnother()
    const results = await Promise.allSettled([
      claim('T1', [id]),
      another.unitOfWork.run((work) => claimFiles(work, { subjectId: 'T2', accountId: 'wang', photoIds: [id], voiceId: null })),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'file.not-found' } })
  })

  test('nothing costs nothing', async () => {
    expect(await claim('T1', [])).toEqual([])
  })
})

test('addresses are made for what is there, in the order asked for', async () => {
  const [first, second, sound] = [await photo(), await photo(), await voice()]
  const signer = new FileUrlSigner('k'.repeat(32))
  const urls = await fileUrls(db.reads, signer, [first.id, second.id, sound.id, 'GONE'], db.clock.at())
  expect(urls.photos([second.id, 'GONE', first.id, sound.id]).map(({ id }) => id)).toEqual([second.id, first.id])
  expect(urls.photos([first.id])[0]?.thumbUrl).toContain(`/api/files/${first.id}/thumb?exp=`)
  expect(urls.voice(sound.id)).toMatchObject({ id: sound.id, durationMs: 4_200 })
  expect([urls.voice(null), urls.voice('GONE'), urls.voice(first.id)]).toEqual([null, null, null])
})

describe('sweeping', () => {
  test('takes what nobody used within a day, row and bytes', async () => {
    const [used, givenUp] = [await photo(), await photo()]
    await claim('T1', [used.id])
    db.clock.advance(DAY_MS)
    const fresh = await voice()
    expect((await sweep.execute()).givenUp).toBe(0)
    db.clock.advance(1)
    expect((await sweep.execute()).givenUp).toBe(1)
    expect((await rows()).map(({ id }) => id)).toEqual([used.id, fresh.id])
    expect(await bytesOf(givenUp.id)).toBeNull()
    expect(await bytesOf(`${givenUp.id}.thumb`)).toBeNull()
    expect(await bytesOf(used.id)).not.toBeNull()
  })

  test('takes bytes that a killed server left without a row, once they are a day old', async () => {
    const kept = await photo()
    await claim('T1', [kept.id])
    await store.put('0ORPHAN0AB', Buffer.from('bytes'))
    await writeFile(join(dir, 'ab', '0HALF000AB.half'), 'killed')
    db.clock.set(Date.now())
    expect((await sweep.execute()).orphaned).toBe(0)
    for (const name of await namesOnDisk()) {
      const before = new Date(Date.now() - 2 * DAY_MS)
      await utimes(join(dir, name), before, before)
    }
    expect((await sweep.execute()).orphaned).toBe(1)
    expect((await namesOnDisk()).map((name) => name.slice(3)).sort()).toEqual([kept.id, `${kept.id}.thumb`])
  })

  test('on two servers at once does no harm', async () => {
    for (let count = 0; count < 3; count += 1) await photo()
    db.clock.advance(2 * DAY_MS)
    const another = await db.openAnother()
    const second = new SweepFiles(another.unitOfWork, another.reads, store, db.clock)
    const swept = await Promise.all([sweep.execute(), second.execute()])
    expect(swept[0].givenUp + swept[1].givenUp).toBe(3)
    expect(await rows()).toEqual([])
  })
})
