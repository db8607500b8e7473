import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common'
import { DomainError } from '@huiying/shared/kernel'
import type { FastifyReply } from 'fastify'
import { tap, type Observable } from 'rxjs'
import { currentRequest, runWithRequest } from '../idempotency/request-context'
import { canonicalHash } from './canonical-hash'
import { requestOf, routeOf } from './request'

const KEY = /^[A-Za-z0-9_-]{8,64}$/

/**
 * The same key with the same body acts once, however often it arrives; the answer says when it was kept from before.
 * Without a session there is no key: nobody would own it.
 */
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly keyedRoutes: ReadonlySet<string>) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = requestOf(context)
    if (request.viewer === null || (request.method !== 'POST' && request.method !== 'PUT')) return next.handle()
    const route = routeOf(request)
    const idempotencyKey = keyIn(request.headers['idempotency-key'])
    if (idempotencyKey === null && this.keyedRoutes.has(route)) throw new DomainError('request.key-missing')
    const keyed = {
      accountId: request.viewer.accountId,
      idempotencyKey,
      route,
      bodyHash: idempotencyKey === null ? '' : canonicalHash({ path: request.params, body: request.body }),
    }
    return runWithRequest(keyed, () => {
      const current = currentRequest()
      return next.handle().pipe(
        tap(() => {
          const reply = context.switchToHttp().getResponse<FastifyReply>()
          if (current?.isReplayed === true) reply.header('idempotent-replay', 'true')
        }),
      )
    })
  }
}

/** @throws request.malformed for a key of the wrong form, rather than to act twice */
function keyIn(header: string | readonly string[] | undefined): string | null {
  if (header === undefined) return null
  if (typeof header === 'string' && KEY.test(header)) return header
  throw new DomainError('request.malformed')
}
