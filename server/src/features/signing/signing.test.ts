import type { ChallengeUse, SigningChallenge, Strokes } from '@huiying/shared/expenses'
import { DAY_MS, DomainError } from '@huiying/shared/kernel'
import { freshDatabase, type FreshDatabase } from '../../../test/support/fresh-database'
import { drawnName } from '../../../test/support/drawn-name'
import { settleSmallVillage, viewerOf } from '../../../test/support/small-village'
import { startTestWeChat, type TestWeChat } from '../../../test/support/wechat'
import { challengeTable } from './challenge.table'
import {
  challengeByNonce, challengeDigest, checkedDrawing, drawingInHand, drawingsOf, keepChallenge, newNonce, signatureLevel,
} from './public'
import { purgeChallenges } from './purge-challenges'

let db: FreshDatabase
beforeEach(async () => {
  db = await freshDatabase()
  await settleSmallVillage(db.database)
})
afterEach(() => db.close())

const codeOf = async (act: Promise<unknown>): Promise<string> =>
  act.then(() => 'nothing', (error: unknown) => (error instanceof DomainError ? error.code : String(error)))

function issued(nonce: string): SigningChallenge {
  const now = db.clock.at()
  return {
    nonce, subjectId: 'x1', slot: 'director', personId: 'chen', revision: 1, digest: 'd'.repeat(64), issuedAt: now,
    expiresAt: now + 600_000, usedAt: null,
  }
}

describe('challenges', () => {
  test('no two nonces are alike, and none is short', () => {
    const nonces = Array.from({ length: 1_000 }, newNonce)
    expect(new Set(nonces).size).toBe(1_000)
    expect(nonces.every((nonce) => /^[\w-]{43}$/.test(nonce))).toBe(true)
  })

  test('kept, found by its nonce, used once', async () => {
    const challenge = issued(newNonce())
    await db.unitOfWork.run(async (work) => keepChallenge(work, challenge))
    const used = await db.unitOfWork.run(async (work) => {
      const found = await challengeByNonce(work, challenge.nonce)
      expect(found).toEqual(challenge)
      keepChallenge(work, { ...challenge, usedAt: work.now })
      return work.now
    })
    const again = await db.unitOfWork.run((work) => challengeByNonce(work, challenge.nonce))
    expect(again).toEqual({ ...challenge, usedAt: used })
    expect(await db.unitOfWork.run((work) => challengeByNonce(work, newNonce()))).toBeNull()
  })

  test('one that was over a day ago is forgotten, in batches; younger ones stay', async () => {
    const old = Array.from({ length: 501 }, (_, at) => issued(`old-${at}`))
    await db.unitOfWork.run(async (work) => work.insert(challengeTable, ...old))
    await db.clock.advance(DAY_MS)
    await db.unitOfWork.run(async (work) => keepChallenge(work, issued('young')))
    await purgeChallenges(db.unitOfWork)
    expect(await db.reads.query('SELECT nonce FROM signing_challenges', [])).toHaveLength(502)
    await db.clock.advance(600_001)
    await purgeChallenges(db.unitOfWork)
    const left = await db.reads.query<{ nonce: string }>('SELECT nonce FROM signing_challenges', [])
    expect(left.map(({ nonce }) => nonce)).toEqual(['young'])
  })
})

