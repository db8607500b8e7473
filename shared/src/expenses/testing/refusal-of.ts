import { DomainError, type RefusalDetails } from '../../kernel'

/** What an act is refused with; an act that is not refused fails the test. */
export function refusalOf(act: () => unknown): { readonly code: string; readonly details: RefusalDetails } {
  try {
    act()
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, details: error.details }
    throw error
  }
  throw new Error('it was not refused')
}
