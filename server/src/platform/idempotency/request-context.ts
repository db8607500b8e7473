import { AsyncLocalStorage } from 'node:async_hooks'
import type { Arrival } from './arrival'

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
  /** null: nobody has asked the database anything for it */
  readonly arrival: Arrival | null
  /** Units of work begun so far: the answer is kept with the number of the one that gave it. */
  runs: number
  /** One keyed request writes in one unit of work: a second one would run again on every replay. */
  isAnswered: boolean
  /** The answer came from an earlier request with the same key. */
  isReplayed: boolean
}

/** Empty until somebody knows whose request it is. */
interface Place {
  request: RequestContext | null
}

const places = new AsyncLocalStorage<Place>()

/** Everything inside, and what follows from it, runs on behalf of the request that `beginRequest` will name. */
export function runAsRequest<T>(body: () => T): T {
  return places.run({ request: null }, body)
}

/** From here on: its one writing unit of work answers for the key. Inside `runAsRequest`. */
export function beginRequest(request: KeyedRequest, arrival: Arrival | null): void {
  const place = places.getStore()
  if (place === undefined) throw new Error('a request outside of any')
  place.request = { ...request, arrival, runs: 0, isAnswered: false, isReplayed: false }
}

export function currentRequest(): RequestContext | null {
  return places.getStore()?.request ?? null
}
