import sharp from 'sharp'
import { startMoneyApp } from '../../../test/support/money-app'
import { FILE_STORE } from '../../platform/platform.module'
import type { FileStore } from '../../platform/storage'
import { FileUrlSigner, maskedPhotos } from '../files/public'

const BOX = { left: 100, top: 100, width: 300, height: 200 }

let app: Awaited<ReturnType<typeof startMoneyApp>>
beforeEach(async () => {
  app = await startMoneyApp()
})
afterEach(() => app.stop())

/** A submitted expense whose voucher's bytes lie in the store. */
async function withVoucher(): Promise<{ readonly id: string; readonly fileId: string }> {
  const fileId = await app.photo('bao')
  const picture = sharp({ create: { width: 400, height: 300, channels: 3, background: '#fff' } })
  const store: FileStore = app.http.app.nest.get(FILE_STORE, { strict: false })
  await store.put(fileId, await picture.jpeg().toBuffer())
  const { id } = await app.submitted(100_000, { vouchers: [{ fileId, kind: 'receipt', issuerName: '清溪建材店' }] })
  return { id, fileId }
}

const urlOf = (id: string, fileId: string) => `expenses/${id}/vouchers/${fileId}/mask`
const addressOf = async (fileId: string) => {
  const signer: FileUrlSigner = app.http.app.nest.get(FileUrlSigner, { strict: false })
  return (await maskedPhotos(app.reads, signer, [fileId], app.clock.at())).get(fileId)?.url ?? null
}

test('the accountant masks a voucher; each mask has an address of its own, and only the last one opens', async () => {
  const { id, fileId } = await withVoucher()
  const voucher = async () => (await app.view(id)).content.vouchers[0]
  expect(await voucher()).toMatchObject({ isMasked: false })
  expect(await addressOf(fileId)).toBeNull()
  expect(await app.send('bao', 'PUT', urlOf(id, fileId), { boxes: [] })).toMatchObject({ status: 204 })
  expect(await voucher()).toMatchObject({ isMasked: true })
  const first = await addressOf(fileId) ?? ''
  expect(await app.http.send('GET', first)).toMatchObject({ status: 200 })
  expect(await app.send('bao', 'PUT', urlOf(id, fileId), { boxes: [BOX] })).toMatchObject({ status: 204 })
  const second = await addressOf(fileId) ?? ''
  expect(second).not.toBe(first)
  expect(await app.http.send('GET', second)).toMatchObject({ status: 200 })
  expect(await app.http.send('GET', first)).toMatchObject({ status: 404 })
  // What was signed is the voucher's own bytes: they are as they were, and the revision too.
  expect((await app.view(id)).revision).toBe(1)
})

test('refused: by others, for strangers not there, for a photo of another paper, for boxes beside it', async () => {
  const { id, fileId } = await withVoucher()
  const mask = (who: Parameters<typeof app.send>[0], file = fileId, box = BOX) =>
    app.send(who, 'PUT', urlOf(id, file), { boxes: [box] })
  for (const who of ['li', 'chen', 'jian', 'sun'] as const) {
    expect(await mask(who)).toMatchObject({ status: 403, code: 'expense.only-accountant' })
  }
  for (const who of ['xia', 'qian', 'zhao', 'guan'] as const) expect(await mask(who)).toMatchObject({ status: 404, code: 'expense.not-found' })
  const other = await withVoucher()
  expect(await mask('bao', other.fileId)).toMatchObject({ status: 404, code: 'file.not-found' })
  expect(await mask('bao', fileId, { ...BOX, left: 900 })).toMatchObject({ status: 422, code: 'file.mask-invalid' })
  expect(await addressOf(fileId)).toBeNull()
})
