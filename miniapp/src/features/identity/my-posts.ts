import {
  POST_NAMES,
  SUB_DISTRICT_HANDLER_POSTS,
  VILLAGE_HANDLER_POSTS,
  type Me,
  type MyPost,
  type PostKind,
} from '@huiying/shared/identity'
import type { UnitBrief } from '@huiying/shared/villages'

/** The village one lives in; for a cadre who is on no register, the one he works in. */
export function myVillage(me: Me): UnitBrief | null {
  const home = me.posts.find((post) => post.kind === 'resident') ?? me.posts.find((post) => post.village !== null)
  return home?.village ?? null
}

/** The village whose tickets one answers; `null` for those who answer none. */
export function myHandledVillage(me: Me): UnitBrief | null {
  return bearerOf(me, VILLAGE_HANDLER_POSTS)?.village ?? null
}

/** Has matters of more than one village before him, so that each has to say whose it is. */
export function coversSeveralVillages(me: Me): boolean {
  const handled = me.posts.filter((post) => VILLAGE_HANDLER_POSTS.includes(post.kind))
  return mySubDistrict(me) !== null || new Set(handled.map((post) => post.village?.id)).size > 1
}

/** The sub-district one watches over; `null` for all others. */
export function mySubDistrict(me: Me): UnitBrief | null {
  return bearerOf(me, SUB_DISTRICT_HANDLER_POSTS)?.subDistrict ?? null
}

/** The village whose membership one decides: its secretary and its director. */
export function leadsVillage(me: Me): UnitBrief | null {
  return bearerOf(me, ['secretary', 'director'])?.village ?? null
}

export function bearerOf(me: Me, kinds: readonly PostKind[]): MyPost | null {
  return me.posts.find((post) => kinds.includes(post.kind)) ?? null
}

/** "青石村 · 村党组织书记"; a specialist with what he has charge of. */
export function postLine(post: MyPost): string {
  const name = post.charge === null ? POST_NAMES[post.kind] : `${POST_NAMES[post.kind]}（${post.charge}）`
  return `${post.unit.name} · ${name}`
}
