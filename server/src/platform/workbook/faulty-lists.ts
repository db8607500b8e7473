import { DomainError } from '@huiying/shared/kernel'
import type { ListFault } from '@huiying/shared/tables'

/** The lists are not fit to be imported; nothing was written. Code `lists.faulty`. */
export class FaultyLists extends DomainError<'lists.faulty'> {
  constructor(readonly faults: readonly ListFault[]) {
    super('lists.faulty', { count: faults.length })
    this.name = 'FaultyLists'
  }
}
