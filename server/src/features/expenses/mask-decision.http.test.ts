import type { DecisionsAnswer, PublicExpense } from '@huiying/shared/expenses'
import sharp from 'sharp'
import { startMoneyApp, type Who } from '../../../test/support/money-app'
import { FILE_STORE } from '../../platform/platform.module'
import type { FileStore } from '../../platform/storage'

let app: Awaited<ReturnType<typeof startMoneyApp>>
beforeEach(async () => {
  app = await startMoneyApp()
})
afterEach(() => app.stop())

/** A decision with one photo of its minutes, the bytes of which lie in the store. */
async function decided() {
  const fileId = await app.photo('bao')
  const store: FileStore = app.http.app.nest.get(FILE_STORE, { strict: false })
  const picture = sharp({ create: { width: 400, height: 300, channels: 3, background: '#fff' } })
  await store.put(fileId, await picture.jpeg().toBuffer())
  const answer = await app.send('bao', 'POST', 'villages/liushu/decisions', {
    title: '修石桥', method: 'four-two', passedOn: '2026-09-12', budgetFen: 5_000_000, presentCount: 41, yesCount: 38,
    photoIds: [fileId],
  })
  return { id: answer.as<DecisionsAnswer>().decisions[0]?.id ?? '', fileId }
}

const mask = (who: Who, { id, fileId }: { readonly id: string; readonly fileId: string }, left = 100) =>
  app.send(who, 'PUT', `decisions/${id}/photos/${fileId}/mask`, { boxes: [{ left, top: 100, width: 300, height: 200 }] })

test('villagers see the minutes once the accountant has covered them, and never the photo itself', async () => {
  const decision = await decided()
  const shown = await app.submitted(100_000, { decisionId: decision.id })
  const photos = async () =>
    (await app.send('he', 'GET', `expenses/${shown.id}/public`)).as<PublicExpense>().decision?.photos
  expect(await photos()).toEqual([])
  expect(await mask('bao', decision)).toMatchObject({ status: 204 })
  const [photo] = (await photos()) ?? []
  expect(photo?.id).not.toBe(decision.fileId)
  expect(await app.http.send('GET', photo?.url ?? '')).toMatchObject({ status: 200 })
})

test('refused: by others, for strangers not there, for a photo of another paper, for boxes beside it', async () => {
  const decision = await decided()
  for (const who of ['li', 'jian', 'wang', 'sun'] as const) {
    expect(await mask(who, decision)).toMatchObject({ status: 403, code: 'expense.only-accountant' })
  }
  for (const who of ['xia', 'lan'] as const) {
    expect(await mask(who, decision)).toMatchObject({ status: 404, code: 'request.not-found' })
  }
  expect(await mask('bao', { ...decision, id: 'unknown' })).toMatchObject({ status: 404, code: 'request.not-found' })
  const other = await decided()
  expect(await mask('bao', { ...decision, fileId: other.fileId })).toMatchObject({ status: 404, code: 'file.not-found' })
  expect(await mask('bao', decision, 900)).toMatchObject({ status: 422, code: 'file.mask-invalid' })
  expect(await app.count('file_masks')).toBe(0)
})
