import { DomainError } from '@huiying/shared/kernel'
import { isMonth, type Month } from '@huiying/shared/ledger'

/** A month as it stands in an address. @throws request.not-found for what is none */
export function monthOfPath(text: string): Month {
  if (!isMonth(text)) throw new DomainError('request.not-found')
  return text
}
