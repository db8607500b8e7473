/**
 * What a refusal may carry besides its code: facts for the sentence the phone makes of it, never free text of a person.
 */
export type RefusalDetails = Readonly<Record<string, string | number | boolean | null>>

/**
 * A rule said no. `code` is `room.reason` (the full list: `facts/error-codes.ts`); the HTTP status and
 * the Chinese sentence are looked up from it at the edges.
 */
export class DomainError<Code extends string = string> extends Error {
  constructor(
    readonly code: Code,
    readonly details: RefusalDetails = {},
  ) {
    super(code)
    this.name = 'DomainError'
  }
}
