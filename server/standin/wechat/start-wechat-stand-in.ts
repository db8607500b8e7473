import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { BadControlCall, CONTROL_ENDPOINTS } from './control-endpoints'
import { refusal, WECHAT_ENDPOINTS, type Answer, type Call } from './wechat-endpoints'
import { World, type WorldOptions } from './world'

/** Not of the form of a real app id (wx + 16 hex digits), so nobody can mistake one for the other. */
export const STANDIN_APP_ID = 'standin-app'
export const STANDIN_APP_SECRET = 'standin-secret'

export interface WeChatStandIn {
  readonly url: string
  /** The same as the control endpoints, for a test in the same process. */
  readonly world: World
  stop(): Promise<void>
}

/**
 * Starts a server on this machine that speaks WeChat's HTTP protocol for the few endpoints 回应 calls.
 * Port 0 takes a free one. Codes of the form `demo:<openid>` (login) and `demo:<phone>` (phone number) are
 * accepted here, any number of times; everything else must be minted at `/standin/…` first.
 */
export async function startWeChatStandIn(
  options: { readonly port: number } & Partial<WorldOptions>,
): Promise<WeChatStandIn> {
  const world = new World({
    appId: options.appId ?? STANDIN_APP_ID,
    appSecret: options.appSecret ?? STANDIN_APP_SECRET,
    startingSubscriptions: options.startingSubscriptions ?? 0,
    now: options.now ?? (() => Date.now()),
  })
  const server = createServer((request, response) => {
    answer(world, request, response).catch((error: unknown) => {
      const isCallersFault = error instanceof BadControlCall || error instanceof SyntaxError
      write(response, isCallersFault ? 400 : 500, { error: error instanceof Error ? error.message : 'unknown' })
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    // Only this machine: whoever reaches the control endpoints can be anybody.
    server.listen(options.port, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    world,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand-in')
  const route = `${request.method ?? 'GET'} ${pathname}`
  const call: Call = { query: searchParams, body: await readBody(request) }

  const control = CONTROL_ENDPOINTS[route]
  if (control !== undefined) return write(response, 200, control(world, call))
  const endpoint = WECHAT_ENDPOINTS[route]
  if (endpoint === undefined) return write(response, 404, refusal(40066, 'unknown path'))

  world.countCall(pathname)
  const fault = world.takeFault(pathname)
  if (fault?.delayMs !== undefined) await pause(fault.delayMs, undefined, { ref: false })
  if (fault?.httpStatus !== undefined) {
    response.writeHead(fault.httpStatus, { 'content-type': 'text/html' }).end('<h1>Bad Gateway</h1>')
    return
  }
  if (fault?.errcode !== undefined) return write(response, 200, refusal(fault.errcode))
  const result = endpoint(world, call)
  if (fault?.losesAnswer === true) {
    request.socket.destroy()
    return
  }
  write(response, 200, result)
}

function write(response: ServerResponse, status: number, body: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
}

const LONGEST_BODY_BYTES = 1_000_000

async function readBody(request: IncomingMessage): Promise<Call['body']> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > LONGEST_BODY_BYTES) return null
    chunks.push(chunk)
  }
  try {
    const parsed: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : null
  } catch {
    return null
  }
}
