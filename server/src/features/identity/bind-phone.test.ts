import type { Me } from '@huiying/shared/identity'
import { postOf } from '../../../test/support/small-village'
import { startTestApp, type TestApp } from '../../../test/support/test-app'
import { personTable } from './person.table'
import { postTable } from './post.table'

describe('being recognised by the phone number WeChat vouches for', () => {
  let server: TestApp
  let token: string

  beforeEach(async () => {
    server = await startTestApp()
    token = await server.signIn('stranger')
  })
  afterEach(() => server.stop())

  const bind = (body: object, as = token) => server.send('POST', '/api/me/phone', { token: as, body })
  const me = async (as = token) => (await server.send('GET', '/api/me', { token: as })).as<Me>()
  const codeFor = (phone: string, country?: string) => server.weChat.standIn.world.mintPhoneCode(phone, country)

  /** Somebody else on the register with the same number. */
  async function alsoAt(phone: string, id: string, name: string, toAt: number | null = null): Promise<void> {
    await server.db.unitOfWork.run(async (work) => {
      work.insert(personTable, { id, name, phone, code: `P-${id}`, createdAt: 0 })
      work.insert(postTable, postOf(id, 'resident', 'liushu', 0, toAt))
    })
  }

  test('the one person with that number: bound at once, rights included', async () => {
    const answer = await bind({ code: codeFor('13900000001') })
    expect(answer.status).toBe(200)
    expect(answer.as<Me>()).toMatchObject({ person: { id: 'wang', maskedPhone: '139****0001' }, phoneKnown: true })
    expect((await server.send('GET', '/api/villages/liushu/directory', { token })).status).toBe(200)
    const facts = await server.db.reads.query<{ type: string }>('SELECT type FROM journal ORDER BY id')
    expect(facts.map(({ type }) => type)).toEqual(['identity.account-created', 'identity.account-bound'])
  })

  test('one person may have several accounts', async () => {
    const second = await server.signIn('her-tablet')
    await bind({ code: codeFor('13900000001') })
    await bind({ code: codeFor('13900000001') }, second)
    expect([(await me()).person?.id, (await me(second)).person?.id]).toEqual(['wang', 'wang'])
  })

  test('a number nobody has: kept, and the account waits to ask a village', async () => {
    expect((await bind({ code: codeFor('13811112222') })).as<Me>()).toMatchObject({ person: null, phoneKnown: true })
  })

  test('a shared number: asked for the name, and then no second code is needed', async () => {
    await alsoAt('13900000001', 'wang-he', '王河')
    const asked = await bind({ code: codeFor('13900000001') })
    expect(asked).toMatchObject({ status: 422, code: 'identity.name-missing' })
    expect(await me()).toMatchObject({ person: null, phoneKnown: true })
    expect(await bind({ name: '李四' })).toMatchObject({ status: 404, code: 'identity.person-not-found' })
    expect((await bind({ name: ' 王 河 ' })).as<Me>().person).toMatchObject({ id: 'wang-he' })
  })

  test('a shared number with the name told at once', async () => {
    await alsoAt('13900000001', 'wang-he', '王河')
    expect((await bind({ code: codeFor('13900000001'), name: '王桂花' })).as<Me>().person).toMatchObject({ id: 'wang' })
  })

  test('two of one name on one number: the register must say more, nobody is guessed', async () => {
    await alsoAt('13900000001', 'another', '王桂花')
    expect(await bind({ code: codeFor('13900000001'), name: '王桂花' })).toMatchObject({ code: 'identity.person-not-found' })
    expect((await me()).person).toBeNull()
  })

  test('whoever moved away does not share the number any more', async () => {
    await alsoAt('13900000001', 'gone', '王去', server.db.clock.at())
    expect((await bind({ code: codeFor('13900000001') })).as<Me>().person).toMatchObject({ id: 'wang' })
  })

  test('bound is bound: another number changes nothing, and spends no code', async () => {
    await bind({ code: codeFor('13900000001') })
    const code = codeFor('13900000003')
    expect(await bind({ code })).toMatchObject({ status: 409, code: 'identity.already-bound' })
    expect((await me()).person?.id).toBe('wang')
    expect(server.weChat.standIn.world.useCode(code, 'phone')).not.toBe('used')
  })

  test('a used code, a foreign number, no code and no number', async () => {
    const code = codeFor('13811112222')
    await bind({ code })
    expect(await bind({ code })).toMatchObject({ status: 422, code: 'identity.phone-refused' })
    expect(await bind({ code: codeFor('13900000001', '852') })).toMatchObject({ code: 'identity.phone-refused' })
    const fresh = await server.signIn('fresh')
    expect(await bind({}, fresh)).toMatchObject({ status: 409, code: 'identity.phone-missing' })
    expect(await bind({ name: '王桂花' }, fresh)).toMatchObject({ code: 'identity.phone-missing' })
    expect((await me(fresh)).phoneKnown).toBe(false)
  })

  test('two taps at the same instant: bound once', async () => {
    const answers = await Promise.all([bind({ code: codeFor('13900000001') }), bind({ code: codeFor('13900000001') })])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const bound = await server.db.reads.query('SELECT id FROM journal WHERE type = ?', ['identity.account-bound'])
    expect(bound).toHaveLength(1)
  })
})
