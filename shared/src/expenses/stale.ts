import { DomainError } from '../kernel'
import { canonicalFields, changedFields, type CanonicalValue } from './canonical-content'
import type { ContentField } from './content'
import { currentRevision, type ExpenseRequest } from './expense'

/** What the phone had on its screen when its owner acted. */
export interface Shown {
  readonly revision: number
  readonly digest: string
}

/** Nobody acts on what he did not see. @throws expense.stale; `changesSince` says what has changed */
export function mustBeCurrent(request: ExpenseRequest, shown: Shown): void {
  const { number, digest } = currentRevision(request)
  if (shown.revision === number && shown.digest === digest) return
  throw new DomainError('expense.stale', { shownRevision: shown.revision, revision: number })
}

export interface ContentChange {
  readonly field: ContentField
  readonly before: CanonicalValue
  readonly after: CanonicalValue
}

/**
 * Field by field from the revision that was shown to the current one, for the red before and after. Empty where the two
 * say the same, or where there never was such a revision.
 */
export function changesSince(request: ExpenseRequest, shownRevision: number): readonly ContentChange[] {
  const shown = request.revisions.find(({ number }) => number === shownRevision)
  if (shown === undefined) return []
  const { content } = currentRevision(request)
  const [before, after] = [canonicalFields(shown.content), canonicalFields(content)]
  return changedFields(shown.content, content).map((field) => ({ field, before: before[field], after: after[field] }))
}
