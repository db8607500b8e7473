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

/** These go before all others. */
const KIND_RULES = ['isDefined', 'isNotEmpty', 'isString', 'isBoolean', 'isInt', 'isNumber', 'isArray', 'whitelistValidation']

/** Flattens what class-validator found: one fault for each field, "place.name", "photoIds.3". */
export function faultsOf(errors: readonly ValidationError[], above = ''): readonly Fault[] {
  return errors.flatMap((error) => {
    const field = above === '' ? error.property : `${above}.${error.property}`
    return [...ownFault(error, field), ...faultsOf(error.children ?? [], field)]
  })
}

/** That something is missing, or of another kind, is what helps; it breaks the rules for its length all the same. */
function ownFault({ constraints = {}, value }: ValidationError, field: string): readonly Fault[] {
  const broken = Object.keys(constraints)
  const rule = KIND_RULES.find((one) => broken.includes(one)) ?? broken[0]
  if (rule === undefined) return []
  const isMissing = value === undefined || value === null || value === ''
  return [{ field: fieldName(field), title: faultWords(isMissing ? 'isDefined' : rule, constraints[rule] ?? '') }]
}

// A field nobody knows is named by the sender: never more of it than tells which one is meant.
function fieldName(field: string): string {
  return field.slice(0, 80)
}
