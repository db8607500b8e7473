import {
  postNameAt,
  SUB_DISTRICT_HANDLER_POSTS,
  VILLAGE_HANDLER_POSTS,
  VILLAGE_LEAD_POSTS,
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

/** Where what one says goes to: who lives in a village speaks there, a cadre from elsewhere where he answers. */
export function villageOneSpeaksTo(me: Me): UnitBrief | null {
  return me.posts.some((post) => post.kind === 'resident') ? myVillage(me) : myHandledVillage(me)
}

/** Has matters of others before him: of a village, of what lies above it, or of a department. */
export function answersMatters(me: Me): boolean {
  return myHandledVillage(me) !== null || handlesAbove(me) || bearerOf(me, ['officer']) !== null
}

/** All villages whose tickets one answers: a stationed cadre may have several. */
export function myHandledVillages(me: Me): readonly UnitBrief[] {
  const handled = me.posts.flatMap((post) =>
    post.village !== null && VILLAGE_HANDLER_POSTS.includes(post.kind) ? [post.village] : [])
  return handled.filter((village, index) => handled.findIndex(({ id }) => id === village.id) === index)
}

/** May be put on a roster: those who answer for a village, and the leaders who come to sit there. */
export function mayHaveDuty(me: Me): boolean {
  return bearerOf(me, [...VILLAGE_HANDLER_POSTS, 'leader']) !== null
}

/** Has matters of more than one village before him, so that each has to say whose it is. */
export function coversSeveralVillages(me: Me): boolean {
  const isAbove = handlesAbove(me) || bearerOf(me, ['officer']) !== null
  return isAbove || myHandledVillages(me).length > 1
}

/** Answers what lies above the villages: at the sub-district, or at the county what is said of a leader. */
export function handlesAbove(me: Me): boolean {
  return bearerOf(me, SUB_DISTRICT_HANDLER_POSTS) !== null
}

/** The sub-district one watches over; `null` for all others. */
export function mySubDistrict(me: Me): UnitBrief | null {
  return bearerOf(me, SUB_DISTRICT_HANDLER_POSTS)?.subDistrict ?? null
}

/** The sub-district one keeps as its admin: its people, its days off, its rules. */
export function administeredSubDistrict(me: Me): UnitBrief | null {
  const post = me.posts.find(({ kind, unit }) => kind === 'admin' && unit.kind === 'sub-district')
  return post?.unit ?? null
}

/** The village whose membership one decides: its secretary and its director. */
export function leadsVillage(me: Me): UnitBrief | null {
  return bearerOf(me, VILLAGE_LEAD_POSTS)?.village ?? null
}

export function bearerOf(me: Me, kinds: readonly PostKind[]): MyPost | null {
  return me.posts.find((post) => kinds.includes(post.kind)) ?? null
}

/** "青石村 · 村党组织书记"; a specialist with what he has charge of. */
export function postLine(post: MyPost): string {
  const kind = postNameAt(post.kind, post.unit)
  // Whoever has charge of a topic is called after it, here as elsewhere.
  const inCharge = post.kind === 'specialist' ? `${post.charge}${kind}` : `${kind}（${post.charge}）`
  const name = post.charge === null ? kind : inCharge
  return `${post.unit.name} · ${name}`
}
