import { createServer, type Server } from 'node:http'
import { type AddressInfo } from 'node:net'

export interface Heard {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: unknown
}
/** What to answer; 'hang-up' cuts the line without a word. */
export type Reply = { readonly status?: number; readonly body?: unknown; readonly headers?: Record<string, string> } | 'hang-up'

/** A real HTTP server for one test; it remembers what it heard. */
export class SmallServer {
  readonly heard: Heard[] = []
  reply: (heard: Heard) => Reply | Promise<Reply> = () => ({ status: 404, body: { code: 'request.not-found', details: {} } })
  private constructor(private readonly server: Server) {}

  static async start(): Promise<SmallServer> {
    const server = createServer()
    const small = new SmallServer(server)
    server.on('request', (request, response) => {
      let text = ''
      request.on('data', (part: Buffer) => (text += part.toString()))
      request.on('end', () => {
        const heard = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body: text === '' ? null : JSON.parse(text) }
        small.heard.push(heard)
        void Promise.resolve(small.reply(heard)).then((reply) => {
          if (reply === 'hang-up') return request.socket.destroy()
          response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers })
          return response.end(JSON.stringify(reply.body ?? {}))
        })
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return small
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()))
  }
}
