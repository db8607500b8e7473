import type { Arrival } from '../../src/platform/idempotency/arrival'
import { beginRequest, type KeyedRequest, runAsRequest } from '../../src/platform/idempotency/request-context'

/** As behind the hooks and the guard of a server. */
export function runWithRequest<T>(request: KeyedRequest, body: () => T, arrival: Arrival | null = null): T {
  return runAsRequest(() => {
    beginRequest(request, arrival)
    return body()
  })
}
