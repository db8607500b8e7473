import type { RefusalDetails } from '@huiying/shared/kernel'

/** No answer came: no network, a dead server, or the timeout. Never a code of the server. */
export const NO_ANSWER = 'network.no-answer'

/** Anything but a 2xx. `code` is the server's `room.reason`, or `NO_ANSWER`. */
export class ApiError extends Error {
  /** The HTTP status; 0 when there was no answer. */
  readonly status: number
  readonly code: string
  readonly details: RefusalDetails
  /** The whole answer, for the few refusals that carry more than their words: what has changed since one looked. */
  readonly problem: Readonly<Record<string, unknown>>

  constructor(
    status: number,
    code: string,
    details: RefusalDetails = {},
    problem: Readonly<Record<string, unknown>> = {},
  ) {
    super(code)
    this.name = 'ApiError'
    this.status = status
    this.code = code
    this.details = details
    this.problem = problem
  }

  get offline(): boolean {
    return this.status === 0
  }

  /** Trying the same thing again later can help: nobody said no. */
  get passing(): boolean {
    return this.offline || this.status === 408 || this.status === 429 || this.status >= 500
  }
}

/** Reads the server's application/problem+json; whatever else came (a proxy's page) still makes an honest error. */
export function apiErrorOf(status: number, body: unknown): ApiError {
  const problem = isRecord(body) ? body : {}
  const code = typeof problem.code === 'string' ? problem.code : `http.${status}`
  return new ApiError(status, code, isRecord(problem.details) ? (problem.details as RefusalDetails) : {}, problem)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
