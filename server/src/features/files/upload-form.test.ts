import type { PhotoAddress } from '@huiying/shared/files'
import { readdir } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import sharp from 'sharp'
import { expectProblem, smallPhoto, startFilesApp, type FilesApp } from '../../../test/support/files-app'
import { m4a } from '../../../test/support/recordings'

let app: FilesApp

beforeEach(async () => {
  app = await startFilesApp()
})
afterEach(() => app.stop())

async function expectNothingKept(): Promise<void> {
  expect(await app.db.reads.query('SELECT id FROM files')).toEqual([])
  expect(await readdir(app.dir)).toEqual([])
}

/** Noise: some 13 bytes for each ten pixels. */
const noise = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 60 } } })
    .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
    .toBuffer()

async function sidesOf(response: Response): Promise<readonly [number, number]> {
  const { width, height } = await sharp(Buffer.from(await response.arrayBuffer())).metadata()
  return [width, height]
}

describe('POST /api/files', () => {
  test('a photo of 10 MB is taken, made small, and both pictures can be looked at', async () => {
    const bytes = await noise(2_240, 1_680)
    expect(bytes.length).toBeGreaterThan(10_000_000)
    const response = await app.post({ bytes })
    expect(response.status).toBe(201)
    const address = (await response.json()) as PhotoAddress
    const [photo, thumb] = await Promise.all([fetch(app.url + address.url), fetch(app.url + address.thumbUrl)])
    expect(await sidesOf(photo)).toEqual([1_600, 1_200])
    expect(await sidesOf(thumb)).toEqual([320, 240])
  })

  test('a recording is taken, whatever the order of the parts', async () => {
    const response = await app.post({ kind: 'voice', bytes: m4a(), durationMs: '4200', isFileFirst: true })
    expect(response.status).toBe(201)
    expect(await response.json()).toEqual({ id: expect.any(String), url: expect.any(String), durationMs: 4_200 })
  })

  test.each([
    ['a text named .jpg', { bytes: Buffer.from('这不是照片') }, 422, 'file.not-a-photo'],
    ['a text named .mp3', { kind: 'voice', bytes: Buffer.from('这不是录音'), name: 'a.mp3' }, 422, 'file.not-a-voice'],
    ['a recording that is a photo', { kind: 'photo', bytes: m4a() }, 422, 'file.not-a-photo'],
    ['a recording without its length', { kind: 'voice', bytes: m4a() }, 422, 'file.not-a-voice'],
    ['a recording of 3 MB', { kind: 'voice', bytes: Buffer.alloc(3_000_000), durationMs: '1' }, 413, 'file.too-large'],
    ['a photo of 13 MB', { bytes: Buffer.alloc(13_000_000) }, 413, 'file.too-large'],
    ['a photo of 60 MB', { bytes: Buffer.alloc(60_000_000) }, 413, 'file.too-large'],
    ['no file', {}, 422, 'file.missing'],
    ['an empty file', { bytes: Buffer.alloc(0) }, 422, 'file.missing'],
    ['another kind', { kind: 'video', bytes: Buffer.from('x') }, 400, 'request.malformed'],
    ['nobody', { token: 'x', bytes: Buffer.from('x') }, 401, 'session.missing'],
    ['a session that ended', { token: 'token-that-ended-long-ago', bytes: Buffer.from('x') }, 401, 'session.expired'],
  ])('%s is refused, and nothing is kept', async (_what, parts, status, code) => {
    await expectProblem(await app.post(parts), status, code)
    await expectNothingKept()
  })

  test('half a JPEG is refused', async () => {
    const whole = await noise(600, 400)
    await expectProblem(await app.post({ bytes: whole.subarray(0, whole.length / 2) }), 422, 'file.not-a-photo')
    await expectNothingKept()
  })

  test('two files at once, JSON, and no body are refused', async () => {
    const headers = { authorization: 'Bearer token-of-person-wang' }
    const twice = new FormData()
    twice.append('kind', 'photo')
    for (const name of ['a.jpg', 'b.jpg']) twice.append('file', new Blob([new Uint8Array(await smallPhoto())]), name)
    await expectProblem(await fetch(`${app.url}/api/files`, { method: 'POST', body: twice, headers }), 400, 'request.malformed')
    const json = { method: 'POST', body: '{}', headers: { ...headers, 'content-type': 'application/json' } }
    await expectProblem(await fetch(`${app.url}/api/files`, json), 415, 'request.unsupported-media-type')
    await expectProblem(await fetch(`${app.url}/api/files`, { method: 'POST', headers }), 415, 'request.unsupported-media-type')
    await expectNothingKept()
  })

  test('a line that breaks in the middle leaves nothing, and the server goes on', async () => {
    const { port } = new URL(app.url)
    await new Promise<void>((resolve) => {
      const sending = httpRequest({
        port,
        path: '/api/files',
        method: 'POST',
        headers: {
          authorization: 'Bearer token-of-person-wang',
          'content-type': 'multipart/form-data; boundary=xx',
          'content-length': 1_000_000,
        },
      })
      sending.on('error', () => resolve())
      sending.write('--xx\r\ncontent-disposition: form-data; name="kind"\r\n\r\nphoto\r\n--xx\r\n')
      sending.write('content-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nhalf', () => sending.destroy())
    })
    expect((await app.uploadPhoto()).id).toEqual(expect.any(String))
    expect(await app.db.reads.query('SELECT id FROM files')).toHaveLength(1)
  })
})

