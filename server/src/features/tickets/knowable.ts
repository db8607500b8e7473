import { isOfficer, watchedCountiesOf, type PostKind, type Viewer } from '@huiying/shared/identity'
import { ABOUT_WHOM, isForLeaders } from '@huiying/shared/tickets'
import { placeholders, type Condition } from '../../platform/database/own-sql'

/**
 * What `handlesInConfidence` says, for lists and counts: of tickets `t` that lie with the viewer's units, all but the
 * confidential ones he may not know of. A test holds the two against each other.
 */
export function knowable(viewer: Viewer): Condition {
  const { personId, posts } = viewer
  const at = (wanted: PostKind): readonly string[] =>
    posts.flatMap(({ kind, subDistrictId }) => (kind === wanted && subDistrictId !== null ? [subDistrictId] : []))
  const [ofStaff, ofLeader] = [at('staff'), at('leader')]
  const ofCounty = watchedCountiesOf(viewer)
  const villages = posts.flatMap(({ villageId }) => villageId ?? [])
  const conditions = [
    any(
      all(within('t.holder_unit_id', [...ofStaff, ...ofLeader]), IS_OF_ALL),
      within('t.holder_unit_id', ofLeader),
      within('t.holder_unit_id', ofCounty),
    ),
    not(within('t.village_id', villages)),
    any(
      all(
        { sql: 't.about_person_id IS NULL', params: [] },
        not(meant('staff', ofStaff)),
        not(meant('leader', ofLeader)),
        ...(isOfficer(viewer) ? [NOT_OF_OFFICERS] : []),
      ),
      { sql: 't.about_person_id <> ?', params: [personId ?? ''] },
    ),
    { sql: '(t.hidden_from IS NULL OR t.hidden_from NOT LIKE ?)', params: [`%"${personId ?? ''}"%`] },
  ]
  return any({ sql: "t.visibility <> 'confidential'", params: [] }, all(...conditions))
}

/** About whom staff may read, too. */
const FOR_LEADERS = ABOUT_WHOM.filter(isForLeaders)
const IS_OF_ALL: Condition =
  { sql: `(t.about IS NULL OR t.about NOT IN (${placeholders(FOR_LEADERS.length)}))`, params: FOR_LEADERS }
/** Whoever serves in a department, whichever, may be whom it is about. */
const NOT_OF_OFFICERS: Condition = { sql: "(t.about IS NULL OR t.about <> 'officer')", params: [] }

/** Nobody is named, and the viewer is one of those it is about. */
function meant(about: 'staff' | 'leader', subDistricts: readonly string[]): Condition {
  return all({ sql: `COALESCE(t.about, '') = '${about}'`, params: [] }, within('t.sub_district_id', subDistricts))
}

function within(column: string, ids: readonly string[]): Condition {
  return ids.length === 0 ? { sql: '1 = 0', params: [] } : { sql: `${column} IN (${placeholders(ids.length)})`, params: ids }
}

function all(...conditions: readonly Condition[]): Condition {
  return joined(' AND ', conditions)
}

function any(...conditions: readonly Condition[]): Condition {
  return joined(' OR ', conditions)
}

function not({ sql, params }: Condition): Condition {
  return { sql: `NOT (${sql})`, params }
}

function joined(word: string, conditions: readonly Condition[]): Condition {
  return { sql: `(${conditions.map(({ sql }) => sql).join(word)})`, params: conditions.flatMap(({ params }) => params) }
}
