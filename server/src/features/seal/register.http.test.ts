import { DAY_MS } from '@huiying/shared/kernel'
import type { SealsAnswer, SealView } from '@huiying/shared/seal'
import { POND, SHA, startSealApp, type SealApp } from '../../../test/support/seal-app'
import { viewerOf } from '../../../test/support/small-village'
import { UseSeal } from './use-seal'

let app: SealApp
beforeEach(async () => {
  app = await startSealApp()
})
afterEach(() => app.stop())

describe('the register', () => {
  test('a use sent twice with one key is one use; another wish with that key a conflict', async () => {
    const seal = await app.approved()
    const key = app.newKey()
    const [first, again] = [await app.use(seal.id, 1, SHA.contract, key), await app.use(seal.id, 1, SHA.contract, key)]
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.as<SealView>().uses).toMatchObject([{ label: '2026-001' }])
    expect(await app.use(seal.id, 2, SHA.contract, key)).toMatchObject({ status: 409, code: 'request.key-reused' })
    expect(await app.server.send('POST', `/api/seals/${seal.id}/uses`, {
      token: await app.server.signIn('open-kuai'), body: { documentSha256: SHA.contract, copies: 1 },
    })).toMatchObject({ status: 400, code: 'request.key-missing' })
  })

  test('a number in the title is the cadres’ own; the village reads it masked', async () => {
    const seal = await app.approved({ ...POND, title: '包给 13812345678 的鱼塘' })
    const used = (await app.use(seal.id)).as<SealView>()
    expect(used.uses).toMatchObject([{ title: '包给 13812345678 的鱼塘' }])
    const { register } = (await app.send('wang', 'GET', '/api/villages/liushu/seals')).as<SealsAnswer>()
    expect(register).toMatchObject([{ title: '包给 138****5678 的鱼塘' }])
  })

  test('numbers begin anew with the year', async () => {
    const seal = await app.approved()
    await app.use(seal.id)
    await app.server.db.clock.advance(120 * DAY_MS)
    app.forgetSessions()
    expect((await app.use(seal.id)).as<SealView>().uses.map(({ label }) => label)).toEqual(['2026-001', '2027-001'])
  })

  test('two servers, many uses at once, of several requests: every number once, none left out', async () => {
    const { database } = app.server.db
    const another = await app.server.db.openAnother()
    const requests: SealView[] = []
    for (const name of ['a', 'b', 'c']) {
      await app.photos(`${name}-contract`, `${name}-minutes`)
      const consent = { heldOn: '2026-09-12', minutesPhotoId: `${name}-minutes` }
      requests.push(await app.approved({ ...POND, copies: 6, documentPhotoId: `${name}-contract`, consent }))
    }
    const viewer = await viewerOf(database, 'kuai')
    const desks = [database, another].map(({ unitOfWork, ids }) => new UseSeal(unitOfWork, ids))
    const tries = requests.flatMap(({ id }) => Array.from({ length: 8 }, (_, at) => ({ id, desk: desks[at % 2] })))
    const outcomes = await Promise.all(tries.map(({ id, desk }) =>
      desk?.execute(viewer, id, { documentSha256: SHA.contract, copies: 1 }).then(() => 'used', (error: { code: string }) => error.code)))
    const used = outcomes.filter((outcome) => outcome === 'used').length
    // Six copies each; whoever lost every race is told to try again, and has left no gap.
    expect(outcomes.filter((outcome) => !['used', 'seal.too-many-copies', 'request.conflict', 'server.busy'].includes(outcome ?? ''))).toEqual([])
    expect(used).toBeGreaterThan(3)
    const rows = await database.reads.query<{ number: number }>('SELECT number FROM seal_uses ORDER BY number', [])
    expect(rows.map(({ number }) => Number(number))).toEqual(Array.from({ length: used }, (_, at) => at + 1))
    for (const { id } of requests) {
      const { copiesLeft, uses } = await app.view('kuai', id)
      expect(copiesLeft).toBe(6 - uses.length)
    }
  })
})
