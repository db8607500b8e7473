import { leadsVillage, type MembershipRequestsAnswer, type Viewer } from '@huiying/shared/identity'
import { DomainError, maskPhone } from '@huiying/shared/kernel'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { membershipRequestTable } from './membership-request.table'

/** More than this nobody decides in one sitting; the oldest come first, so none is forgotten. */
const SHOWN = 100

/** Who asks to be let in. @throws identity.village-not-found for whoever does not lead the village */
export async function membershipRequestsOf(
  reads: Reads,
  viewer: Viewer,
  villageId: string,
): Promise<MembershipRequestsAnswer> {
  if (!leadsVillage(viewer, villageId)) throw new DomainError('identity.village-not-found')
  const rows = await reads.query<RawRow>(
    `SELECT ${membershipRequestTable.columnList} FROM membership_requests
     WHERE village_id = ? AND status = ? ORDER BY created_at, id LIMIT ?`,
    [villageId, 'waiting', SHOWN],
  )
  return {
    requests: rows.map(membershipRequestTable.fromRaw).map(({ id, name, phone, note, createdAt }) => ({
      id, name, maskedPhone: maskPhone(phone), note, createdAt,
    })),
  }
}
