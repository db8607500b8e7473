import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Platform } from '../platform.module'
import type { Access } from './access'
import { currentRequest, runAsRequest } from '../idempotency/request-context'
import { actOf, markReceived, routeOf, tokenOf } from './request'
import { SECURITY_HEADERS } from './security-headers'

/** What happens around every request: headers, the server's time, one line in the log. */
export function addRequestHooks(
  fastify: FastifyInstance,
  { clock, log }: Pick<Platform, 'clock' | 'log'>,
  permissions: Readonly<Record<string, Access>>,
): void {
  fastify.decorateRequest('viewer', null)
  fastify.decorateRequest('receivedAt', null)
  fastify.decorateRequest('arrival', null)
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.headers(SECURITY_HEADERS).header('x-request-id', request.id)
    if (!isApi(request)) return done()
    reply.header('cache-control', 'no-store')
    // The guard learns it together with whose session it is.
    if (tokenOf(request) !== null && (permissions[routeOf(request)] ?? 'public') !== 'public') return done()
    clock.now().then((at) => {
      markReceived(request, reply, at)
      done()
    // A silent database shows where it is needed; what needs none is still answered.
    }, () => done())
  })
  // Not an async function: what it returned from would no longer be in the same context.
  fastify.addHook('preHandler', (request, _reply, done) => {
    if (actOf(request) === null) done()
    else runAsRequest(done)
  })
  // A line kept alive after the last answer would hold up the end of the server.
  let isClosing = false
  fastify.addHook('preClose', async () => {
    isClosing = true
  })
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (isClosing) reply.header('connection', 'close')
    if (reply.statusCode < 400 && currentRequest()?.isReplayed === true) reply.header('idempotent-replay', 'true')
    done()
  })
  fastify.addHook('onResponse', (request, reply, done) => {
    const level = reply.statusCode >= 500 ? 'warn' : isApi(request) ? 'info' : 'debug'
    if (log.isLevelEnabled(level)) log[level](lineOf(request, reply), 'request')
    done()
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
