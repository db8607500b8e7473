import type { UploadAnswer } from '@huiying/shared/files'
import type { TicketView } from '@huiying/shared/tickets'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import type { MediaEnding, PushTarget } from '../../standin/wechat/pushes'
import { pushSignature } from '../../standin/wechat/seal-push'
import { startTestApp, type TestAnswer } from './test-app'

const TOKEN = 'theTokenOfTheConsole'
export const VERDICTS_KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'
const PEOPLE = ['wang', 'zhao', 'li', 'sun'] as const

export type PublicationStory = Awaited<ReturnType<typeof startPublicationStory>>

/** The server on a real port, and a WeChat that fetches its pictures there and pushes its verdicts. */
export async function startPublicationStory() {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const http = await startTestApp({ PUBLIC_URL: url, WECHAT_PUSH_TOKEN: TOKEN, WECHAT_PUSH_AES_KEY: VERDICTS_KEY })
  await http.app.nest.listen(port, '127.0.0.1')
  const { weChat, db } = http
  const { world } = weChat.standIn
  weChat.nowMs = db.clock.at()
  const target: PushTarget = { url: `${url}/api/wechat/push`, token: TOKEN, aesKey: VERDICTS_KEY }
  world.pushes.enter(target)
  const tokens = new Map<string, string>()
  for (const who of PEOPLE) tokens.set(who, await http.signIn(`open-${who}`))
  let drafts = 0

  const send = (method: 'GET' | 'POST', who: string | null, path: string, body?: object): Promise<TestAnswer> =>
    http.send(method, `/api/${path}`, {
      token: who === null ? null : tokens.get(who) ?? null,
      ...(body === undefined ? {} : { body, headers: { 'idempotency-key': `key-of-draft-${(drafts += 1)}` } }),
    })
  const drain = async (): Promise<void> => {
    await http.app.workers.outbox.drain()
    await http.app.workers.contentChecks.drain()
  }

  return {
    now: () => db.clock.at(),
    get: (who: string | null, path: string) => send('GET', who, path),
    post: (who: string, path: string, body: object) => send('POST', who, path, body),
    raise: async (text: string, more: object = {}): Promise<string> => {
      const answer = await send('POST', 'wang', 'tickets', { villageId: 'liushu', text, ...more })
      if (answer.status !== 201) throw new Error(answer.text)
      return answer.as<TicketView>().id
    },
    photo: async (who: string): Promise<string> => {
      const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#2a6' } }).jpeg().toBuffer()
      const form = new FormData()
      form.set('kind', 'photo')
      form.set('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'photo.jpg')
      const headers = { authorization: `Bearer ${tokens.get(who) ?? ''}` }
      const answer = await fetch(`${url}/api/files`, { method: 'POST', headers, body: form })
      return ((await answer.json()) as UploadAnswer).id
    },
    /** What follows from facts, and what is asked; verdicts that come later may still be on their way. */
    drain,
    /** The same, with every verdict arrived and what follows from it. */
    settle: async (): Promise<void> => {
      for (let rounds = 0; rounds < 3; rounds += 1) {
        await drain()
        await world.pushes.settled()
      }
    },
    advance: (ms: number): void => {
      db.clock.advance(ms)
      weChat.nowMs = db.clock.at()
    },
    weChatClock: (ms: number): void => {
      weChat.nowMs += ms
    },
    plan: (...endings: readonly MediaEnding[]): void => endings.forEach((ending) => world.pushes.plan(ending)),
    /** Answers the letting go. */
    holdVerdicts: (): (() => void) => world.pushes.holdBack(),
    sendAway: (who: string): void => world.sendAway(`open-${who}`),
    breakDown: (path: string, times: number): void => world.addFault({ path, times, httpStatus: 502 }),
    mend: (path: string): void => {
      while (world.takeFault(path) !== null);
    },
    calls: (path: string): number => world.calls(path),
    pushAnswers: () => world.pushes.answers,
    /** Somebody who knows the protocol, and of the settings what he is given. */
    pushAs: async (known: Partial<PushTarget>, event: object): Promise<number> => {
      world.pushes.enter({ ...target, ...known })
      const status = await world.pushes.push(event)
      world.pushes.enter(target)
      return status
    },
    verify: async (echostr: string): Promise<string> => {
      const [timestamp, nonce] = [String(Math.floor(weChat.nowMs / 1_000)), '7']
      const signature = pushSignature(TOKEN, timestamp, nonce)
      const query = new URLSearchParams({ signature, timestamp, nonce, echostr })
      const answer = await fetch(`${target.url}?${query.toString()}`)
      return `${answer.status} ${await answer.text()}`
    },
    checks: () => db.reads.query('SELECT id, state FROM content_checks'),
    traces: async (): Promise<readonly string[]> =>
      (await db.reads.query<{ trace_id: string }>('SELECT trace_id FROM content_checks WHERE trace_id IS NOT NULL'))
        .map((row) => row.trace_id),
    facts: async (ticketId: string): Promise<readonly string[]> =>
      (await db.reads.query<{ type: string }>('SELECT type FROM journal WHERE subject_id = ? ORDER BY id', [ticketId]))
        .map((row) => row.type),
    stop: () => http.stop(),
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
