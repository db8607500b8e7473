// HTTP over plain sockets: whoever measures must not be the slowest. Knows what these servers send and nothing more.
import { connect } from 'node:net'

const END_OF_HEAD = Buffer.from('\r\n\r\n')
const END_OF_CHUNKS = Buffer.from('\r\n0\r\n\r\n')

/** One kept-alive line; asked one thing after the other. */
export class Line {
  #socket
  #heard = Buffer.alloc(0)
  #waiting = null

  constructor(port) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true })
    this.#socket.on('data', (chunk) => this.#hear(chunk))
    this.#socket.on('error', (error) => this.#fail(error))
    this.#socket.on('close', () => this.#fail(new Error('the server hung up')))
  }

  /** @returns {Promise<{ status: number, body: Buffer }>} body as it came, compressed or in chunks */
  ask(bytes) {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
      this.#socket.write(bytes)
    })
  }

  close() {
    this.#waiting = null
    this.#socket.destroy()
  }

  #hear(chunk) {
    this.#heard = this.#heard.length === 0 ? chunk : Buffer.concat([this.#heard, chunk])
    const head = this.#heard.indexOf(END_OF_HEAD)
    if (head < 0) return
    const words = this.#heard.latin1Slice(0, head).toLowerCase()
    const from = head + 4
    const length = /\r\ncontent-length: (\d+)/.exec(words)
    const end = length === null ? this.#endOfChunks(words, from) : from + Number(length[1])
    if (end < 0 || this.#heard.length < end) return
    const body = this.#heard.subarray(from, end)
    this.#heard = Buffer.alloc(0)
    const { resolve } = this.#waiting ?? {}
    this.#waiting = null
    resolve?.({ status: Number(words.slice(9, 12)), body })
  }

  #endOfChunks(words, from) {
    if (!words.includes('transfer-encoding: chunked')) return from
    const at = this.#heard.indexOf(END_OF_CHUNKS, Math.max(0, from - 2))
    return at < 0 ? -1 : at + END_OF_CHUNKS.length
  }

  #fail(error) {
    const { reject } = this.#waiting ?? {}
    this.#waiting = null
    reject?.(error)
  }
}

/** A request as it goes over the wire. */
export function requestOf({ method, path, token, key, body }) {
  const text = body === undefined ? '' : JSON.stringify(body)
  const lines = [
    `${method} ${path} HTTP/1.1`, 'host: 127.0.0.1', `authorization: Bearer ${token}`, 'accept: application/json',
    'accept-encoding: gzip',
    ...(key === undefined ? [] : [`idempotency-key: ${key}`]),
    ...(body === undefined ? [] : ['content-type: application/json', `content-length: ${Buffer.byteLength(text)}`]),
  ]
  return `${lines.join('\r\n')}\r\n\r\n${text}`
}
