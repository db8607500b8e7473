import type { CanActivate, ExecutionContext } from '@nestjs/common'
import { DomainError, type EpochMs } from '@huiying/shared/kernel'
import type { Viewer } from '@huiying/shared/identity'
import { refusalFor, type Access } from './access'
import type { FastifyReply } from 'fastify'
import type { Arrival } from '../idempotency/arrival'
import { actOf, markReceived, requestOf, routeOf, tokenOf, type Act } from './request'

/** How the guard learns who a token belongs to; the identity room knows. */
export interface SessionReader {
  /**
   * With the posts in force at the instant.
   * @throws session.expired for a token that is unknown, revoked or past its end
   */
  viewerOf(token: string, at: EpochMs): Promise<Viewer>
  /**
   * Of a request that arrives now: who, and when. Where the clock is the database's, it is asked both in one go.
   * `viewer` is null where the token has no live session. @throws server.busy where nobody tells the time
   * @param act null: it only reads, and nothing need be found out for its unit of work
   */
  callerOf(token: string, act: Act | null): Promise<Caller>
}

export interface Caller {
  readonly at: EpochMs
  readonly viewer: Viewer | null
  /** null: it only reads, or the clock is not the database's */
  readonly arrival: Arrival | null
}

export const SESSION_READER = Symbol('SessionReader')

/** Deny by default: a route that the table does not know is closed to everybody. */
export class SessionGuard implements CanActivate {
  constructor(
    private readonly sessions: SessionReader,
    private readonly permissions: Readonly<Record<string, Access>>,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = requestOf(context)
    const route = routeOf(request)
    const access = Object.hasOwn(this.permissions, route) ? this.permissions[route] : undefined
    if (access === undefined) throw new DomainError('session.forbidden')
    if (access === 'public') return true
    const token = tokenOf(request)
    if (token === null) throw new DomainError('session.missing')
    const { at, viewer, arrival } = await this.sessions.callerOf(token, actOf(request))
    markReceived(request, context.switchToHttp().getResponse<FastifyReply>(), at)
    if (viewer === null) throw new DomainError('session.expired')
    request.viewer = viewer
    request.arrival = arrival
    const refusal = refusalFor(access, viewer)
    if (refusal !== null) throw new DomainError(refusal)
    return true
  }
}
