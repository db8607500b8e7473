import { AsyncLocalStorage } from 'node:async_hooks'

export interface KeyedRequest {
  readonly accountId: string
  /** null: the request carries no key and may run twice */
  readonly idempotencyKey: string | null
  /** method and route pattern, e.g. "POST /api/tickets" */
  readonly route: string
  /** hash of the body's bytes: the same key with another body is a mistake of the caller */
  readonly bodyHash: string
}

export interface RequestContext extends KeyedRequest {
  /** Units of work begun so far: the answer is kept with the number of the one that gave it. */
  runs: number
  /** One keyed request writes in one unit of work: a second one would run again on every replay. */
  isAnswered: boolean
  /** The answer came from an earlier request with the same key. */
  isReplayed: boolean
}

const requests = new AsyncLocalStorage<RequestContext>()

/** Everything inside runs on behalf of this request; its one writing unit of work answers for the key. */
export function runWithRequest<T>(request: KeyedRequest, body: () => T): T {
  return requests.run({ ...request, runs: 0, isAnswered: false, isReplayed: false }, body)
}

export function currentRequest(): RequestContext | null {
  return requests.getStore() ?? null
}
