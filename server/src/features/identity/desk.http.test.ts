import type { DeskAskingAnswer, DeskFetchAnswer, DeskSignInAnswer, DevicesAnswer, Me } from '@huiying/shared/identity'
import { HOUR_MS, MINUTE_MS } from '@huiying/shared/kernel'
import { startTestApp, type TestAnswer, type TestApp } from '../../../test/support/test-app'

const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0.0.0 Safari/537.36'

let server: TestApp
beforeEach(async () => {
  server = await startTestApp()
})
afterEach(() => server.stop())

async function ask(): Promise<DeskSignInAnswer> {
  const answer = await server.send('POST', '/api/session/desk', { headers: { 'user-agent': CHROME } })
  expect(answer.status).toBe(201)
  return answer.as<DeskSignInAnswer>()
}
async function fetched(secret: string): Promise<DeskFetchAnswer> {
  return (await server.send('POST', '/api/session/desk/fetch', { body: { secret } })).as<DeskFetchAnswer>()
}
function type(token: string, code: string): Promise<TestAnswer> {
  return server.send('POST', '/api/session/desk/code', { token, body: { code } })
}
function decide(token: string, signInId: string, approve: boolean): Promise<TestAnswer> {
  return server.send('POST', `/api/session/desk/${signInId}/decision`, { token, body: { approve } })
}
/** A code that no browser shows. */
function wrongOf(code: string, number = 1): string {
  return String((Number(code) + number) % 1_000_000).padStart(6, '0')
}
async function signInAtDesk(phone: string): Promise<string> {
  const { code, secret } = await ask()
  const { signInId } = (await type(phone, code)).as<DeskAskingAnswer>()
  expect((await decide(phone, signInId, true)).status).toBe(204)
  const answer = await fetched(secret)
  if (answer.state !== 'approved') throw new Error(answer.state)
  return answer.session.token
}
async function facts(): Promise<readonly string[]> {
  const rows = await server.db.reads.query<{ type: string }>("SELECT type FROM journal WHERE type LIKE 'identity.de%' ORDER BY id")
  return rows.map(({ type: name }) => name)
}

test('the code is typed and confirmed on the phone, and the browser is in, for twelve hours', async () => {
  const phone = await server.signIn('open-sun')
  const { code, secret, qrSvg } = await ask()
  expect(code).toMatch(/^\d{6}$/)
  expect(qrSvg).toMatch(/^<svg .*<\/svg>$/)
  expect(await fetched(secret)).toEqual({ state: 'waiting' })

  const asking = (await type(phone, code)).as<DeskAskingAnswer>()
  expect(asking).toMatchObject({ browser: 'Windows 电脑，Chrome', askedAt: server.db.clock.at() })
  expect(await fetched(secret)).toEqual({ state: 'typed' })

  await decide(phone, asking.signInId, true)
  const answer = await fetched(secret)
  if (answer.state !== 'approved') throw new Error(answer.state)
  const { token } = answer.session
  expect(answer.session.me.person).toMatchObject({ name: '孙静' })
  expect(token).not.toBe(phone)
  expect((await server.send('GET', '/api/board', { token })).status).toBe(200)
  expect(await facts()).toEqual(['identity.desk-decided', 'identity.desk-opened'])

  server.db.clock.advance(12 * HOUR_MS)
  expect((await server.send('GET', '/api/me', { token })).code).toBe('session.expired')
  expect((await server.send('GET', '/api/me', { token: phone })).as<Me>().person?.name).toBe('孙静')
})

test('the session is fetched once, and by nobody who has the code but not the secret', async () => {
  const phone = await server.signIn('open-sun')
  const { code, secret } = await ask()
  const { signInId } = (await type(phone, code)).as<DeskAskingAnswer>()
  await decide(phone, signInId, true)
  for (const guess of [code.padStart(16, '0'), signInId, `${secret.slice(0, -1)}-`]) {
    expect(await fetched(guess)).toEqual({ state: 'over' })
  }
  const both = await Promise.all([fetched(secret), fetched(secret)])
  expect(both.map(({ state }) => state).sort()).toEqual(['approved', 'over'])
  expect(await fetched(secret)).toEqual({ state: 'over' })
})

test('a code is good for one phone; a second one finds it wrong', async () => {
  const [sun, li] = [await server.signIn('open-sun'), await server.signIn('open-li')]
  const { code, secret } = await ask()
  const { signInId } = (await type(sun, code)).as<DeskAskingAnswer>()
  expect((await type(li, code)).code).toBe('desk.code-wrong')
  expect((await decide(li, signInId, true)).code).toBe('desk.over')
  expect(await fetched(secret)).toEqual({ state: 'typed' })
  await decide(sun, signInId, false)
  expect(await fetched(secret)).toEqual({ state: 'declined' })
  expect((await decide(sun, signInId, true)).code).toBe('desk.over')
})

test('after three minutes the code is wrong, and a yes comes too late', async () => {
  const phone = await server.signIn('open-sun')
  const [early, late] = [await ask(), await ask()]
  const { signInId } = (await type(phone, early.code)).as<DeskAskingAnswer>()
  server.db.clock.advance(3 * MINUTE_MS)
  expect((await type(phone, late.code)).code).toBe('desk.code-wrong')
  expect((await decide(phone, signInId, true)).code).toBe('desk.over')
  expect([await fetched(early.secret), await fetched(late.secret)]).toEqual([{ state: 'over' }, { state: 'over' }])
})

