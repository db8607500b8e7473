import type { FastifyInstance } from 'fastify'
import type { Socket } from 'node:net'

/**
 * Browsers open spare lines that never ask for anything. Node takes those for busy, and would wait for them for minutes
 * before the server may end.
 */
export function closeSilentLines(fastify: FastifyInstance): void {
  const silent = new Set<Socket>()
  fastify.server.on('connection', (line) => {
    silent.add(line)
    line.once('close', () => silent.delete(line))
  })
  fastify.server.on('request', ({ socket }) => silent.delete(socket))
  fastify.addHook('preClose', async () => {
    for (const line of silent) line.destroy()
  })
}
