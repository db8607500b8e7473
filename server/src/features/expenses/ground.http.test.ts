import type { DecisionBody, DecisionsAnswer, KinshipsAnswer } from '@huiying/shared/expenses'
import { SIGNERS, startMoneyApp, type Who } from '../../../test/support/money-app'
import { postOf, settlePerson, viewerOf } from '../../../test/support/small-village'
import { AddKinship } from './keep-kinships'

let app: Awaited<ReturnType<typeof startMoneyApp>>
beforeEach(async () => {
  app = await startMoneyApp()
})
afterEach(() => app.stop())

const BRIDGE: Omit<DecisionBody, 'photoIds'> = {
  title: '修石桥', method: 'four-two', passedOn: '2026-09-12', budgetFen: 5_000_000, presentCount: 41, yesCount: 38,
}

describe('decisions', () => {
  const URL = 'villages/liushu/decisions'
  const recorded = async (changes: object = {}, key?: string) =>
    app.send('bao', 'POST', URL, { ...BRIDGE, photoIds: [await app.photo('bao')], ...changes }, key)

  test('recorded by the accountant with the minutes, seen by who works on them, with what is used of the budget', async () => {
    const answer = await recorded()
    expect(answer.status).toBe(201)
    const [row] = answer.as<DecisionsAnswer>().decisions
    const first = { ...BRIDGE, usedFen: 0, isVoided: false }
    expect(answer.as<DecisionsAnswer>()).toMatchObject({ mayRecord: true, decisions: [first] })
    expect(row?.photos).toHaveLength(1)
    await app.submitted(2_500_000, { decisionId: row?.id ?? '' })
    for (const who of ['li', 'jian', 'zhou', 'sun', 'wu', 'jing'] as const) {
      const shown = (await app.send(who, 'GET', URL)).as<DecisionsAnswer>()
      expect(shown).toMatchObject({ mayRecord: false, decisions: [{ usedFen: 2_500_000 }] })
    }
    for (const who of ['wang', 'he', 'qian', 'xia', 'guan'] as const) {
      expect(await app.send(who, 'GET', URL)).toMatchObject({ status: 404, code: 'identity.village-not-found' })
    }
  })

  test('one sent twice with its key is one', async () => {
    const photoIds = [await app.photo('bao')]
    await recorded({ photoIds }, 'decision-key-1')
    expect((await recorded({ photoIds }, 'decision-key-1')).as<DecisionsAnswer>().decisions).toHaveLength(1)
  })

  test('refused: by others, incomplete, with somebody else’s photo', async () => {
    const body = { ...BRIDGE, photoIds: [await app.photo('bao')] }
    for (const who of ['li', 'jian', 'sun'] as const) {
      expect(await app.send(who, 'POST', URL, body)).toMatchObject({ status: 403, code: 'expense.only-accountant' })
    }
    for (const who of ['qian', 'xia', 'guan'] as const) expect(await app.send(who, 'POST', URL, body)).toMatchObject({ status: 404 })
    expect(await recorded({ yesCount: 20 })).toMatchObject({ status: 422, code: 'expense.decision-invalid' })
    expect(await recorded({ passedOn: '2026-09-20' })).toMatchObject({ status: 422, code: 'expense.decision-invalid' })
    expect(await recorded({ photoIds: [await app.photo('li')] })).toMatchObject({ status: 404, code: 'file.not-found' })
    expect((await app.send('bao', 'GET', URL)).as<DecisionsAnswer>().decisions).toEqual([])
  })

  test('taken back, nothing new may rest on it', async () => {
    const id = (await recorded()).as<DecisionsAnswer>().decisions[0]?.id ?? ''
    const draft = await app.draft(await app.cement(2_500_000, { decisionId: id }))
    for (const who of ['qian', 'xia', 'lan', 'wang'] as const) {
      const status = who === 'wang' ? 403 : 404
      expect(await app.send(who, 'POST', `decisions/${id}/voiding`, {})).toMatchObject({ status })
    }
    expect(await app.send('bao', 'POST', 'decisions/unknown/voiding', {})).toMatchObject({ status: 404 })
    expect((await app.send('bao', 'POST', `decisions/${id}/voiding`, {})).as<DecisionsAnswer>().decisions).toMatchObject([{ isVoided: true }])
    expect((await app.send('bao', 'POST', `decisions/${id}/voiding`, {})).status).toBe(200)
    expect(await app.submit(draft)).toMatchObject({ status: 422, code: 'expense.decision-not-found' })
  })

  test('taken back while people sign: nobody approves on it', async () => {
    const id = (await recorded()).as<DecisionsAnswer>().decisions[0]?.id ?? ''
    const shown = await app.submitted(100_000, { decisionId: id })
    const signed = await app.signedBy(shown, SIGNERS.slice(0, -1))
    await app.send('bao', 'POST', `decisions/${id}/voiding`, {})
    expect(await app.sign('li', 'approver', signed)).toMatchObject({ status: 409, code: 'expense.decision-voided' })
    expect((await app.view(shown.id)).status).toBe('signing')
  })
})

