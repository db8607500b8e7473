import type { ChallengeAnswer } from '@huiying/shared/expenses'
import type { SealBody, SealsAnswer, SealSlot, SealView } from '@huiying/shared/seal'
import { drawnName } from '../../../test/support/drawn-name'
import { postOf, settlePerson } from '../../../test/support/small-village'
import { startTestApp, type TestAnswer, type TestApp } from '../../../test/support/test-app'
import { fileTable } from '../files/file.table'
import { postTable } from '../identity/post.table'

/** Who signs what in 柳树村. */
const SIGNERS: Readonly<Record<SealSlot, string>> = { supervisor: 'jian', director: 'chen', secretary: 'li' }
const SHA = { contract: 'c'.repeat(64), minutes: 'd'.repeat(64), other: 'e'.repeat(64) }
const POND: SealBody = {
  kind: 'contracting-out', title: '鱼塘承包三年', counterparty: { name: '孙老板' }, documentPhotoId: 'contract', copies: 3,
  consent: { heldOn: '2026-09-12', minutesPhotoId: 'minutes' },
}

let server: TestApp
let drawings = 0
let keys = 0

beforeEach(async () => {
  server = await startTestApp()
  await settlePerson(server.db.database, { id: 'jian', name: '简正' }, postOf('jian', 'supervisor', 'liushu'))
  await settlePerson(server.db.database, { id: 'kuai', name: '蒯计' }, postOf('kuai', 'accountant', 'liushu'))
  await photos('contract', 'minutes', 'other')
})
afterEach(() => server.stop())

function photos(...ids: readonly (keyof typeof SHA | `${string}-${keyof typeof SHA}`)[]): Promise<void> {
  return server.db.unitOfWork.run(async (work) => work.insert(fileTable, ...ids.map((id) => ({
    id, kind: 'photo' as const, ownerAccountId: 'account-kuai', mime: 'image/jpeg', bytes: 1, width: 1, height: 1,
    durationMs: null,
    sha256: SHA[(id.split('-').pop() ?? id) as keyof typeof SHA], alikeHash: null, createdAt: work.now, subjectId: null,
  }))))
}

async function send(
  who: string,
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  body?: object,
  key?: string,
): Promise<TestAnswer> {
  return server.send(method, url, {
    token: await server.signIn(`open-${who}`),
    ...(body === undefined ? {} : { body }),
    ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
  })
}
const newKey = () => `seal-test-key-${`${++keys}`.padStart(6, '0')}`
const post = (who: string, url: string, body: object = {}, key = newKey()) => send(who, 'POST', url, body, key)
const shownOf = ({ revision, digest }: SealView) => ({ revision, digest })
const view = async (who: string, id: string) => (await send(who, 'GET', `/api/seals/${id}`)).as<SealView>()

async function drafted(body: SealBody = POND): Promise<SealView> {
  const answer = await post('kuai', '/api/villages/liushu/seals', body)
  expect(answer).toMatchObject({ status: 201 })
  return answer.as<SealView>()
}

async function submitted(body?: SealBody): Promise<SealView> {
  const draft = await drafted(body)
  const answer = await post('kuai', `/api/seals/${draft.id}/submission`, { shown: shownOf(draft) })
  expect(answer).toMatchObject({ status: 200 })
  return answer.as<SealView>()
}

async function challenge(who: string, seal: SealView, slot: SealSlot): Promise<ChallengeAnswer> {
  const answer = await post(who, `/api/seals/${seal.id}/challenges`, { slot, shown: shownOf(seal) })
  expect(answer).toMatchObject({ status: 201 })
  return answer.as<ChallengeAnswer>()
}

function signatureBody(seal: SealView, slot: SealSlot, nonce: string, soter?: object) {
  return { slot, shown: shownOf(seal), nonce, strokes: drawnName(++drawings), ...(soter === undefined ? {} : { soter }) }
}

