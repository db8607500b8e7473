import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common'
import { isErrorCode, type ErrorCode, type Problem } from '@huiying/shared/facts'
import { DomainError } from '@huiying/shared/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { causeOf, type Log } from '../log'
import { WeChatError } from '../wechat'
import { FaultyBody } from './faulty-body'
import { problemOf, RefusalWithMore } from './problem'
import { routeOf } from './request'
import type { RouteBook } from './route-book'

/** Every error becomes a problem; what nobody foresaw is logged where it came from, and tells the caller nothing. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly log: Log,
    private readonly routes: RouteBook,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>()
    const reply = host.switchToHttp().getResponse<FastifyReply>()
    if (reply.sent) return
    const problem = this.problemFor(error, request, reply)
    if (problem.code === 'server.failed') {
      this.log.error({ requestId: request.id, route: routeOf(request), err: causeOf(error) }, 'request failed')
    }
    sendProblem(reply, problem)
  }

  private problemFor(error: unknown, request: FastifyRequest, reply: FastifyReply): Problem {
    if (error instanceof FaultyBody) return problemOf(error.code, error.details, { faults: error.faults })
    if (error instanceof RefusalWithMore) return problemOf(error.code, error.details, error.more)
    if (error instanceof DomainError && isErrorCode(error.code)) return problemOf(error.code, error.details)
    if (error instanceof WeChatError) return problemOf(error.retryable ? 'wechat.unreachable' : 'wechat.refused')
    if (error instanceof HttpException) return problemOf(this.codeFor(error.getStatus(), request, reply))
    return problemOf('server.failed')
  }

  private codeFor(status: number, request: FastifyRequest, reply: FastifyReply): ErrorCode {
    if (status !== 404) return codeOfStatus(status)
    const methods = this.routes.methodsAt(request.url)
    if (methods.length === 0 || methods.includes(request.method)) return 'request.not-found'
    reply.header('allow', methods.join(', '))
    return 'request.method-not-allowed'
  }
}

/** Also for what is refused before a route is found, where no filter runs. */
export function sendProblem(reply: FastifyReply, problem: Problem): void {
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer')
  if (problem.status === 503) reply.header('retry-after', '5')
  reply.code(problem.status).type('application/problem+json; charset=utf-8').header('cache-control', 'no-store').send(problem)
}

/** For refusals by Fastify itself, known by their status only. */
export function codeOfStatus(status: number): ErrorCode {
  switch (status) {
    case 404:
      return 'request.not-found'
    case 405:
      return 'request.method-not-allowed'
    case 413:
      return 'request.too-large'
    case 415:
      return 'request.unsupported-media-type'
    case 429:
      return 'request.too-many'
    default:
      return status < 500 ? 'request.malformed' : 'server.failed'
  }
}
