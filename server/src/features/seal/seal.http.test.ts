import type { SealFormAnswer, SealsAnswer, SealView } from '@huiying/shared/seal'
import { POND, SHA, shownOf, startSealApp, type SealApp } from '../../../test/support/seal-app'
import { postTable } from '../identity/post.table'

let app: SealApp
beforeEach(async () => {
  app = await startSealApp()
})
afterEach(() => app.stop())

test.each([
  ["UPDATE seal_signatures SET person_id = 'wang'", /seal_signature_is_final/],
  ["UPDATE seal_signatures SET drawing_id = 'another'", /seal_signature_is_final/],
  ['DELETE FROM seal_signatures', /seal_signature_stays/],
  ["UPDATE seal_revisions SET content = '{}'", /seal_revision_is_final/],
  ['DELETE FROM seal_revisions', /seal_revision_stays/],
])('the database itself refuses: %s', async (sql, refusal) => {
  await app.sign('secretary', await app.submitted())
  const raw = app.server.db.unitOfWork.run(async (work) => work.write(sql, []))
  await expect(raw).rejects.toThrow(refusal)
})

describe('from the wish to the print', () => {
  test('drafted, asked for, signed by three, used, and in the register for all to see', async () => {
    const draft = await app.drafted()
    expect(draft).toMatchObject({
      status: 'draft', title: '鱼塘承包三年', copiesLeft: 3, revision: 1, document: { sha256: SHA.contract },
      consent: { heldOn: '2026-09-12', minutes: { id: 'minutes' } }, may: { save: true, submit: true, sign: [], use: false },
    })
    expect(draft.slots.map(({ slot, people }) => [slot, people.map(({ name }) => name)]))
      .toEqual([['supervisor', ['简正']], ['director', ['陈明']], ['secretary', ['李建国']]])
    await app.post('kuai', `/api/seals/${draft.id}/submission`, { shown: shownOf(draft) })
    const lists = (await app.send('chen', 'GET', '/api/villages/liushu/seals')).as<SealsAnswer>()
    expect(lists.requests).toMatchObject([{ id: draft.id, status: 'signing', isMine: true, waitsFor: ['supervisor', 'director', 'secretary'] }])
    const seal = await app.view('li', draft.id)
    expect(seal.may.sign).toEqual(['secretary'])
    for (const slot of ['secretary', 'director', 'supervisor'] as const) await app.sign(slot, seal)
    const ready = await app.view('kuai', seal.id)
    expect(ready).toMatchObject({ status: 'approved', may: { use: true, save: false, withdraw: false } })
    expect(ready.slots.map(({ signed }) => [signed?.by.name, signed?.level, signed?.strokes?.strokes.length]))
      .toEqual([['简正', 'drawn', 2], ['陈明', 'drawn', 2], ['李建国', 'drawn', 2]])
    const used = await app.use(seal.id, 2)
    expect(used).toMatchObject({ status: 201 })
    expect(used.as<SealView>()).toMatchObject({ status: 'approved', copiesLeft: 1, uses: [{ label: '2026-001', copies: 2 }] })
    expect((await app.use(seal.id, 1)).as<SealView>()).toMatchObject({ status: 'used', copiesLeft: 0 })
    const asResident = (await app.send('wang', 'GET', '/api/villages/liushu/seals')).as<SealsAnswer>()
    expect(asResident).toMatchObject({ requests: [], mayDraft: false })
    expect(asResident.register).toMatchObject([
      { label: '2026-002', title: '鱼塘承包三年', copies: 1, documentSha256: SHA.contract, by: { name: '蒯计' } },
      { label: '2026-001', copies: 2 },
    ])
  })

  test('whoever may ask for the seal is shown whom the register knows; the supervisor and a resident are not', async () => {
    const form = await app.send('kuai', 'GET', '/api/villages/liushu/seal-form')
    const { village, people } = form.as<SealFormAnswer>()
    expect(village).toMatchObject({ id: 'liushu', name: '柳树村' })
    expect(people.map(({ name }) => name)).toEqual(expect.arrayContaining(['简正', '蒯计', '陈明', '李建国']))
    expect(await app.send('jian', 'GET', '/api/villages/liushu/seal-form')).toMatchObject({ status: 403, code: 'seal.only-village' })
    expect(await app.send('wang', 'GET', '/api/villages/liushu/seal-form')).toMatchObject({ status: 404 })
  })

  test('with the key of his own phone it is a higher level; a failed check stores nothing', async () => {
    const seal = await app.submitted()
    const first = await app.challenge('li', seal, 'secretary')
    const { resultJSON, resultJSONSignature } = app.server.weChat.standIn.world.soter.sign('open-li', first.challenge)
    const soter = { json: resultJSON, signature: resultJSONSignature }
    const url = `/api/seals/${seal.id}/signatures`
    const forged = { ...soter, signature: 'AAAA' }
    expect(await app.post('li', url, app.signatureBody(seal, 'secretary', first.nonce, forged)))
      .toMatchObject({ status: 409, code: 'expense.soter-refused' })
    expect((await app.view('li', seal.id)).slots.every(({ signed }) => signed === null)).toBe(true)
    expect(await app.post('li', url, app.signatureBody(seal, 'secretary', first.nonce, soter))).toMatchObject({ status: 201 })
    expect((await app.view('li', seal.id)).slots[2]).toMatchObject({ signed: { level: 'soter' } })
  })

  test('a change voids what was signed; saved unchanged, nothing happens', async () => {
    const seal = await app.submitted()
    await app.sign('secretary', seal)
    const same = await app.send('kuai', 'PUT', `/api/seals/${seal.id}`, { content: POND, shown: shownOf(seal) })
    expect(same.as<SealView>()).toMatchObject({ revision: 1, status: 'signing' })
    const changed = await app.send('kuai', 'PUT', `/api/seals/${seal.id}`, { content: { ...POND, copies: 5 }, shown: shownOf(seal) })
    expect(changed.as<SealView>()).toMatchObject({ revision: 2, status: 'draft', copies: 5 })
    expect(changed.as<SealView>().slots.every(({ signed }) => signed === null)).toBe(true)
    const stale = await app.post('chen', `/api/seals/${seal.id}/challenges`, { slot: 'director', shown: shownOf(seal) })
    expect(stale).toMatchObject({ status: 409, code: 'seal.stale' })
  })

  test('refused with a reason, changed, asked for again; taken back; withdrawn', async () => {
    const seal = await app.submitted()
    const refusal = { slot: 'supervisor', shown: shownOf(seal), reason: '租金太低' }
    expect((await app.post('jian', `/api/seals/${seal.id}/refusal`, refusal)).as<SealView>())
      .toMatchObject({ status: 'refused', refusedWhy: { by: { name: '简正' }, reason: '租金太低' } })
    const changed = (await app.send('kuai', 'PUT', `/api/seals/${seal.id}`, { content: { ...POND, copies: 2 }, shown: shownOf(seal) })).as<SealView>()
    await app.post('kuai', `/api/seals/${seal.id}/submission`, { shown: shownOf(changed) })
    await app.sign('director', changed)
    const back = await app.post('chen', `/api/seals/${seal.id}/take-back`, { slot: 'director', shown: shownOf(changed) })
    expect(back.as<SealView>()).toMatchObject({ status: 'signing', may: { sign: ['director'], takeBack: [] } })
    expect((await app.post('kuai', `/api/seals/${seal.id}/withdrawal`)).as<SealView>()).toMatchObject({ status: 'withdrawn' })
    expect(await app.post('li', `/api/seals/${seal.id}/challenges`, { slot: 'secretary', shown: shownOf(changed) }))
      .toMatchObject({ status: 409, code: 'seal.frozen' })
  })
})

