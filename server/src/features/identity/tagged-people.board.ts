import { weightiestFirst, type PersonTag, type PostKind } from '@huiying/shared/identity'
import type { EpochMs } from '@huiying/shared/kernel'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'

export interface TaggedPerson {
  readonly tag: PersonTag
  readonly phone: string | null
}

interface TagRow {
  readonly id: string
  readonly name: string
  readonly phone: string | null
  readonly kind: PostKind | null
  readonly charge: string | null
  readonly county_name: string | null
}

/** For `personTags` and `peopleToCall`. */
export async function taggedPeople(
  reads: Reads, personIds: readonly string[], at: EpochMs, villageId?: string,
): Promise<ReadonlyMap<string, TaggedPerson>> {
  const ids = [...new Set(personIds)]
  if (ids.length === 0) return new Map()
  const place = villageId === undefined
    ? { sql: '', values: [] }
    : {
        sql: ` AND (p.village_id = ? OR p.unit_id = ? OR (p.village_id IS NULL
          AND p.sub_district_id = (SELECT parent_id FROM units WHERE id = ?)))`,
        values: [villageId, villageId, villageId],
      }
  const rows = await reads.query<TagRow>(
    `SELECT h.id, h.name, h.phone, p.kind, p.charge,
       (SELECT u.name FROM units u WHERE u.id = p.unit_id AND u.kind = 'county') AS county_name FROM people h
     LEFT JOIN posts p ON p.person_id = h.id AND p.from_at <= ? AND (p.to_at IS NULL OR p.to_at > ?)${place.sql}
     WHERE h.id IN (${placeholders(ids.length)}) ORDER BY p.from_at, p.id`,
    [at, at, ...place.values, ...ids],
  )
  const held = new Map<string, TagRow[]>()
  for (const row of rows) {
    const known = held.get(row.id)
    if (known === undefined) held.set(row.id, [row])
    else known.push(row)
  }
  return new Map([...held].flatMap(([id, own]) => (own[0] === undefined ? [] : [[id, taggedOf(own[0], own)] as const])))
}

function taggedOf({ id, name, phone }: TagRow, rows: readonly TagRow[]): TaggedPerson {
  const held = rows.flatMap(({ kind, charge, county_name: countyName }) =>
    (kind === null ? [] : [{ kind, charge, countyName }]))
  const weightiest = weightiestFirst(held)[0]
  // By their posts alone the county's people are called the sub-district's.
  const unit = weightiest?.countyName == null ? {} : { unitName: weightiest.countyName }
  return {
    tag: { personId: id, name, post: weightiest?.kind ?? null, charge: weightiest?.charge ?? null, ...unit }, phone,
  }
}
