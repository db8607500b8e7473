import type { ChallengeAnswer } from '@huiying/shared/expenses'
import type { SealBody, SealSlot, SealView } from '@huiying/shared/seal'
import { fileTable } from '../../src/features/files/file.table'
import { drawnName } from './drawn-name'
import { postOf, settlePerson } from './small-village'
import { startTestApp, type TestAnswer, type TestApp } from './test-app'

/** Who signs what in 柳树村. */
const SIGNERS: Readonly<Record<SealSlot, string>> = { supervisor: 'jian', director: 'chen', secretary: 'li' }
export const SHA = { contract: 'c'.repeat(64), minutes: 'd'.repeat(64), other: 'e'.repeat(64) }
export const POND: SealBody = {
  kind: 'contracting-out', title: '鱼塘承包三年', counterparty: { name: '孙老板' }, documentPhotoId: 'contract', copies: 3,
  consent: { heldOn: '2026-09-12', minutesPhotoId: 'minutes' },
}

type PhotoName = keyof typeof SHA | `${string}-${keyof typeof SHA}`

export const shownOf = ({ revision, digest }: SealView) => ({ revision, digest })

/** The whole server, with a supervisor (简正) and an accountant (蒯计), who asks for the seal of 柳树村. */
export async function startSealApp() {
  const server: TestApp = await startTestApp()
  const tokens = new Map<string, string>()
  let drawings = 0
  let keys = 0

  await settlePerson(server.db.database, { id: 'jian', name: '简正' }, postOf('jian', 'supervisor', 'liushu'))
  await settlePerson(server.db.database, { id: 'kuai', name: '蒯计' }, postOf('kuai', 'accountant', 'liushu'))

  /** Uploaded by the accountant; the last part of a name says which bytes. */
  const photos = (...ids: readonly PhotoName[]): Promise<void> =>
    server.db.unitOfWork.run(async (work) => work.insert(fileTable, ...ids.map((id) => ({
      id, kind: 'photo' as const, ownerAccountId: 'account-kuai', mime: 'image/jpeg', bytes: 1, width: 1, height: 1,
      durationMs: null, sha256: SHA[(id.split('-').pop() ?? id) as keyof typeof SHA], alikeHash: null,
      createdAt: work.now, subjectId: null,
    }))))
  await photos('contract', 'minutes', 'other')

  const send = async (
    who: string,
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    body?: object,
    key?: string,
  ): Promise<TestAnswer> => {
    const token = tokens.get(who) ?? await server.signIn(`open-${who}`)
    tokens.set(who, token)
    return server.send(method, url, {
      token, ...(body === undefined ? {} : { body }), ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
    })
  }
  const newKey = () => `seal-test-key-${`${++keys}`.padStart(6, '0')}`
  const post = (who: string, url: string, body: object = {}, key = newKey()) => send(who, 'POST', url, body, key)
  const view = async (who: string, id: string) => (await send(who, 'GET', `/api/seals/${id}`)).as<SealView>()
  const mustBe = (status: number, answer: TestAnswer): TestAnswer => {
    if (answer.status !== status) throw new Error(`${answer.status} ${answer.text}`)
    return answer
  }

  const drafted = async (body: SealBody = POND): Promise<SealView> =>
    mustBe(201, await post('kuai', '/api/villages/liushu/seals', body)).as<SealView>()
  const submitted = async (body?: SealBody): Promise<SealView> => {
    const draft = await drafted(body)
    return mustBe(200, await post('kuai', `/api/seals/${draft.id}/submission`, { shown: shownOf(draft) })).as<SealView>()
  }
  const challenge = async (who: string, seal: SealView, slot: SealSlot): Promise<ChallengeAnswer> => {
    const url = `/api/seals/${seal.id}/challenges`
    return mustBe(201, await post(who, url, { slot, shown: shownOf(seal) })).as<ChallengeAnswer>()
  }
  /** With another drawing each time. */
  const signatureBody = (seal: SealView, slot: SealSlot, nonce: string, soter?: object) => ({
    slot, shown: shownOf(seal), nonce, strokes: drawnName(++drawings), ...(soter === undefined ? {} : { soter }),
  })
  const sign = async (slot: SealSlot, seal: SealView): Promise<TestAnswer> => {
    const { nonce } = await challenge(SIGNERS[slot], seal, slot)
    return mustBe(201, await post(SIGNERS[slot], `/api/seals/${seal.id}/signatures`, signatureBody(seal, slot, nonce)))
  }
  const approved = async (body?: SealBody): Promise<SealView> => {
    const seal = await submitted(body)
    for (const slot of ['secretary', 'supervisor', 'director'] as const) await sign(slot, seal)
    return view('kuai', seal.id)
  }
  const use = (id: string, copies = 1, documentSha256 = SHA.contract, key?: string) =>
    post('kuai', `/api/seals/${id}/uses`, { documentSha256, copies }, key)

  return {
    server, photos, send, newKey, post, view, drafted, submitted, challenge, signatureBody, sign, approved, use,
    /** Sessions end with time; whoever sends next signs in anew. */
    forgetSessions: () => tokens.clear(),
    stop: () => server.stop(),
  }
}

export type SealApp = Awaited<ReturnType<typeof startSealApp>>