describe('what is refused', () => {
  test('an old nonce, another’s, another slot’s, one used up; the same drawing twice', async () => {
    const seal = await app.submitted()
    const url = `/api/seals/${seal.id}/signatures`
    const refused = { status: 409, code: 'expense.challenge-refused' }
    const his = await app.challenge('li', seal, 'secretary')
    expect(await app.post('li', url, app.signatureBody(seal, 'secretary', 'made-up'))).toMatchObject(refused)
    expect(await app.post('chen', url, app.signatureBody(seal, 'director', his.nonce))).toMatchObject(refused)
    expect(await app.post('li', url, app.signatureBody(seal, 'director', his.nonce))).toMatchObject({ status: 403, code: 'seal.not-entitled' })
    await app.server.db.clock.advance(600_000)
    expect(await app.post('li', url, app.signatureBody(seal, 'secretary', his.nonce))).toMatchObject(refused)
    const fresh = await app.challenge('li', seal, 'secretary')
    const body = app.signatureBody(seal, 'secretary', fresh.nonce)
    expect(await app.post('li', url, body)).toMatchObject({ status: 201 })
    // The answer was lost and the phone sends it again: the same answer.
    expect(await app.post('li', url, body)).toMatchObject({ status: 201 })
    await app.post('li', `/api/seals/${seal.id}/take-back`, { slot: 'secretary', shown: shownOf(seal) })
    expect(await app.post('li', url, app.signatureBody(seal, 'secretary', fresh.nonce))).toMatchObject(refused)
    const third = await app.challenge('li', seal, 'secretary')
    expect(await app.post('li', url, { ...body, nonce: third.nonce })).toMatchObject({ status: 409, code: 'expense.strokes-used' })
    const dot = { height: 400, strokes: [[[500, 200, 0]]] }
    expect(await app.post('li', url, { ...body, nonce: third.nonce, strokes: dot })).toMatchObject({ status: 422, code: 'expense.strokes-invalid' })
    expect(await app.post('li', url, { ...body, nonce: third.nonce, strokes: { height: 400, strokes: [['x', null]] } }))
      .toMatchObject({ status: 422 })
  })

  test('yesterday’s director, and whoever is related to the other side', async () => {
    const seal = await app.submitted({ ...POND, counterparty: { name: '王桂花', personId: 'wang' } })
    await app.server.db.unitOfWork.run(async (work) => {
      const [director] = await work.find(postTable, { personId: 'chen', kind: 'director' })
      if (director !== undefined) work.update(postTable, { ...director, toAt: work.now })
    })
    // He is nobody in the village now, so there is nothing to see for him either.
    expect(await app.post('chen', `/api/seals/${seal.id}/challenges`, { slot: 'director', shown: shownOf(seal) }))
      .toMatchObject({ status: 404, code: 'seal.not-found' })
    const related = await app.post('jian', '/api/villages/liushu/kinships', { personId: 'li', relativeId: 'wang', kind: 'in-law' })
    expect(related.status).toBe(201)
    expect(await app.post('li', `/api/seals/${seal.id}/challenges`, { slot: 'secretary', shown: shownOf(seal) }))
      .toMatchObject({ status: 403, code: 'seal.not-entitled' })
  })

  test('another document, more copies than signed for, before all three have signed', async () => {
    const waiting = await app.submitted()
    expect(await app.use(waiting.id)).toMatchObject({ status: 409, code: 'seal.not-approved' })
    await app.photos('second-contract', 'second-minutes')
    const seal = await app.approved({
      ...POND, documentPhotoId: 'second-contract', consent: { heldOn: '2026-09-12', minutesPhotoId: 'second-minutes' },
    })
    expect(await app.use(seal.id, 1, SHA.other)).toMatchObject({ status: 409, code: 'seal.other-document' })
    expect(await app.use(seal.id, 4)).toMatchObject({ status: 409, code: 'seal.too-many-copies' })
    expect(await app.use(seal.id, 1.5)).toMatchObject({ status: 409, code: 'seal.too-many-copies' })
    expect((await app.view('kuai', seal.id)).uses).toEqual([])
  })

  test('a photo of another paper, and one that is not there', async () => {
    await app.drafted()
    expect(await app.post('kuai', '/api/villages/liushu/seals', POND)).toMatchObject({ status: 404, code: 'file.not-found' })
    const unknown = { ...POND, documentPhotoId: 'unknown', consent: undefined }
    expect(await app.post('kuai', '/api/villages/liushu/seals', unknown)).toMatchObject({ status: 404, code: 'file.not-found' })
  })

  test('for strangers and residents a request is not there; superiors see it and ask for nothing', async () => {
    const seal = await app.submitted()
    for (const who of ['qian', 'wang', 'he', 'tang']) {
      expect(await app.send(who, 'GET', `/api/seals/${seal.id}`)).toMatchObject({ status: 404, code: 'seal.not-found' })
      expect(await app.post(who, `/api/seals/${seal.id}/withdrawal`)).toMatchObject({ status: 404 })
      expect(await app.post(who, '/api/villages/liushu/seals', POND)).toMatchObject({ status: 404 })
    }
    for (const who of ['qian', 'tang']) expect(await app.send(who, 'GET', '/api/villages/liushu/seals')).toMatchObject({ status: 404 })
    for (const who of ['sun', 'wu', 'zhou', 'jian']) {
      expect(await app.view(who, seal.id)).toMatchObject({ id: seal.id, may: { save: false, withdraw: false } })
      expect(await app.post(who, `/api/seals/${seal.id}/withdrawal`)).toMatchObject({ status: 403, code: 'seal.only-village' })
    }
  })
})
