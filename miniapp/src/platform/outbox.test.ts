import { freshPhone, phone } from '../../test/stand-in-taro'
import { SmallServer, type Heard } from '../../test/small-server'
import { aVillager } from '../../test/me'
import type * as Outbox from './outbox'
import type * as OutboxStore from './outbox-store'
import type * as Session from './session'
import type * as Token from './token'

type App = typeof Outbox & typeof OutboxStore & typeof Session & typeof Token

let server: SmallServer
let isLineDead = false
/** What the server holds, by Idempotency-Key: it acts once a key, as the real one does. */
let tickets: Map<string, unknown>

beforeEach(async () => {
  freshPhone()
  isLineDead = false
  tickets = new Map()
  server = await SmallServer.start()
  phone.server = server.url
  server.reply = answer
  phone.storage.set('token', JSON.stringify('token-1'))
})
afterEach(() => server.stop())

function answer(heard: Heard) {
  if (isLineDead) return 'hang-up' as const
  if (heard.path === '/api/me') return { body: aVillager() }
  if (heard.path === '/api/files') return { body: { id: `file-${server.heard.filter(({ path }) => path === '/api/files').length}` } }
  const key = String(heard.headers['idempotency-key'])
  const before = tickets.get(key)
  if (before !== undefined && JSON.stringify(before) !== JSON.stringify(heard.body)) {
    return { status: 409, body: { code: 'request.key-reused', details: {} } }
  }
  tickets.set(key, heard.body)
  return { body: { id: `ticket-of-${key}` } }
}

/** Starts the app anew with what is in the phone's storage, as after a restart. */
async function startApp(): Promise<App> {
  jest.resetModules()
  const app: App = {
    ...(await import('./outbox')), ...(await import('./outbox-store')), ...(await import('./session')), ...(await import('./token')),
  }
  await app.refreshSession()
  return app
}

const sewer = { key: 'key-1', path: '/api/tickets', body: { villageId: 'village-1', text: '下水道堵了' }, label: '下水道堵了' }

test('with a network it is sent at once and nothing stays behind', async () => {
  const app = await startApp()
  await expect(app.send(sewer)).resolves.toEqual({ status: 'sent', answer: { id: 'ticket-of-key-1' } })
  expect(app.readOutbox()).toEqual([])
})

test('without a network it waits, survives a restart of the app, and goes out once', async () => {
  const first = await startApp()
  isLineDead = true
  await expect(first.send(sewer)).resolves.toEqual({ status: 'kept' })
  expect(first.readOutbox()).toHaveLength(1)

  isLineDead = false
  const second = await startApp()
  expect(second.readOutbox()).toHaveLength(1)
  await second.flushOutbox()
  await second.flushOutbox()

  expect([...tickets.keys()]).toEqual(['key-1'])
  expect(second.readOutbox()).toEqual([])
})

test('a lost answer: the server has it, the phone does not know, the same key is sent again, one ticket', async () => {
  const app = await startApp()
  let losesAnswer = true
  server.reply = (heard) => {
    const reply = answer(heard)
    if (heard.path !== '/api/tickets' || !losesAnswer) return reply
    losesAnswer = false
    return 'hang-up'
  }
  await expect(app.send(sewer)).resolves.toEqual({ status: 'kept' })
  expect(tickets.size).toBe(1)

  await app.flushOutbox()

  expect(server.heard.filter(({ path }) => path === '/api/tickets')).toHaveLength(2)
  expect(tickets.size).toBe(1)
  expect(app.readOutbox()).toEqual([])
})

test('two taps in the same moment are one sending', async () => {
  const app = await startApp()
  const [one, two] = await Promise.all([app.send(sewer), app.send(sewer)])
  expect(one).toEqual(two)
  expect(server.heard.filter(({ path }) => path === '/api/tickets')).toHaveLength(1)
})

test('photos are uploaded once; their ids stay the same under the same key', async () => {
  const app = await startApp()
  let losesAnswer = true
  server.reply = (heard) => {
    const reply = answer(heard)
    if (heard.path === '/api/tickets' && losesAnswer) {
      losesAnswer = false
      return 'hang-up'
    }
    return reply
  }
  const photos = [1, 2].map((number) => ({ kind: 'photo', ref: `saved/${number}.jpg`, durationMs: null }) as const)
  const voice = { kind: 'voice', ref: 'saved/voice.mp3', durationMs: 4_000 } as const
  await expect(app.send({ ...sewer, photos, voice })).resolves.toEqual({ status: 'kept' })

  const restarted = await startApp()
  await restarted.flushOutbox()

  expect(server.heard.filter(({ path }) => path === '/api/files')).toHaveLength(3)
  expect([...tickets.values()]).toEqual([{ ...sewer.body, photoIds: ['file-1', 'file-2'], voiceId: 'file-3' }])
  expect(restarted.readOutbox()).toEqual([])
})

test('a refusal at once is thrown to the writer, whose draft still has the words', async () => {
  const app = await startApp()
  server.reply = () => ({ status: 422, body: { code: 'ticket.text-missing', details: {} } })
  await expect(app.send(sewer)).rejects.toMatchObject({ code: 'ticket.text-missing' })
  expect(app.readOutbox()).toEqual([])
})

test('a refusal later stays with its reason, is not tried again, and holds up nobody behind it', async () => {
  const app = await startApp()
  isLineDead = true
  await app.send(sewer)
  await app.send({ ...sewer, key: 'key-2', label: '路灯' })
  isLineDead = false
  server.reply = (heard) =>
    heard.headers['idempotency-key'] === 'key-1' ? { status: 422, body: { code: 'ticket.addressee-not-found', details: {} } } : answer(heard)

  await app.flushOutbox()
  const heardThen = server.heard.length
  await app.flushOutbox()

  expect(app.readOutbox().map(({ key, refusal }) => [key, refusal?.code])).toEqual([['key-1', 'ticket.addressee-not-found']])
  expect([...tickets.keys()]).toEqual(['key-2'])
  expect(server.heard).toHaveLength(heardThen)
})

test('what one account wrote is not sent by the next who signs in on the same phone', async () => {
  const app = await startApp()
  isLineDead = true
  await app.send(sewer)
  isLineDead = false
  server.reply = (heard) => (heard.path === '/api/me' ? { body: aVillager({ accountId: 'account-2' }) } : answer(heard))

  const other = await startApp()
  await other.flushOutbox()

  expect(tickets.size).toBe(0)
  expect(other.readOutbox()).toHaveLength(1)
})

test('a server in trouble keeps it waiting; it is nobody’s refusal', async () => {
  const app = await startApp()
  server.reply = () => ({ status: 503, body: { code: 'server.busy', details: {} } })
  await expect(app.send(sewer)).resolves.toEqual({ status: 'kept' })
  expect(app.readOutbox()[0]?.refusal).toBeNull()
})
