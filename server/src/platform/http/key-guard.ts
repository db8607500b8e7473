import type { CanActivate, ExecutionContext } from '@nestjs/common'
import { DomainError } from '@huiying/shared/kernel'
import { beginRequest } from '../idempotency/request-context'
import { canonicalHash } from './canonical-hash'
import { actOf, requestOf, routeOf } from './request'

/**
 * The same key with the same body acts once, however often it arrives. Without a session there is no key: nobody would
 * own it, so this comes after the guard that knows it. A guard and not an interceptor: one of those alone brings
 * observables into every request.
 */
export class KeyGuard implements CanActivate {
  constructor(private readonly keyedRoutes: ReadonlySet<string>) {}

  /** @throws request.malformed for a key of the wrong form, rather than to act twice; request.key-missing */
  canActivate(context: ExecutionContext): boolean {
    const request = requestOf(context)
    const act = actOf(request)
    if (request.viewer === null || act === null) return true
    const route = routeOf(request)
    const { key } = act
    if (key === null && request.headers['idempotency-key'] !== undefined) throw new DomainError('request.malformed')
    if (key === null && this.keyedRoutes.has(route)) throw new DomainError('request.key-missing')
    beginRequest({
      accountId: request.viewer.accountId,
      idempotencyKey: key,
      route,
      bodyHash: key === null ? '' : canonicalHash({ path: request.params, body: request.body }),
    }, request.arrival)
    return true
  }
}