async function sign(slot: SealSlot, seal: SealView): Promise<TestAnswer> {
  const { nonce } = await challenge(SIGNERS[slot], seal, slot)
  return post(SIGNERS[slot], `/api/seals/${seal.id}/signatures`, signatureBody(seal, slot, nonce))
}

async function approved(body?: SealBody): Promise<SealView> {
  const seal = await submitted(body)
  for (const slot of ['secretary', 'supervisor', 'director'] as const) {
    expect(await sign(slot, seal)).toMatchObject({ status: 201 })
  }
  return view('kuai', seal.id)
}

const use = (id: string, copies = 1, documentSha256 = SHA.contract, key?: string) =>
  post('kuai', `/api/seals/${id}/uses`, { documentSha256, copies }, key)

describe('from the wish to the print', () => {
  test('drafted, asked for, signed by three, used, and in the register for all to see', async () => {
    const draft = await drafted()
    expect(draft).toMatchObject({
      status: 'draft', title: '鱼塘承包三年', copiesLeft: 3, revision: 1, document: { sha256: SHA.contract },
      consent: { heldOn: '2026-09-12', minutes: { id: 'minutes' } }, may: { save: true, submit: true, sign: [], use: false },
    })
    expect(draft.slots.map(({ slot, people }) => [slot, people.map(({ name }) => name)]))
      .toEqual([['supervisor', ['简正']], ['director', ['陈明']], ['secretary', ['李建国']]])
    await post('kuai', `/api/seals/${draft.id}/submission`, { shown: shownOf(draft) })
    const lists = (await send('chen', 'GET', '/api/villages/liushu/seals')).as<SealsAnswer>()
    expect(lists.requests).toMatchObject([{ id: draft.id, status: 'signing', isMine: true, waitsFor: ['supervisor', 'director', 'secretary'] }])
    const seal = await view('li', draft.id)
    expect(seal.may.sign).toEqual(['secretary'])
    for (const slot of ['secretary', 'director', 'supervisor'] as const) await sign(slot, seal)
    const ready = await view('kuai', seal.id)
    expect(ready).toMatchObject({ status: 'approved', may: { use: true, save: false, withdraw: false } })
    expect(ready.slots.map(({ signed }) => [signed?.by.name, signed?.level, signed?.strokes?.strokes.length]))
      .toEqual([['简正', 'drawn', 2], ['陈明', 'drawn', 2], ['李建国', 'drawn', 2]])
    const used = await use(seal.id, 2)
    expect(used).toMatchObject({ status: 201 })
    expect(used.as<SealView>()).toMatchObject({ status: 'approved', copiesLeft: 1, uses: [{ label: '2026-001', copies: 2 }] })
    expect((await use(seal.id, 1)).as<SealView>()).toMatchObject({ status: 'used', copiesLeft: 0 })
    const asResident = (await send('wang', 'GET', '/api/villages/liushu/seals')).as<SealsAnswer>()
    expect(asResident).toMatchObject({ requests: [], mayDraft: false })
    expect(asResident.register).toMatchObject([
      { label: '2026-002', title: '鱼塘承包三年', copies: 1, documentSha256: SHA.contract, by: { name: '蒯计' } },
      { label: '2026-001', copies: 2 },
    ])
  })

  test('with the key of his own phone it is a higher level; a failed check stores nothing', async () => {
    const seal = await submitted()
    const first = await challenge('li', seal, 'secretary')
    const { resultJSON, resultJSONSignature } = server.weChat.standIn.world.soter.sign('open-li', first.challenge)
    const soter = { json: resultJSON, signature: resultJSONSignature }
    const url = `/api/seals/${seal.id}/signatures`
    const forged = { ...soter, signature: 'AAAA' }
    expect(await post('li', url, signatureBody(seal, 'secretary', first.nonce, forged)))
      .toMatchObject({ status: 409, code: 'expense.soter-refused' })
    expect((await view('li', seal.id)).slots.every(({ signed }) => signed === null)).toBe(true)
    expect(await post('li', url, signatureBody(seal, 'secretary', first.nonce, soter))).toMatchObject({ status: 201 })
    expect((await view('li', seal.id)).slots[2]).toMatchObject({ signed: { level: 'soter' } })
  })

  test('a change voids what was signed; saved unchanged, nothing happens', async () => {
    const seal = await submitted()
    await sign('secretary', seal)
    const same = await send('kuai', 'PUT', `/api/seals/${seal.id}`, { content: POND, shown: shownOf(seal) })
    expect(same.as<SealView>()).toMatchObject({ revision: 1, status: 'signing' })
    const changed = await send('kuai', 'PUT', `/api/seals/${seal.id}`, { content: { ...POND, copies: 5 }, shown: shownOf(seal) })
    expect(changed.as<SealView>()).toMatchObject({ revision: 2, status: 'draft', copies: 5 })
    expect(changed.as<SealView>().slots.every(({ signed }) => signed === null)).toBe(true)
    const stale = await post('chen', `/api/seals/${seal.id}/challenges`, { slot: 'director', shown: shownOf(seal) })
    expect(stale).toMatchObject({ status: 409, code: 'seal.stale' })
  })

  test('refused with a reason, changed, asked for again; taken back; withdrawn', async () => {
    const seal = await submitted()
    const refusal = { slot: 'supervisor', shown: shownOf(seal), reason: '租金太低' }
    expect((await post('jian', `/api/seals/${seal.id}/refusal`, refusal)).as<SealView>())
      .toMatchObject({ status: 'refused', refusedWhy: { by: { name: '简正' }, reason: '租金太低' } })
    const changed = (await send('kuai', 'PUT', `/api/seals/${seal.id}`, { content: { ...POND, copies: 2 }, shown: shownOf(seal) })).as<SealView>()
    await post('kuai', `/api/seals/${seal.id}/submission`, { shown: shownOf(changed) })
    await sign('director', changed)
    const back = await post('chen', `/api/seals/${seal.id}/take-back`, { slot: 'director', shown: shownOf(changed) })
    expect(back.as<SealView>()).toMatchObject({ status: 'signing', may: { sign: ['director'], takeBack: [] } })
    expect((await post('kuai', `/api/seals/${seal.id}/withdrawal`)).as<SealView>()).toMatchObject({ status: 'withdrawn' })
    expect(await post('li', `/api/seals/${seal.id}/challenges`, { slot: 'secretary', shown: shownOf(changed) }))
      .toMatchObject({ status: 409, code: 'seal.frozen' })
  })
})

