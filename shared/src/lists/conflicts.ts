import type { EpochMs } from '../kernel'
import { POST_NAMES, type PostKind } from '../identity'
import { groupBy } from './notes'
import type { ListFault, Place } from '../tables'

/** A post as it will stand after an import, from a row of the list or from the database. */
export interface HeldPost {
  readonly personCode: string
  readonly personName: string
  readonly kind: PostKind
  readonly unitCode: string
  readonly unitName: string
  readonly fromAt: EpochMs
  readonly toAt: EpochMs | null
  /** How a sentence refers to it: "第 12 行", "系统里从 2021-03-01 起的". */
  readonly where: string
  /** `null`: in the database only. */
  readonly place: Place | null
}

/** Of these a village has one holder at a time (handbook §1, §3). */
const SOLE_POSTS: readonly PostKind[] = ['secretary', 'director', 'supervisor', 'stationed-cadre']

/** Organic Law of Villagers' Committees, art. 32: who supervises holds none of what he supervises. */
const SUPERVISED_POSTS: readonly PostKind[] = ['secretary', 'director', 'committee-member', 'accountant']

/**
 * Posts that can't stand beside each other in time. Each fault hangs on a row of the list and names the other post;
 * pairs that are both in the database are none of the list's business.
 */
export function findConflicts(posts: readonly HeldPost[]): readonly ListFault[] {
  return [...doubled(posts), ...shared(posts), ...supervisingThemselves(posts)]
}

function doubled(posts: readonly HeldPost[]): readonly ListFault[] {
  const faults: ListFault[] = []
  for (const group of groupBy(posts, (post) => `${post.personCode} ${post.kind} ${post.unitCode}`).values()) {
    for (const [earlier, later] of overlapping(group)) {
      const advice =
        earlier.place !== null && later.place !== null
          ? '请只留一行；几样分工写在一格里，用顿号隔开'
          : '请把开始日期写得和系统里一样，或给系统里的那段填上结束日期'
      faults.push(...faultOf(earlier, later, '开始日期', (other) => `${other.where}是同一个人、同一职务、同一单位，时间重叠；${advice}`))
    }
  }
  return faults
}

function shared(posts: readonly HeldPost[]): readonly ListFault[] {
  const sole = posts.filter((post) => SOLE_POSTS.includes(post.kind))
  const faults: ListFault[] = []
  for (const group of groupBy(sole, (post) => `${post.kind} ${post.unitCode}`).values()) {
    for (const [earlier, later] of overlapping(group)) {
      if (earlier.personCode === later.personCode) continue
      faults.push(
        ...faultOf(earlier, later, '职务', (other, own) =>
          `${own.unitName}同一时间只能有一位${POST_NAMES[own.kind]}，${other.where}${other.personName}也是；请给离任的一位填上结束日期`),
      )
    }
  }
  return faults
}

function supervisingThemselves(posts: readonly HeldPost[]): readonly ListFault[] {
  const concerned = posts.filter((post) => post.kind === 'supervisor' || SUPERVISED_POSTS.includes(post.kind))
  const faults: ListFault[] = []
  for (const group of groupBy(concerned, (post) => `${post.personCode} ${post.unitCode}`).values()) {
    for (const supervisor of group.filter((post) => post.kind === 'supervisor')) {
      for (const post of group.filter((one) => one.kind !== 'supervisor' && overlap(one, supervisor))) {
        const inOrder = [supervisor, post].sort((a, b) => group.indexOf(a) - group.indexOf(b)) as [HeldPost, HeldPost]
        faults.push(
          ...faultOf(...inOrder, '职务', (other) =>
            `${POST_NAMES.supervisor}不能同时是${POST_NAMES[post.kind]}（${other.where}），请换一个人`),
        )
      }
    }
  }
  return faults
}

/** Each post beside the one before it that reaches furthest, where the two overlap. */
function overlapping(group: readonly HeldPost[]): readonly (readonly [HeldPost, HeldPost])[] {
  const pairs: (readonly [HeldPost, HeldPost])[] = []
  let furthest: HeldPost | null = null
  for (const post of [...group].sort((a, b) => a.fromAt - b.fromAt)) {
    if (furthest !== null && overlap(furthest, post)) pairs.push([furthest, post])
    if (furthest === null || endOf(post) > endOf(furthest)) furthest = post
  }
  return pairs
}

function overlap(a: HeldPost, b: HeldPost): boolean {
  return a.fromAt < endOf(b) && b.fromAt < endOf(a)
}

function endOf(post: HeldPost): number {
  return post.toAt ?? Number.POSITIVE_INFINITY
}

/** Hung on the later row; where only one of the two is a row, on that one. */
function faultOf(
  earlier: HeldPost,
  later: HeldPost,
  column: string,
  words: (other: HeldPost, own: HeldPost) => string,
): readonly ListFault[] {
  if (later.place !== null) return [later.place.fault(column, words(earlier, later))]
  if (earlier.place !== null) return [earlier.place.fault(column, words(later, earlier))]
  return []
}
