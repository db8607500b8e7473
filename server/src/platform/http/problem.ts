import { ERROR_STATUSES, errorWords, type ErrorCode, type Problem } from '@huiying/shared/facts'
import type { RefusalDetails } from '@huiying/shared/kernel'

export type Fault = NonNullable<Problem['faults']>[number]

/** The RFC 9457 body for a refusal. */
export function problemOf(code: ErrorCode, details: RefusalDetails = {}, faults?: readonly Fault[]): Problem {
  return {
    type: `urn:huiying:${code}`,
    title: errorWords(code, details),
    status: ERROR_STATUSES[code],
    code,
    details,
    ...(faults === undefined ? {} : { faults }),
  }
}
