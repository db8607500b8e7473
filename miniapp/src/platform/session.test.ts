import { freshPhone, phone } from '../../test/stand-in-taro'
import { SmallServer } from '../../test/small-server'
import { aVillager } from '../../test/me'
import type * as Session from './session'

let server: SmallServer

beforeEach(async () => {
  freshPhone()
  server = await SmallServer.start()
  phone.server = server.url
  server.reply = () => ({ body: aVillager({ unreadNotices: 3 }) })
})
afterEach(() => server.stop())

/** The app started anew on the same phone. */
async function startApp(): Promise<typeof Session> {
  jest.resetModules()
  const session = await import('./session')
  await session.refreshSession()
  return session
}

function signedInPhone(): void {
  phone.storage.set('token', JSON.stringify('token-1'))
}

test('without a token nobody is asked and nobody is signed in', async () => {
  const { readSession } = await startApp()
  expect(readSession()).toEqual({ status: 'signed-out' })
  expect(server.heard).toEqual([])
})

test('a phone that was signed in knows who it is without a network, from the last time', async () => {
  signedInPhone()
  await startApp()
  server.reply = () => 'hang-up'
  const { readSession } = await startApp()
  expect(readSession()).toEqual({ status: 'signed-in', me: aVillager({ unreadNotices: 3 }) })
})

test('without a network at the very first start it is unreachable, not signed out: the token is kept', async () => {
  signedInPhone()
  server.reply = () => 'hang-up'
  const { readSession, refreshSession } = await startApp()
  expect(readSession()).toEqual({ status: 'unreachable' })

  server.reply = () => ({ body: aVillager() })
  await refreshSession()
  expect(readSession().status).toBe('signed-in')
})

test('a revoked session signs out and forgets the person', async () => {
  signedInPhone()
  await startApp()
  server.reply = () => ({ status: 401, body: { code: 'session.expired', details: {} } })
  const { readSession } = await startApp()
  expect(readSession()).toEqual({ status: 'signed-out' })
  expect([...phone.storage.keys()]).toEqual([])
})

test('signing out here needs no network; signing out everywhere says when it could not', async () => {
  signedInPhone()
  const app = await startApp()
  server.reply = () => 'hang-up'
  await expect(app.signOut('everywhere')).rejects.toMatchObject({ offline: true })
  expect(app.readSession().status).toBe('signed-in')

  await app.signOut('here')
  expect(app.readSession()).toEqual({ status: 'signed-out' })
  expect([...phone.storage.keys()]).toEqual([])
})
