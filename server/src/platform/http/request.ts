import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import { DomainError, type EpochMs } from '@huiying/shared/kernel'
import type { Viewer } from '@huiying/shared/identity'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Arrival } from '../idempotency/arrival'

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard; `null` on public routes without a session. */
    viewer: Viewer | null
    /** Server time at arrival; `null` as long as nobody has asked, or when the clock (the database) did not answer. */
    receivedAt: EpochMs | null
    /** What the guard learnt besides; `null` where it asked nobody. */
    arrival: Arrival | null
  }
}

/** "POST /api/tickets/:id/replies": the pattern, never the path, so that logs and keys hold no ids. */
export function routeOf(request: FastifyRequest): string {
  const method = request.method === 'HEAD' ? 'GET' : request.method
  return `${method} ${request.routeOptions.url ?? '*'}`
}

/** Notes the server's time, and tells it: a phone's own clock may be hours off. */
export function markReceived(request: FastifyRequest, reply: FastifyReply, at: EpochMs): void {
  request.receivedAt = at
  reply.header('x-server-time', String(at))
}

export function requestOf(context: ExecutionContext): FastifyRequest {
  return context.switchToHttp().getRequest<FastifyRequest>()
}

/** The session token, if it has the form of one. */
export function tokenOf(request: FastifyRequest): string | null {
  const found = /^Bearer +([A-Za-z0-9_-]{16,128})$/i.exec(request.headers.authorization ?? '')
  return found?.[1] ?? null
}

/** A cursor is an id we gave out; anything else begins at the top. A repeated parameter comes as a list. */
export function cursorOf(text: unknown): string | null {
  return typeof text === 'string' && /^[0-9A-Z]{26}$/.test(text) ? text : null
}

/** A request that may do something. */
export interface Act {
  /** Its idempotency key, if it has one of the right form. */
  readonly key: string | null
}

/** `null`: it only reads. */
export function actOf({ method, headers }: FastifyRequest): Act | null {
  if (method !== 'POST' && method !== 'PUT') return null
  const key = headers['idempotency-key']
  return { key: typeof key === 'string' && KEY.test(key) ? key : null }
}

const KEY = /^[A-Za-z0-9_-]{8,64}$/

/**
 * Parameter of a controller that only reads: when the request arrived, which the guard learnt with whose it is. Nobody
 * need ask for the time again. Left out where nobody told it.
 */
export const ArrivedAt = createParamDecorator((_: unknown, context: ExecutionContext): EpochMs | undefined =>
  requestOf(context).receivedAt ?? undefined)

/** Parameter of a controller: who asks. Only for routes that the permission table does not call public. */
export const CurrentViewer = createParamDecorator((_: unknown, context: ExecutionContext): Viewer => {
  const { viewer } = requestOf(context)
  if (viewer === null) throw new DomainError('session.missing')
  return viewer
})