test('five wrong codes close the door for a quarter of an hour, right ones in between or not', async () => {
  const phone = await server.signIn('open-sun')
  const mine = await ask()
  for (const number of [1, 2]) {
    expect((await type(phone, wrongOf(mine.code, number))).text).toContain(`还能试 ${5 - number} 次`)
  }
  expect((await type(phone, mine.code)).status).toBe(200)
  for (const number of [3, 4, 5]) expect((await type(phone, wrongOf(mine.code, number))).code).toBe('desk.code-wrong')
  const { code } = await ask()
  expect(await type(phone, code)).toMatchObject({ status: 429, code: 'desk.codes-over' })
  expect(await facts()).toContain('identity.desk-codes-refused')
  // Somebody else's tries are his own.
  expect((await type(await server.signIn('open-li'), code)).status).toBe(200)
  server.db.clock.advance(15 * MINUTE_MS)
  const again = await ask()
  expect((await type(phone, again.code)).status).toBe(200)
})

test('a resident has no desk, nor has whose post ended between yes and fetching', async () => {
  const { code, secret } = await ask()
  expect((await type(await server.signIn('open-wang'), code)).code).toBe('desk.no-post')
  const phone = await server.signIn('open-sun')
  const { signInId } = (await type(phone, code)).as<DeskAskingAnswer>()
  await decide(phone, signInId, true)
  await server.db.unitOfWork.run(async (work) => {
    work.write("UPDATE posts SET to_at = ? WHERE person_id = 'sun'", [work.now])
  })
  expect(await fetched(secret)).toEqual({ state: 'over' })
})

test('where one is signed in, and out again: one, all others, everywhere', async () => {
  const phone = await server.signIn('open-sun')
  const [first, second] = [await signInAtDesk(phone), await signInAtDesk(phone)]
  const li = await server.signIn('open-li')
  const devices = async (token: string) => (await server.send('GET', '/api/me/devices', { token })).as<DevicesAnswer>().devices
  const isAlive = async (token: string) => (await server.send('GET', '/api/me', { token })).status === 200

  const listed = await devices(phone)
  expect(listed.map(({ browser, isThis }) => [browser, isThis])).toEqual([
    ['Windows 电脑，Chrome', false], ['Windows 电脑，Chrome', false], [null, true],
  ])
  const [ofFirst] = (await devices(first)).filter(({ isThis }) => isThis)
  expect((await server.send('DELETE', `/api/me/devices/${ofFirst?.id}`, { token: li })).code).toBe('desk.device-not-found')
  const left = await server.send('DELETE', `/api/me/devices/${ofFirst?.id}`, { token: phone })
  expect(left.as<DevicesAnswer>().devices).toHaveLength(2)
  expect([await isAlive(first), await isAlive(second)]).toEqual([false, true])
  expect((await server.send('DELETE', `/api/me/devices/${ofFirst?.id}`, { token: phone })).code).toBe('desk.device-not-found')

  await server.send('POST', '/api/session/sign-out', { token: phone, body: { everywhere: true, keepThis: true } })
  expect([await isAlive(second), await isAlive(phone), await isAlive(li)]).toEqual([false, true, true])
  await server.send('POST', '/api/session/sign-out', { token: phone, body: { everywhere: true } })
  expect(await isAlive(phone)).toBe(false)
})

test('one address asks a hundred times a minute, and a thousand codes live at once', async () => {
  for (let turn = 0; turn < 100; turn += 1) await ask()
  expect(await server.send('POST', '/api/session/desk')).toMatchObject({ status: 429, code: 'request.too-many' })
  server.db.clock.advance(MINUTE_MS)
  await ask()
  await server.db.unitOfWork.run(async (work) => {
    for (let number = 0; number < 899; number += 1) {
      const name = `many-${number}`
      work.write(
        `INSERT INTO desk_sign_ins (id, secret_hash, code, browser, asked_at, expires_at)
         SELECT ?, ?, ?, browser, asked_at, expires_at FROM desk_sign_ins ORDER BY expires_at DESC LIMIT 1`,
        [name, name, `m${number}`],
      )
    }
  })
  expect((await server.send('POST', '/api/session/desk')).code).toBe('request.too-many')
  server.db.clock.advance(3 * MINUTE_MS)
  await ask()
  const [{ count } = { count: 0 }] = await server.db.reads.query<{ count: number }>(
    'SELECT COUNT(*) AS count FROM desk_sign_ins WHERE code IS NOT NULL',
  )
  expect(Number(count)).toBe(1)
})

test('nothing a browser says of itself is kept, and no code or secret stands in the database for others to use', async () => {
  const phone = await server.signIn('open-sun')
  const { code, secret } = await ask()
  await type(phone, code)
  const [row] = await server.db.reads.query<object>('SELECT * FROM desk_sign_ins')
  expect(row).toMatchObject({ code: null, browser: 'Windows 电脑，Chrome' })
  expect(JSON.stringify(row)).not.toContain(secret)
  expect(JSON.stringify(row)).not.toContain('Mozilla')
})
