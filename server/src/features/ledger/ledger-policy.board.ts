import type { Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import { DEFAULT_LEDGER_TERMS, type LedgerPolicyAnswer } from '@huiying/shared/ledger'
import type { Reads } from '../../platform/database/reads'
import { administeredSubDistrictOf } from '../calendar/public'
import { ledgerPoliciesOf } from './book-reads'

/**
 * The terms set last, which may begin tomorrow only; version 0 are the handbook's.
 * @throws request.not-found for whoever neither watches nor administers a sub-district
 */
export async function ledgerPolicyAnswerOf(reads: Reads, viewer: Viewer): Promise<LedgerPolicyAnswer> {
  const administered = administeredSubDistrictOf(viewer)
  const subDistrictId = administered ?? watchedSubDistrictOf(viewer)
  if (subDistrictId === null) throw new DomainError('request.not-found')
  const latest = (await ledgerPoliciesOf(reads, subDistrictId)).at(-1)
  const { version, firstOn, terms } = latest ?? { version: 0, firstOn: null, terms: DEFAULT_LEDGER_TERMS }
  return { version, firstOn, terms, maySet: administered !== null }
}

function watchedSubDistrictOf(viewer: Viewer): string | null {
  const post = viewer.posts.find(({ kind, unitId, subDistrictId }) =>
    ['staff', 'leader'].includes(kind) && unitId === subDistrictId)
  return post?.subDistrictId ?? null
}