describe('what is refused', () => {
  test('an old nonce, another’s, another slot’s, one used up; the same drawing twice', async () => {
    const seal = await submitted()
    const url = `/api/seals/${seal.id}/signatures`
    const refused = { status: 409, code: 'expense.challenge-refused' }
    const his = await challenge('li', seal, 'secretary')
    expect(await post('li', url, signatureBody(seal, 'secretary', 'made-up'))).toMatchObject(refused)
    expect(await post('chen', url, signatureBody(seal, 'director', his.nonce))).toMatchObject(refused)
    expect(await post('li', url, signatureBody(seal, 'director', his.nonce))).toMatchObject({ status: 403, code: 'seal.not-entitled' })
    await server.db.clock.advance(600_000)
    expect(await post('li', url, signatureBody(seal, 'secretary', his.nonce))).toMatchObject(refused)
    const fresh = await challenge('li', seal, 'secretary')
    const body = signatureBody(seal, 'secretary', fresh.nonce)
    expect(await post('li', url, body)).toMatchObject({ status: 201 })
    // The answer was lost and the phone sends it again: the same answer.
    expect(await post('li', url, body)).toMatchObject({ status: 201 })
    await post('li', `/api/seals/${seal.id}/take-back`, { slot: 'secretary', shown: shownOf(seal) })
    expect(await post('li', url, signatureBody(seal, 'secretary', fresh.nonce))).toMatchObject(refused)
    const third = await challenge('li', seal, 'secretary')
    expect(await post('li', url, { ...body, nonce: third.nonce })).toMatchObject({ status: 409, code: 'expense.strokes-used' })
    const dot = { height: 400, strokes: [[[500, 200, 0]]] }
    expect(await post('li', url, { ...body, nonce: third.nonce, strokes: dot })).toMatchObject({ status: 422, code: 'expense.strokes-invalid' })
    expect(await post('li', url, { ...body, nonce: third.nonce, strokes: { height: 400, strokes: [['x', null]] } }))
      .toMatchObject({ status: 422 })
  })

  test('yesterday’s director, and whoever is related to the other side', async () => {
    const seal = await submitted({ ...POND, counterparty: { name: '王桂花', personId: 'wang' } })
    await server.db.unitOfWork.run(async (work) => {
      const [director] = await work.find(postTable, { personId: 'chen', kind: 'director' })
      if (director !== undefined) work.update(postTable, { ...director, toAt: work.now })
    })
    // He is nobody in the village now, so there is nothing to see for him either.
    expect(await post('chen', `/api/seals/${seal.id}/challenges`, { slot: 'director', shown: shownOf(seal) }))
      .toMatchObject({ status: 404, code: 'seal.not-found' })
    const related = await post('jian', '/api/villages/liushu/kinships', { personId: 'li', relativeId: 'wang', kind: 'in-law' })
    expect(related.status).toBe(201)
    expect(await post('li', `/api/seals/${seal.id}/challenges`, { slot: 'secretary', shown: shownOf(seal) }))
      .toMatchObject({ status: 403, code: 'seal.not-entitled' })
  })

  test('another document, more copies than signed for, before all three have signed', async () => {
    const waiting = await submitted()
    expect(await use(waiting.id)).toMatchObject({ status: 409, code: 'seal.not-approved' })
    await photos('second-contract', 'second-minutes')
    const seal = await approved({
      ...POND, documentPhotoId: 'second-contract', consent: { heldOn: '2026-09-12', minutesPhotoId: 'second-minutes' },
    })
    expect(await use(seal.id, 1, SHA.other)).toMatchObject({ status: 409, code: 'seal.other-document' })
    expect(await use(seal.id, 4)).toMatchObject({ status: 409, code: 'seal.too-many-copies' })
    expect(await use(seal.id, 1.5)).toMatchObject({ status: 409, code: 'seal.too-many-copies' })
    expect((await view('kuai', seal.id)).uses).toEqual([])
  })

  test('a photo of another paper, and one that is not there', async () => {
    await drafted()
    expect(await post('kuai', '/api/villages/liushu/seals', POND)).toMatchObject({ status: 404, code: 'file.not-found' })
    const unknown = { ...POND, documentPhotoId: 'unknown', consent: undefined }
    expect(await post('kuai', '/api/villages/liushu/seals', unknown)).toMatchObject({ status: 404, code: 'file.not-found' })
  })

  test('for strangers and residents a request is not there; superiors see it and ask for nothing', async () => {
    const seal = await submitted()
    for (const who of ['qian', 'wang', 'he', 'tang']) {
      expect(await send(who, 'GET', `/api/seals/${seal.id}`)).toMatchObject({ status: 404, code: 'seal.not-found' })
      expect(await post(who, `/api/seals/${seal.id}/withdrawal`)).toMatchObject({ status: 404 })
      expect(await post(who, '/api/villages/liushu/seals', POND)).toMatchObject({ status: 404 })
    }
    for (const who of ['qian', 'tang']) expect(await send(who, 'GET', '/api/villages/liushu/seals')).toMatchObject({ status: 404 })
    for (const who of ['sun', 'wu', 'zhou', 'jian']) {
      expect(await view(who, seal.id)).toMatchObject({ id: seal.id, may: { save: false, withdraw: false } })
      expect(await post(who, `/api/seals/${seal.id}/withdrawal`)).toMatchObject({ status: 403, code: 'seal.only-village' })
    }
  })
})
