import { HOUR_MS } from '@huiying/shared/kernel'
import sharp from 'sharp'
import { expectProblem, startFilesApp, type FilesApp } from '../../../test/support/files-app'
import { m4a } from '../../../test/support/recordings'
import { DiskFileStore } from '../../platform/storage'

let app: FilesApp

beforeEach(async () => {
  app = await startFilesApp()
})
afterEach(() => app.stop())

async function formatOf(response: Response): Promise<string | undefined> {
  return (await sharp(Buffer.from(await response.arrayBuffer())).metadata()).format
}

describe('GET /api/files/:id/:variant', () => {
  test('says what it is and that it is not for others', async () => {
    const response = await fetch(app.url + (await app.uploadPhoto()).url)
    expect([response.status, await formatOf(response)]).toEqual([200, 'jpeg'])
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': expect.stringContaining('private'),
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
    })
    const voice = await fetch(app.url + (await app.uploadVoice()).url)
    expect(voice.headers.get('content-type')).toBe('audio/mp4')
    expect(Buffer.from(await voice.arrayBuffer())).toEqual(m4a())
  })

  test('a player may ask for parts of a recording', async () => {
    const address = app.url + (await app.uploadVoice()).url
    const part = await fetch(address, { headers: { range: 'bytes=4-11' } })
    const { length } = m4a()
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 4-11/${length}`])
    expect(await part.text()).toBe('ftypM4A ')
    const beyond = await fetch(address, { headers: { range: 'bytes=99999-' } })
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${length}`])
    const head = await fetch(address, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length')]).toEqual([200, `${length}`])
  })

  test('works for an hour, and not for more than two', async () => {
    const address = app.url + (await app.uploadPhoto()).url
    app.db.clock.advance(HOUR_MS)
    expect(await formatOf(await fetch(address))).toBe('jpeg')
    app.db.clock.advance(HOUR_MS)
    await expectProblem(await fetch(address), 404, 'file.not-found')
  })

  test('guessed, forged and bent addresses are as if nothing were there', async () => {
    const address = await app.uploadPhoto()
    const other = await app.uploadPhoto()
    const forged = [
      `/api/files/${address.id}/photo`,
      `/api/files/${address.id}/photo?exp=9999999999999&sig=${'A'.repeat(43)}`,
      address.url.replace(/exp=\d+/, 'exp=9999999999999'),
      address.url.replace(address.id, other.id),
      address.url.replace('/photo?', '/thumb?'),
      address.url.replace('/photo?', '/voice?'),
      address.url.replace('/photo?', '/original?'),
      address.url.slice(0, -1),
      `${address.url}&sig=x`,
      address.url.replace(address.id, '..%2f..%2fhuiying.db'),
      '/api/files/01ABCDEFGHJKMNPQRSTVWXYZ00/photo?exp=1&sig=1',
    ]
    for (const path of forged) await expectProblem(await fetch(app.url + path), 404, 'file.not-found')
    expect(await formatOf(await fetch(app.url + address.url))).toBe('jpeg')
  })

  test('a row without bytes and bytes without a row are not there', async () => {
    const address = await app.uploadPhoto()
    await new DiskFileStore(app.dir).remove(address.id)
    await expectProblem(await fetch(app.url + address.url), 404, 'file.not-found')
    const other = await app.uploadPhoto()
    await app.db.unitOfWork.run(async (work) => work.write('DELETE FROM files WHERE id = ?', [other.id]))
    await expectProblem(await fetch(app.url + other.url), 404, 'file.not-found')
  })
})
