import type { RefusalDetails } from '@huiying/shared/kernel'
import type { ValidationError } from 'class-validator'
import { faultWords } from './fault-words'
import type { Fault } from './problem'

/** A body whose fields (or a file whose cells) do not fit; answered with a sentence for each place. */
export class FaultyBody extends Error {
  constructor(
    readonly faults: readonly Fault[],
    readonly code: 'request.invalid' | 'lists.faulty' = 'request.invalid',
    readonly details: RefusalDetails = {},
  ) {
    super(code)
    this.name = 'FaultyBody'
  }
}

/** Flattens what class-validator found: one fault for each field, "place.name", "photoIds.3". */
export function faultsOf(errors: readonly ValidationError[], above = ''): readonly Fault[] {
  return errors.flatMap((error) => {
    const field = above === '' ? error.property : `${above}.${error.property}`
    const [first] = Object.entries(error.constraints ?? {})
    const own = first === undefined ? [] : [{ field: fieldName(field), title: faultWords(first[0], first[1]) }]
    return [...own, ...faultsOf(error.children ?? [], field)]
  })
}

// A field nobody knows is named by the sender: never more of it than tells which one is meant.
function fieldName(field: string): string {
  return field.slice(0, 80)
}
