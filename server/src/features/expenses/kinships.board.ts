import { mayKeepKinships, type KinshipsAnswer } from '@huiying/shared/expenses'
import { POST_UNIT_KINDS, type PersonTag, type PostKind, type Viewer } from '@huiying/shared/identity'
import { DomainError, type EpochMs } from '@huiying/shared/kernel'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { personTags, postsAtVillage } from '../identity/public'
import { villageOf } from '../villages/public'
import { kinshipTable } from './ground.table'

const EVERY_KIND = Object.keys(POST_UNIT_KINDS) as PostKind[]

/** The village's register of close relatives. @throws identity.village-not-found, also for all who do not keep it */
export async function kinshipRegister(
  reads: Reads,
  viewer: Viewer,
  villageId: string,
  now: EpochMs,
): Promise<KinshipsAnswer> {
  const village = await villageOf(reads, villageId)
  if (village === null || !mayKeepKinships(viewer, { villageId, subDistrictId: village.subDistrictId })) {
    throw new DomainError('identity.village-not-found')
  }
  const rows = await reads.query<RawRow>(
    `SELECT ${kinshipTable.columnList} FROM kinships WHERE village_id = ? ORDER BY id`, [villageId],
  )
  const lines = rows.map(kinshipTable.fromRaw)
  const posts = await postsAtVillage(reads, villageId, now, EVERY_KIND)
  const people = posts.filter(({ kind }) => kind !== 'admin').map(({ personId }) => personId)
  const related = lines.flatMap((line) => [line.personId, line.relativeId])
  const tags = await tagsOf(reads, [...people, ...related], villageId, now)
  const tag = (personId: string): PersonTag => tags.get(personId) ?? { personId, name: '', post: null, charge: null }
  return {
    kinships: lines.map(({ id, personId, relativeId, kind }) =>
      ({ id, person: tag(personId), relative: tag(relativeId), kind })),
    people: [...new Set(people)].map(tag),
  }
}

/** Asked for in parts: a village may have more people than a database takes parameters. */
const PART = 500

async function tagsOf(
  reads: Reads,
  personIds: readonly string[],
  villageId: string,
  now: EpochMs,
): Promise<ReadonlyMap<string, PersonTag>> {
  const ids = [...new Set(personIds)]
  const tags = new Map<string, PersonTag>()
  for (let from = 0; from < ids.length; from += PART) {
    const part = await personTags(reads, ids.slice(from, from + PART), now, villageId)
    for (const [id, tag] of part) tags.set(id, tag)
  }
  return tags
}
