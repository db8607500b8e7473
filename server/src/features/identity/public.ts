import {
  POST_UNIT_KINDS, SUB_DISTRICT_HANDLER_POSTS,
  type Account, type MembershipRequest, type PersonTag, type PostKind, type SeatedPost,
} from '@huiying/shared/identity'
import { type BoundedSpan, type EpochMs, hourOf, spanHolds } from '@huiying/shared/kernel'
import { placeholders } from '../../platform/database/own-sql'
import { keptRead, type Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { accountTable } from './account.table'
import { withPlacesSat } from './places-sat.board'
import { postTable } from './post.table'
import { taggedPeople, type TaggedPerson } from './tagged-people.board'

export { demoPeople } from './demo-people.board'
export { keepNobody, personToForget } from './forget-person'
export { RegisterRepository } from './register.repository'
export type { TaggedPerson } from './tagged-people.board'

/** Everybody's post in the village but the residents', who are hundreds. */
const VILLAGE_POSTS = (Object.keys(POST_UNIT_KINDS) as PostKind[]).filter(
  (kind) => kind !== 'resident' && POST_UNIT_KINDS[kind].includes('village'),
)

/** The posts of the given kinds in force at the village and its groups; left out: every kind but resident. */
export function postsAtVillage(
  reads: Reads,
  villageId: string,
  at: EpochMs,
  kinds: readonly PostKind[] = VILLAGE_POSTS,
): Promise<readonly SeatedPost[]> {
  return postsInForce(reads, 'village_id = ?', [villageId], kinds, at)
}

/**
 * The posts of the given kinds in force at the sub-district itself, not in its villages; left out: staff and leaders.
 */
export function postsAtSubDistrict(
  reads: Reads,
  subDistrictId: string,
  at: EpochMs,
  kinds: readonly PostKind[] = SUB_DISTRICT_HANDLER_POSTS,
): Promise<readonly SeatedPost[]> {
  return postsInForce(reads, 'sub_district_id = ? AND village_id IS NULL', [subDistrictId], kinds, at)
}

/** The posts of the given kinds in force at exactly this unit. */
export function postsAtUnit(
  reads: Reads,
  unitId: string,
  at: EpochMs,
  kinds: readonly PostKind[],
): Promise<readonly SeatedPost[]> {
  return postsInForce(reads, 'unit_id = ?', [unitId], kinds, at)
}

/** Everybody's post of this kind in force, wherever it is held. For kinds that few people hold. */
export function postHolders(reads: Reads, kind: PostKind, at: EpochMs): Promise<readonly SeatedPost[]> {
  return postsInForce(reads, '1 = 1', [], [kind], at)
}

/** The posts of the given kinds at the villages and their groups that hold at some instant of [fromAt, toAt). */
export function postsAtVillagesDuring(
  reads: Reads,
  villageIds: readonly string[],
  kinds: readonly PostKind[],
  span: BoundedSpan,
): Promise<readonly SeatedPost[]> {
  return postsAmong(reads, 'village_id', villageIds, kinds, span)
}

/** The posts of the given kinds at these very units that hold at some instant of [fromAt, toAt). */
export function postsAtUnitsDuring(
  reads: Reads,
  unitIds: readonly string[],
  kinds: readonly PostKind[],
  span: BoundedSpan,
): Promise<readonly SeatedPost[]> {
  return postsAmong(reads, 'unit_id', unitIds, kinds, span)
}

/** The posts of the given kinds in the sub-district and its villages that hold at some instant of [fromAt, toAt). */
export function postsInSubDistrictDuring(
  reads: Reads,
  subDistrictId: string,
  kinds: readonly PostKind[],
  span: BoundedSpan,
): Promise<readonly SeatedPost[]> {
  return postsDuring(reads, 'sub_district_id = ?', [subDistrictId], kinds, span)
}

/** The same of these people, in the sub-district and its villages. */
export async function postsOfPeopleDuring(
  reads: Reads,
  personIds: readonly string[],
  subDistrictId: string,
  kinds: readonly PostKind[],
  span: BoundedSpan,
): Promise<readonly SeatedPost[]> {
  // Asked about in the query, the sub-district leads to all of its thousands of posts instead of the people's few.
  const posts = await postsAmong(reads, 'person_id', personIds, kinds, span)
  return posts.filter((post) => post.subDistrictId === subDistrictId)
}

/** Every post of the person in force, at whatever unit, and what sitting in a colleague's place gives him. */
export async function postsOf(reads: Reads, personId: string, at: EpochMs): Promise<readonly SeatedPost[]> {
  const rows = await reads.query<RawRow>(
    `SELECT ${postTable.columnList} FROM posts WHERE person_id = ? AND from_at <= ? AND (to_at IS NULL OR to_at > ?)`,
    [personId, at, at],
  )
  return withPlacesSat(reads, rows.map(postTable.fromRaw), at)
}

/**
 * Name and weightiest post in force of each person, by id; unknown ids are left out. With a village: only posts in it
 * or over it count, so that a man's post elsewhere does not name him here; who holds none there has `post: null`.
 */
export async function personTags(
  reads: Reads,
  personIds: readonly string[],
  at: EpochMs,
  villageId?: string,
): Promise<ReadonlyMap<string, PersonTag>> {
  const people = await taggedPeople(reads, personIds, at, villageId)
  return new Map([...people].map(([id, { tag }]) => [id, tag]))
}

/** The same with the number on the register, for those who may call. */
export function peopleToCall(
  reads: Reads, personIds: readonly string[], at: EpochMs,
): Promise<ReadonlyMap<string, TaggedPerson>> {
  return taggedPeople(reads, personIds, at)
}

/** Every account bound to the person: messages go to all of them, and a reply from any of them is his. */
export async function accountsOf(reads: Reads, personId: string): Promise<readonly Account[]> {
  const rows = await reads.query<RawRow>(
    `SELECT ${accountTable.columnList} FROM accounts WHERE person_id = ? ORDER BY created_at, id`,
    [personId],
  )
  return rows.map(accountTable.fromRaw)
}

/** The same of several people; whoever has none is left out. */
export async function accountsOfPeople(
  reads: Reads,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Account[]>> {
  if (personIds.length === 0) return new Map()
  const rows = await reads.query<RawRow>(
    `SELECT ${accountTable.columnList} FROM accounts WHERE person_id IN (${placeholders(personIds.length)}) ORDER BY created_at, id`,
    personIds,
  )
  const accounts = new Map<string, Account[]>()
  for (const account of rows.map(accountTable.fromRaw)) {
    const { personId } = account
    if (personId !== null) accounts.set(personId, [...(accounts.get(personId) ?? []), account])
  }
  return accounts
}

/** The number on the register, else the newest one WeChat vouched for; `null` where neither is known. */
export async function phoneOf(reads: Reads, personId: string): Promise<string | null> {
  return (await phonesOf(reads, [personId])).get(personId) ?? null
}

/** The same of several people. */
export async function phonesOf(
  reads: Reads, personIds: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const ids = [...new Set(personIds)]
  if (ids.length === 0) return new Map()
  const rows = await reads.query<{ readonly id: string; phone: string | null; vouched: string | null }>(
    `SELECT h.id, h.phone, (SELECT a.phone FROM accounts a WHERE a.person_id = h.id AND a.phone IS NOT NULL
       ORDER BY a.created_at DESC, a.id DESC LIMIT 1) AS vouched
     FROM people h WHERE h.id IN (${placeholders(ids.length)})`,
    ids,
  )
  return new Map(rows.map(({ id, phone, vouched }) => [id, phone ?? vouched]))
}

/** A request to be let into a village, as it stands now. */
export interface RequestInBrief {
  readonly name: string
  readonly villageId: string
  readonly status: MembershipRequest['status']
  /** Whom its account is bound to; `null` as long as it is to nobody. */
  readonly personId: string | null
}

export async function requestInBrief(reads: Reads, requestId: string): Promise<RequestInBrief | null> {
  const [row] = await reads.query<{ name: string; village_id: string; status: RequestInBrief['status']; person_id: string | null }>(
    `SELECT r.name, r.village_id, r.status, a.person_id FROM membership_requests r
     JOIN accounts a ON a.id = r.account_id WHERE r.id = ?`,
    [requestId],
  )
  if (row === undefined) return null
  return { name: row.name, villageId: row.village_id, status: row.status, personId: row.person_id }
}

/** Of each hour read once, as long as nobody changes it. */
async function postsInForce(
  reads: Reads,
  place: string,
  placeValues: readonly string[],
  kinds: readonly PostKind[],
  at: EpochMs,
): Promise<readonly SeatedPost[]> {
  if (kinds.length === 0) return []
  const hour = hourOf(at)
  const key = `posts ${place} ${placeValues.join(' ')} ${kinds.join(' ')} ${hour.fromAt}`
  const posts = await keptRead(reads, key, () => postsDuring(reads, place, placeValues, kinds, hour))
  return posts.filter((post) => spanHolds(post, at))
}

async function postsAmong(
  reads: Reads,
  column: 'village_id' | 'unit_id' | 'person_id',
  ids: readonly string[],
  kinds: readonly PostKind[],
  span: BoundedSpan,
): Promise<readonly SeatedPost[]> {
  return ids.length === 0 ? [] : postsDuring(reads, `${column} IN (${placeholders(ids.length)})`, ids, kinds, span)
}

async function postsDuring(
  reads: Reads,
  place: string,
  placeValues: readonly string[],
  kinds: readonly PostKind[],
  { fromAt, toAt }: BoundedSpan,
): Promise<readonly SeatedPost[]> {
  const rows = await reads.query<RawRow>(
    `SELECT ${postTable.columnList} FROM posts
     WHERE ${place} AND kind IN (${placeholders(kinds.length)}) AND from_at < ? AND (to_at IS NULL OR to_at > ?) ORDER BY from_at, id`,
    [...placeValues, ...kinds, toAt, fromAt],
  )
  return rows.map(postTable.fromRaw)
}
