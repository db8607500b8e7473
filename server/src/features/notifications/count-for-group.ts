import { SECOND_MS } from '@huiying/shared/kernel'
import type { NoticeKind } from '@huiying/shared/notifications'
import type { Work } from '../../platform/database/work'
import { groupCountTable } from './group.table'

/** What comes within so long is one message in the group. */
const COLLECTING_MS = 15 * SECOND_MS

/** One more of it for the group of the sub-district's people, if it has a robot. Writes only. */
export function countForGroup(
  work: Work,
  { subDistrictId, villageId }: { readonly subDistrictId: string; readonly villageId: string },
  kind: NoticeKind,
): void {
  work.insertOrAdd(groupCountTable, ['count'], {
    subDistrictId, villageId, kind, count: 1, dueAt: work.now + COLLECTING_MS,
  })
}
