import { spanHolds, type EpochMs } from '../kernel'
import type { UnitKind } from '../villages'

/** Handbook §1. Who sits on which day is no post: the roster says it. */
export type PostKind =
  | 'resident'
  | 'secretary'
  | 'director'
  | 'supervisor'
  | 'committee-member'
  | 'specialist'
  | 'accountant'
  | 'grid-worker'
  | 'stationed-cadre'
  | 'leader'
  | 'staff'
  | 'officer'
  | 'admin'

/** A post 职务: one person, one unit, over [fromAt, toAt). An ended post gives no right. */
export interface Post {
  readonly id: string
  readonly personId: string
  readonly kind: PostKind
  readonly unitId: string
  /** What a specialist has charge of ("低保", "医保"), or a leader's title ("镇长"); `null` where nothing is added. */
  readonly charge: string | null
  readonly fromAt: EpochMs
  readonly toAt: EpochMs | null
}

/** Where each post may be held (handbook §1, "at"). A stationed cadre's post names the village he is assigned to. */
export const POST_UNIT_KINDS: Readonly<Record<PostKind, readonly UnitKind[]>> = {
  resident: ['village'],
  secretary: ['village'],
  director: ['village'],
  supervisor: ['village'],
  'committee-member': ['village'],
  specialist: ['village'],
  accountant: ['village'],
  'grid-worker': ['group', 'village'],
  'stationed-cadre': ['village'],
  // At a county they hear of what stays undone for three days (handbook §2); they see no single ticket.
  leader: ['sub-district', 'county'],
  staff: ['sub-district', 'county'],
  officer: ['department'],
  admin: ['county', 'sub-district', 'village'],
}

export const POST_NAMES: Readonly<Record<PostKind, string>> = {
  resident: '村民',
  secretary: '村党组织书记',
  director: '村民委员会主任',
  supervisor: '村务监督委员会主任',
  'committee-member': '两委委员',
  specialist: '专干',
  accountant: '报账员',
  'grid-worker': '网格员',
  'stationed-cadre': '包村干部',
  leader: '乡镇领导干部',
  staff: '街道工作人员',
  officer: '部门办事员',
  admin: '管理员',
}

/** Short forms for a chip beside a face. */
export const POST_SHORT_NAMES: Readonly<Record<PostKind, string>> = {
  resident: '村民',
  secretary: '书记',
  director: '主任',
  supervisor: '监委会主任',
  'committee-member': '委员',
  specialist: '专干',
  accountant: '报账员',
  'grid-worker': '网格员',
  'stationed-cadre': '包村干部',
  leader: '镇领导',
  staff: '街道',
  officer: '部门',
  admin: '管理员',
}

/** The posts that answer for a village: they see its tickets and may reply. */
export const VILLAGE_HANDLER_POSTS: readonly PostKind[] = [
  'secretary', 'director', 'committee-member', 'specialist', 'grid-worker', 'stationed-cadre',
]

/** The posts that say who belongs to the village, keep its roster, and are told of supervision orders. */
export const VILLAGE_LEAD_POSTS: readonly PostKind[] = ['secretary', 'director']

/** "The whole village committee" of the 30-minute reminder. */
export const VILLAGE_COMMITTEE_POSTS: readonly PostKind[] = ['secretary', 'director', 'committee-member']

/** The posts that watch a sub-district: they see what their villages are told openly and what is overdue. */
export const SUB_DISTRICT_HANDLER_POSTS: readonly PostKind[] = ['staff', 'leader']

export function postHolds(post: Post, at: EpochMs): boolean {
  return spanHolds(post, at)
}

/** The posts among `posts` in force at the instant. */
export function currentPosts(posts: readonly Post[], at: EpochMs): readonly Post[] {
  return posts.filter((post) => postHolds(post, at))
}
