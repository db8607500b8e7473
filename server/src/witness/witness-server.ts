import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Clock } from '../platform/clock/clock'
import { addCheckpoint, type WitnessReply, type WitnessState } from './add-checkpoint'

/** A checkpoint, 63 lines of proof and 64 signatures are less. */
const LONGEST_BODY = 65_536
const PATIENCE_MS = 10_000

/** HTTP around `addCheckpoint`, and GET / with the witness's key, so that an operator sees that it is there. */
export function witnessServer(state: WitnessState, keyLine: string, clock: Clock): Server {
  const server = createServer((request, response) => {
    answer(state, keyLine, request, clock).then(
      (reply) => send(response, reply),
      (error: unknown) => {
        // What can't be read from disk must not be taken for "never seen".
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
        send(response, { status: 500, type: 'text/plain; charset=utf-8', body: 'failed\n' })
      },
    )
  })
  server.requestTimeout = PATIENCE_MS
  return server
}

async function answer(
  state: WitnessState, keyLine: string, request: IncomingMessage, clock: Clock,
): Promise<WitnessReply> {
  const path = new URL(request.url ?? '/', 'http://witness').pathname
  if (path === '/' && request.method === 'GET') return text(200, `${keyLine}\n`)
  if (path !== '/add-checkpoint') return text(404, 'nothing here\n')
  if (request.method !== 'POST') return text(405, 'POST only\n')
  const body = await bodyOf(request)
  // The time first: from there on nothing may come between reading and writing.
  const now = await clock.now()
  return body === null ? text(413, 'too long\n') : addCheckpoint(state, body, now)
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > LONGEST_BODY) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function send(response: ServerResponse, { status, type, body }: WitnessReply): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body)
}

function text(status: number, body: string): WitnessReply {
  return { status, type: 'text/plain; charset=utf-8', body }
}
