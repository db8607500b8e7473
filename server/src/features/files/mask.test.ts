import { DomainError } from '@huiying/shared/kernel'
import type { MaskBox } from '@huiying/shared/files'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { freshDatabase, type FreshDatabase } from '../../../test/support/fresh-database'
import { DiskFileStore } from '../../platform/storage'
import { OpenStoredFile } from './open-stored-file'
import { claimFiles, drawMask, FileUrlSigner, keepMask, maskedPhotos } from './public'
import { UploadFile } from './upload-file'

const signer = new FileUrlSigner('a key for tests only, 32 characters')
/** The middle of the picture, where the number stands. */
const NUMBER: MaskBox = { left: 301, top: 452, width: 397, height: 99 }

let db: FreshDatabase
let dir: string
let store: DiskFileStore
let photoId: string

beforeEach(async () => {
  db = await freshDatabase()
  dir = await mkdtemp(join(tmpdir(), 'files-'))
  store = new DiskFileStore(dir)
  photoId = (await upload()).id
  await db.unitOfWork.run((work) => claimFiles(work, { accountId: 'acc', subjectId: 'x1', photoIds: [photoId], voiceId: null }))
})
afterEach(async () => {
  await db.close()
  await rm(dir, { recursive: true, force: true })
})

async function upload() {
  const stripes = Array.from({ length: 40 }, (_, at) => `<rect x="${at * 20}" y="0" width="10" height="600" fill="#fff"/>`)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><rect width="800" height="600" fill="#c33"/>${stripes.join('')}</svg>`
  const bytes = await sharp(Buffer.from(svg)).jpeg().toBuffer()
  return new UploadFile(db.unitOfWork, db.reads, store, db.database.ids).execute({ accountId: 'acc', kind: 'photo', bytes, durationMs: null })
}

const deps = () => ({ store, ids: db.database.ids })
async function mask(boxes: readonly MaskBox[], subjectId = 'x1', fileId = photoId): Promise<string> {
  const drawn = await drawMask(deps(), fileId, boxes)
  await db.unitOfWork.run((work) => keepMask(work, drawn, subjectId, 'he'))
  return drawn.maskedId
}
const codeOf = (act: Promise<unknown>): Promise<string> =>
  act.then(() => 'nothing', (error: unknown) => (error instanceof DomainError ? error.code : String(error)))

async function opened(url: string): Promise<Buffer> {
  const { pathname, searchParams } = new URL(url, 'http://server')
  const [, , , id = '', variant = ''] = pathname.split('/')
  const open = new OpenStoredFile(db.reads, store, signer, db.clock)
  const { file } = await open.execute({ id, variant, exp: searchParams.get('exp') ?? '', sig: searchParams.get('sig') ?? '' })
  return buffer(file.read(null))
}

/** Lightest and darkest value within a part of the picture, in thousandths of it. */
async function shadesIn(picture: Buffer, { left, top, width, height }: MaskBox): Promise<readonly number[]> {
  const { width: wide = 0, height: high = 0 } = await sharp(picture).metadata()
  const part = {
    left: Math.ceil(left * wide / 1_000), top: Math.ceil(top * high / 1_000),
    width: Math.floor(width * wide / 1_000), height: Math.floor(height * high / 1_000),
  }
  const { channels } = await sharp(await sharp(picture).extract(part).toBuffer()).stats()
  return channels.flatMap(({ min, max }) => [min, max])
}

test('what is under a box is one colour, in the picture and in the small one; the rest stays', async () => {
  await mask([NUMBER])
  const address = (await maskedPhotos(db.reads, signer, [photoId], db.clock.at())).get(photoId)
  for (const url of [address?.url ?? '', address?.thumbUrl ?? '']) {
    // A JPEG mixes colours over 16 pixels, which is more of the small picture.
    const inner = {
      left: NUMBER.left + 60, top: NUMBER.top + 35, width: NUMBER.width - 120, height: NUMBER.height - 70,
    }
    const shades = await shadesIn(await opened(url), inner)
    expect(Math.max(...shades) - Math.min(...shades)).toBeLessThan(8)
  }
  // To its very edge, but for the same mixing of colours.
  const edge = await shadesIn(await opened(address?.url ?? ''), NUMBER)
  expect(Math.max(...edge)).toBeLessThan(110)
  const rest = await shadesIn(await opened(address?.url ?? ''), { left: 0, top: 0, width: 250, height: 400 })
  expect(Math.max(...rest) - Math.min(...rest)).toBeGreaterThan(150)
})

test('residents are given no address of the photo itself', async () => {
  expect(await maskedPhotos(db.reads, signer, [photoId], db.clock.at())).toEqual(new Map())
  const maskedId = await mask([NUMBER])
  const found = await maskedPhotos(db.reads, signer, [photoId, photoId, 'unknown'], db.clock.at())
  expect([...found.keys()]).toEqual([photoId])
  expect(JSON.stringify([...found.values()])).not.toContain(photoId)
  expect(found.get(photoId)?.id).toBe(maskedId)
})

test('a new mask has a new address, and the old one opens nothing any more', async () => {
  await mask([])
  const first = (await maskedPhotos(db.reads, signer, [photoId], db.clock.at())).get(photoId)?.url ?? ''
  expect((await opened(first)).equals(await originalBytes())).toBe(true)
  await mask([NUMBER])
  const second = (await maskedPhotos(db.reads, signer, [photoId], db.clock.at())).get(photoId)?.url ?? ''
  expect(second).not.toBe(first)
  expect((await opened(second)).equals(await originalBytes())).toBe(false)
  expect(await codeOf(opened(first))).toBe('file.not-found')
})

test('two masks at once: one of them stands, whole', async () => {
  const other = await db.openAnother()
  const [one, two] = [await drawMask(deps(), photoId, [NUMBER]), await drawMask(deps(), photoId, [])]
  await Promise.all([
    db.unitOfWork.run((work) => keepMask(work, one, 'x1', 'he')),
    other.unitOfWork.run((work) => keepMask(work, two, 'x1', 'he')),
  ])
  const found = (await maskedPhotos(db.reads, signer, [photoId], db.clock.at())).get(photoId)
  expect([one.maskedId, two.maskedId]).toContain(found?.id)
  await expect(opened(found?.url ?? '')).resolves.toBeInstanceOf(Buffer)
  // Else it could be handed in as a voucher, and go with the next mask.
  expect(await db.reads.query('SELECT id FROM files WHERE subject_id = ?', ['x1'])).toEqual([{ id: photoId }])
  expect(await db.reads.query('SELECT id FROM files WHERE subject_id = ?', [photoId])).toEqual([{ id: found?.id }])
})

test.each<[string, () => Promise<unknown>, string]>([
  ['a box beside the picture', () => mask([{ ...NUMBER, left: 900 }]), 'file.mask-invalid'],
  ['41 boxes', () => mask(Array.from({ length: 41 }, () => NUMBER)), 'file.mask-invalid'],
  ['a photo that is not there', () => mask([], 'x1', 'UNKNOWN'), 'file.not-found'],
  ['a photo of another paper', () => mask([], 'x2'), 'file.not-found'],
])('refused: %s', async (_, act, code) => {
  expect(await codeOf(act())).toBe(code)
  expect(await maskedPhotos(db.reads, signer, [photoId], db.clock.at())).toEqual(new Map())
})

async function originalBytes(): Promise<Buffer> {
  const file = await store.open(photoId)
  return file === null ? Buffer.alloc(0) : buffer(file.read(null))
}
