import { ERROR_STATUSES, errorWords, type ErrorCode, type Problem } from '@huiying/shared/facts'
import { DomainError, type RefusalDetails } from '@huiying/shared/kernel'

export type Fault = NonNullable<Problem['faults']>[number]

/** What a problem may carry besides its code and details (RFC 9457, extension members). */
export type ProblemExtras = Pick<Problem, 'faults' | 'changes'>

/** A rule said no, and the caller is shown more than a sentence's worth of why. */
export class RefusalWithMore extends DomainError<ErrorCode> {
  constructor(
    { code, details }: { readonly code: ErrorCode; readonly details: RefusalDetails },
    readonly more: ProblemExtras,
  ) {
    super(code, details)
  }
}

/** The RFC 9457 body for a refusal. */
export function problemOf(code: ErrorCode, details: RefusalDetails = {}, more: ProblemExtras = {}): Problem {
  return {
    type: `urn:huiying:${code}`,
    title: errorWords(code, details),
    status: ERROR_STATUSES[code],
    code,
    details,
    ...more,
  }
}
