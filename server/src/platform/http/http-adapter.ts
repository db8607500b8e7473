import { FastifyAdapter } from '@nestjs/platform-fastify'
import { MINUTE_MS } from '@huiying/shared/kernel'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Ids } from '../ids/ids'
import { codeOfStatus, sendProblem } from './problem-filter'
import { problemOf } from './problem'
import { SECURITY_HEADERS } from './security-headers'

/** Enough for 5,000 characters of anything and all ids of a ticket; photos and voices travel as multipart. */
export const BODY_LIMIT_BYTES = 256 * 1_024

export function httpAdapter(ids: Ids): FastifyAdapter {
  return new FastifyAdapter({
    logger: false,
    bodyLimit: BODY_LIMIT_BYTES,
    // A photo over a village's network takes its time; who sends one byte a minute does not hold a socket for ever.
    requestTimeout: 5 * MINUTE_MS,
    forceCloseConnections: 'idle',
    requestIdHeader: false,
    genReqId: () => ids.next(),
    // Addresses that no router can read: no hook and no filter runs for these.
    frameworkErrors: (error: FastifyError, _request: FastifyRequest, reply: FastifyReply) => {
      const status = error.statusCode === 414 ? 404 : (error.statusCode ?? 400)
      sendProblem(reply.headers(SECURITY_HEADERS), problemOf(codeOfStatus(status)))
    },
  })
}
