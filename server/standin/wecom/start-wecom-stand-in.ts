import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface WeComStandIn {
  /** The address of a group's robot, with a key that works. */
  webhook(key?: string): string
  /** What stands in the groups, oldest first. */
  readonly said: readonly { readonly key: string; readonly markdown: string }[]
  /** Answers this the next `times` times. */
  fail(errcode: number, times: number): void
  stop(): Promise<void>
}

const MINUTE_LIMIT = 20
const LONGEST_BYTES = 4_096

/** A server on this machine that speaks for the group robots of WeCom, with their bounds. */
export async function startWeComStandIn(now: () => number): Promise<WeComStandIn> {
  const said: { key: string; markdown: string; at: number }[] = []
  const keys = new Set(['standin-robot'])
  const failing = { errcode: 0, times: 0 }
  const server = createServer((request, response) => {
    void read(request).then((body) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answerTo(request, body)))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  function answerTo(request: IncomingMessage, body: string): object {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand-in')
    const key = searchParams.get('key') ?? ''
    if (request.method !== 'POST' || pathname !== '/cgi-bin/webhook/send' || !keys.has(key)) {
      return { errcode: 93000, errmsg: 'invalid webhook url' }
    }
    if (failing.times > 0) {
      failing.times -= 1
      return { errcode: failing.errcode, errmsg: 'as the test wants it' }
    }
    const { msgtype, markdown } = JSON.parse(body) as { msgtype?: string; markdown?: { content?: string } }
    const content = markdown?.content ?? ''
    if (msgtype !== 'markdown') return { errcode: 40008, errmsg: 'invalid message type' }
    if (content === '') return { errcode: 44004, errmsg: 'empty content' }
    if (Buffer.byteLength(content) > LONGEST_BYTES) return { errcode: 45002, errmsg: 'content too long' }
    if (said.filter((one) => one.key === key && now() - one.at < 60_000).length >= MINUTE_LIMIT) {
      return { errcode: 45009, errmsg: 'api freq out of limit' }
    }
    said.push({ key, markdown: content, at: now() })
    return { errcode: 0, errmsg: 'ok' }
  }

  return {
    webhook: (key = 'standin-robot') => `http://127.0.0.1:${port}/cgi-bin/webhook/send?key=${key}`,
    said,
    fail: (errcode, times) => void Object.assign(failing, { errcode, times }),
    stop: () => new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
