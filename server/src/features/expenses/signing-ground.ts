import { currentRevision, type ExpenseRequest, type Kinship, type SigningGround } from '@huiying/shared/expenses'
import { POST_UNIT_KINDS, type PostKind, type SeatedPost } from '@huiying/shared/identity'
import type { EpochMs } from '@huiying/shared/kernel'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import { postsAtVillage, postsOfPeopleDuring } from '../identity/public'

const EVERY_KIND = Object.keys(POST_UNIT_KINDS) as PostKind[]

type Place = Pick<ExpenseRequest, 'villageId' | 'subDistrictId'>

/** What decides who may sign, as of now: the village's posts, those of the people named, and who is related to whom. */
export async function signingGroundOf(reads: Reads, request: ExpenseRequest, now: EpochMs): Promise<SigningGround> {
  const { handlerId, witnessId, payee } = currentRevision(request).content
  const posts = await postsFor(reads, request, [handlerId, witnessId], now)
  return { posts, relatives: await relativesOf(reads, [...posts.map((post) => post.personId), payee.personId]) }
}

/** In force now: everybody's at the village but the residents', who are hundreds, and all of the people named. */
export async function postsFor(
  reads: Reads,
  { villageId, subDistrictId }: Place,
  people: readonly (string | null)[],
  now: EpochMs,
): Promise<readonly SeatedPost[]> {
  const named = [...new Set(people.filter((id): id is string => id !== null))]
  const atVillage = await postsAtVillage(reads, villageId, now)
  const theirs = await postsOfPeopleDuring(reads, named, subDistrictId, EVERY_KIND, { fromAt: now, toAt: now + 1 })
  return [...new Map([...atVillage, ...theirs].map((post) => [post.id, post])).values()]
}

/** Every line of the register that touches one of these people. */
export async function relativesOf(
  reads: Reads,
  people: readonly (string | null)[],
): Promise<readonly Kinship[]> {
  const ids = [...new Set(people.filter((id): id is string => id !== null))]
  if (ids.length === 0) return []
  const among = placeholders(ids.length)
  const rows = await reads.query<{ readonly person_id: string; readonly relative_id: string }>(
    `SELECT person_id, relative_id FROM kinships WHERE person_id IN (${among}) OR relative_id IN (${among}) ORDER BY id`,
    [...ids, ...ids],
  )
  return rows.map((row) => ({ personId: row.person_id, relativeId: row.relative_id }))
}
