import type { Viewer } from '@huiying/shared/identity'
import { DomainError, type EpochMs } from '@huiying/shared/kernel'
import { checkMonth, type Month, type RosterChangeRow, type RosterChangesAnswer } from '@huiying/shared/roster'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { personTags } from '../identity/public'
import { monthAccessOf } from './month-access'
import { changeTable } from './month.table'
import { monthOf } from './months'

const ROWS = 200

export interface ChangesWanted {
  readonly month: Month
  readonly villageId: string | null
  /** Only what came after that revision. */
  readonly since: number
}

/**
 * What was changed, newest first. Who sees no draft learns of changes after publishing only: the others would tell him
 * what the draft was.
 * @throws identity.village-not-found, roster.month-invalid, roster.month-not-found also for a draft that is not for him
 */
export async function rosterChangesOf(
  reads: Reads,
  viewer: Viewer,
  { month, villageId, since }: ChangesWanted,
  now: EpochMs,
): Promise<RosterChangesAnswer> {
  checkMonth(month)
  const access = await monthAccessOf(reads, viewer, villageId)
  const found = await monthOf(reads, access.subDistrictId, month)
  if (found === null || (found.publishedAt === null && !access.seesDrafts)) throw new DomainError('roster.month-not-found')
  const here = villageId === null ? { sql: '', values: [] } : { sql: ' AND c.village_id = ?', values: [villageId] }
  const published = access.seesDrafts ? { sql: '', values: [] } : { sql: ' AND c.is_after_publishing = ?', values: [1] }
  const rows = await reads.query<RawRow & { readonly village_name: string }>(
    `SELECT ${changeTable.columnListOf('c')}, u.name AS village_name FROM roster_changes c JOIN units u ON u.id = c.village_id
     WHERE c.sub_district_id = ? AND c.month = ? AND c.revision > ?${here.sql}${published.sql}
     ORDER BY c.revision DESC, c.id DESC LIMIT ?`,
    [access.subDistrictId, month, since, ...here.values, ...published.values, ROWS],
  )
  const changes = rows.map((raw) => ({ change: changeTable.fromRaw(raw), villageName: raw.village_name }))
  const people = changes.flatMap(({ change: { beforeId, afterId, by } }) => [beforeId, afterId, by])
  const tags = await personTags(reads, people.flatMap((id) => id ?? []), now, villageId ?? undefined)
  const named = (id: string | null) => (id === null ? null : tags.get(id) ?? null)
  return {
    revision: found.revision,
    changes: changes.map(({ change, villageName }): RosterChangeRow => ({
      villageId: change.villageId, on: change.on, seat: change.seat, revision: change.revision, villageName,
      before: named(change.beforeId), after: named(change.afterId), source: change.source,
      isAfterPublishing: change.isAfterPublishing, at: change.at, by: named(change.by),
    })),
  }
}
