import { weightiestFirst, type CadreCard, type PostKind } from '@huiying/shared/identity'
import type { EpochMs } from '@huiying/shared/kernel'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'

interface CadreRow {
  readonly id: string
  readonly name: string
  readonly phone: string | null
  /** `null`: serves there no more, or not yet. */
  readonly kind: PostKind | null
  readonly charge: string | null
}

/**
 * Face, posts and duty number of each person as the village sees him, whoever holds a post of weight first. The number
 * is public because of the post: whoever has none any more is named without it.
 */
export async function cardsOf(
  reads: Reads,
  villageId: string,
  personIds: readonly string[],
  onDuty: readonly string[],
  at: EpochMs,
): Promise<readonly CadreCard[]> {
  const ids = [...new Set(personIds)]
  if (ids.length === 0) return []
  // Another village's stationed cadre may sit here in a colleague's place.
  const rows = await reads.query<CadreRow>(
    `SELECT h.id, h.name, h.phone, p.kind, p.charge FROM people h
     LEFT JOIN posts p ON p.person_id = h.id AND p.kind <> ? AND p.from_at <= ? AND (p.to_at IS NULL OR p.to_at > ?)
       AND (p.village_id = ? OR (p.sub_district_id = (SELECT parent_id FROM units WHERE id = ?)
         AND (p.village_id IS NULL OR p.kind = ?)))
     WHERE h.id IN (${placeholders(ids.length)}) ORDER BY p.from_at, p.id, h.id`,
    ['resident', at, at, villageId, villageId, 'stationed-cadre', ...ids],
  )
  const serving = rows.flatMap((row) => (row.kind === null ? [] : [{ ...row, kind: row.kind }]))
  const inOrder = [...weightiestFirst(serving), ...rows].map(({ id }) => id)
  return [...new Set(inOrder)].flatMap((id) => {
    const person = rows.find((row) => row.id === id)
    if (person === undefined) return []
    const held = weightiestFirst(serving.filter((row) => row.id === id))
    const posts = [...new Map(held.map(({ kind, charge }) => [`${kind}|${charge ?? ''}`, { kind, charge }])).values()]
    const phone = posts.length === 0 ? null : person.phone
    return [{ personId: id, name: person.name, posts, phone, onDuty: onDuty.includes(id) }]
  })
}