describe('the register of close relatives', () => {
  const URL = 'villages/liushu/kinships'
  const add = (who: Who, personId: string, relativeId: string, kind = 'sibling') =>
    app.send(who, 'POST', URL, { personId, relativeId, kind })

  test('kept by supervisor, staff and admin; for all others it is not there', async () => {
    const added = await add('jian', 'li', 'zhao')
    expect(added.status).toBe(201)
    const [line] = added.as<KinshipsAnswer>().kinships
    expect(line).toMatchObject({ person: { name: '李建国', post: 'secretary' }, relative: { name: '赵大山' }, kind: 'sibling' })
    for (const who of ['jian', 'sun', 'guan'] as const) {
      const { kinships, people } = (await app.send(who, 'GET', URL)).as<KinshipsAnswer>()
      expect(kinships).toHaveLength(1)
      expect(people.map(({ personId }) => personId)).toEqual(expect.arrayContaining(['wang', 'zhao', 'li', 'chen', 'bao']))
      expect(people.map(({ personId }) => personId)).not.toContain('qian')
    }
    for (const who of ['bao', 'li', 'chen', 'wang', 'zhou', 'wu', 'lan', 'qian', 'he'] as const) {
      expect(await app.send(who, 'GET', URL)).toMatchObject({ status: 404 })
      expect(await add(who, 'chen', 'wang')).toMatchObject({ status: 404 })
      expect(await app.send(who, 'DELETE', `kinships/${line?.id}`)).toMatchObject({ status: 404, code: 'expense.kinship-not-found' })
    }
    expect((await app.send('guan', 'DELETE', `kinships/${line?.id}`)).as<KinshipsAnswer>().kinships).toEqual([])
    expect(await app.send('guan', 'DELETE', `kinships/${line?.id}`)).toMatchObject({ status: 404 })
  })

  test('the supervisor touches no line of his own: else he strikes it out and signs', async () => {
    expect(await add('jian', 'zhao', 'jian')).toMatchObject({ status: 403, code: 'expense.kinship-own' })
    const [line] = (await add('sun', 'jian', 'zhao')).as<KinshipsAnswer>().kinships
    const strike = (who: Who) => app.send(who, 'DELETE', `kinships/${line?.id}`)
    expect(await strike('jian')).toMatchObject({ status: 403, code: 'expense.kinship-own' })
    expect((await strike('sun')).as<KinshipsAnswer>().kinships).toEqual([])
  })

  test('once, either way round; not himself, nobody unknown, nobody of another village alone', async () => {
    await add('sun', 'li', 'zhao')
    expect(await add('sun', 'zhao', 'li')).toMatchObject({ status: 409, code: 'expense.kinship-exists' })
    for (const [one, other] of [['li', 'li'], ['li', 'nobody'], ['qian', 'xia']] as const) {
      expect(await add('sun', one, other)).toMatchObject({ status: 422, code: 'expense.kinship-invalid' })
    }
    expect(await add('sun', 'chen', 'qian')).toMatchObject({ status: 201 })
  })

  test('both ways round at once on two servers: one line', async () => {
    const { database } = app.http.db
    const another = await app.http.db.openAnother()
    const viewer = await viewerOf(database, 'jian')
    const enter = (on: typeof another, personId: string, relativeId: string) =>
      new AddKinship(on.unitOfWork, on.ids).execute(viewer, 'liushu', { personId, relativeId, kind: 'spouse' })
        .then(() => 'entered', (error: { code: string }) => error.code)
    const outcomes = await Promise.all([enter(database, 'chen', 'wang'), enter(another, 'wang', 'chen')])
    expect(outcomes.sort()).toEqual(['entered', 'expense.kinship-exists'])
  })

  test('counts from the next signature on: the payee’s brother does not sign', async () => {
    const shown = await app.submitted(100_000, {
      payee: { kind: 'firm', name: '赵家建材', personId: 'zhao', accountNumber: '6222 0200 1234 5678' },
    })
    await add('jian', 'zhao', 'jing')
    expect(await app.sign('jing', 'handler', shown)).toMatchObject({ status: 403, code: 'expense.not-entitled' })
  })

  test('an admin of the next village keeps no register here', async () => {
    await settlePerson(app.http.db.database, { id: 'mo', name: '莫管' }, postOf('mo', 'admin', 'taoyuan'))
    const token = await app.http.signIn('open-mo')
    expect(await app.http.send('GET', `/api/${URL}`, { token })).toMatchObject({ status: 404 })
    expect(await app.http.send('GET', '/api/villages/taoyuan/kinships', { token })).toMatchObject({ status: 200 })
  })
})