describe('drawings', () => {
  const keep = (strokes: Strokes, personId = 'chen') => db.unitOfWork.run(async (work) => {
    const drawing = await drawingInHand(work, db.database.ids, personId, strokes)
    drawing.keep()
    return drawing.bytes
  })

  test('kept as drawn, and its digest is of the strokes', async () => {
    const bytes = await keep(drawnName(1))
    expect(bytes.sha256).toBe(checkedDrawing(drawnName(1)).sha256)
    expect(await drawingsOf(db.reads, [bytes.fileId, 'unknown'])).toEqual(new Map([[bytes.fileId, drawnName(1)]]))
    expect(await drawingsOf(db.reads, [])).toEqual(new Map())
  })

  test('a copy of anybody’s drawing is refused, and only once something is to be stored', async () => {
    await keep(drawnName(1))
    expect(await codeOf(keep(drawnName(1)))).toBe('expense.strokes-used')
    expect(await codeOf(keep(drawnName(1), 'li'))).toBe('expense.strokes-used')
    const looked = db.unitOfWork.run(async (work) => {
      await drawingInHand(work, db.database.ids, 'li', drawnName(1))
    })
    expect(await codeOf(looked)).toBe('nothing')
  })

  test('of two that send the same drawing at once, one is refused', async () => {
    const other = await db.openAnother()
    const from = ({ unitOfWork, ids }: Pick<typeof other, 'unitOfWork' | 'ids'>) => codeOf(unitOfWork.run(async (work) =>
      (await drawingInHand(work, ids, 'li', drawnName(2))).keep()))
    expect((await Promise.all([from(db.database), from(other)])).sort()).toEqual(['expense.strokes-used', 'nothing'])
  })

  test('what is more than strokes is left out, what is no signature refused', async () => {
    const extra = { ...drawnName(3), owner: '陈明' }
    expect(checkedDrawing(extra).canonical).not.toContain('陈明')
    expect(await codeOf(keep({ height: 400, strokes: [] }))).toBe('expense.strokes-invalid')
  })
})

describe('how surely it was he', () => {
  let wechat: TestWeChat
  beforeEach(async () => {
    wechat = await startTestWeChat()
  })
  afterEach(() => wechat.standIn.stop())

  const USE: ChallengeUse<string> = {
    nonce: 'n1', subjectId: 'x1', slot: 'director', personId: 'chen', revision: 1, digest: 'd'.repeat(64),
  }
  const onPhoneOf = (openid: string, challenge: string) => {
    const { resultJSON, resultJSONSignature } = wechat.standIn.world.soter.sign(openid, challenge)
    return { json: resultJSON, signature: resultJSONSignature }
  }
  const levelOf = async (soter?: { json: string; signature: string }, use = USE, accountId?: string) =>
    signatureLevel({ reads: db.reads, weChat: wechat.client }, await viewerOf(db.database, 'chen', accountId), use, soter)

  test('without SOTER it is the drawing alone, and nobody is asked', async () => {
    expect(await levelOf()).toBe('drawn')
    expect(wechat.standIn.world.calls('/cgi-bin/soter/verify_signature')).toBe(0)
  })

  test('his own phone, for this very act', async () => {
    expect(await levelOf(onPhoneOf('open-chen', challengeDigest(USE)))).toBe('soter')
  })

  test('another phone, another act, another account and nonsense are refused, not taken for less', async () => {
    const his = onPhoneOf('open-chen', challengeDigest(USE))
    const refused = 'expense.soter-refused'
    expect(await codeOf(levelOf(onPhoneOf('open-li', challengeDigest(USE))))).toBe(refused)
    expect(await codeOf(levelOf({ ...his, signature: 'AAAA' }))).toBe(refused)
    expect(await codeOf(levelOf(his, USE, 'account-li'))).toBe(refused)
    for (const changes of [{ nonce: 'n2' }, { slot: 'approver' }, { revision: 2 }, { subjectId: 'x2' }, { digest: 'e'.repeat(64) }]) {
      expect(await codeOf(levelOf(his, { ...USE, ...changes }))).toBe(refused)
    }
    for (const json of ['', 'null', '[]', '{"raw":1}', `{"raw":"${challengeDigest(USE)}"}`]) {
      expect(await codeOf(levelOf({ json, signature: his.signature }))).toBe(refused)
    }
  })

  test('where WeChat doesn’t answer nothing is decided', async () => {
    const his = onPhoneOf('open-chen', challengeDigest(USE))
    await wechat.standIn.stop()
    expect(await codeOf(levelOf(his))).toMatch(/^WeChatError/)
  })
})
