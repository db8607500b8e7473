import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Platform } from '../platform.module'
import type { Access } from './access'
import { markReceived, routeOf, tokenOf } from './request'
import { SECURITY_HEADERS } from './security-headers'

/** What happens around every request: headers, the server's time, one line in the log. */
export function addRequestHooks(
  fastify: FastifyInstance,
  { clock, log }: Pick<Platform, 'clock' | 'log'>,
  permissions: Readonly<Record<string, Access>>,
): void {
  fastify.decorateRequest('viewer', null)
  fastify.decorateRequest('receivedAt', null)
  fastify.addHook('onRequest', async (request, reply) => {
    reply.headers(SECURITY_HEADERS).header('x-request-id', request.id)
    if (!request.url.startsWith('/api/')) return
    reply.header('cache-control', 'no-store')
    // The guard learns it together with whose session it is.
    if (tokenOf(request) !== null && (permissions[routeOf(request)] ?? 'public') !== 'public') return
    // A silent database shows where it is needed; what needs none is still answered.
    const at = await clock.now().catch(() => null)
    if (at !== null) markReceived(request, reply, at)
  })
  // A line kept alive after the last answer would hold up the end of the server.
  let isClosing = false
  fastify.addHook('preClose', async () => {
    isClosing = true
  })
  fastify.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close')
  })
  fastify.addHook('onResponse', async (request, reply) => {
    const level = reply.statusCode >= 500 ? 'warn' : isApi(request) ? 'info' : 'debug'
    log[level](lineOf(request, reply), 'request')
  })
}

/** The pattern, never the path; no query, no body, no address of the caller. */
function lineOf(request: FastifyRequest, reply: FastifyReply): object {
  return {
    requestId: request.id,
    route: routeOf(request),
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime),
    accountId: request.viewer?.accountId,
  }
}

function isApi(request: FastifyRequest): boolean {
  return request.url.startsWith('/api/')
}
