import {
  SUB_DISTRICT_HANDLER_POSTS, VILLAGE_HANDLER_POSTS, VILLAGE_LEAD_POSTS, type PostKind, type Viewer,
} from '@huiying/shared/identity'
import { assertNever } from '@huiying/shared/kernel'

/**
 * Who gets through a route's door at all. Whether he may see the very thing he asks for is for the room to say,
 * which answers 404 where he may not.
 */
export type Access =
  /** anybody */
  | 'public'
  /** a live session, also of an account nobody knows yet */
  | 'signed-in'
  /** an account bound to a person on a register */
  | 'bound'
  /** whoever answers for a village, and the sub-district over it */
  | 'handler'
  /** secretary or director */
  | 'village-lead'
  /** staff and leaders of a sub-district */
  | 'sub-district'
  /** staff alone: leaders look on */
  | 'staff'
  /** who may edit a month of duty: staff, and secretary or director for their village */
  | 'roster-editor'
  /** staff and admins */
  | 'desk'
  /** staff, leaders and admins */
  | 'office'
  /** who keeps units, people and posts; of which unit, the room looks */
  | 'admin'

/** Why the viewer is refused; `null` when he is not. */
export function refusalFor(access: Access, viewer: Viewer): 'session.not-bound' | 'session.forbidden' | null {
  if (access === 'public' || access === 'signed-in') return null
  if (viewer.personId === null) return 'session.not-bound'
  const kinds = postsFor(access)
  if (kinds === null || viewer.posts.some(({ kind }) => kinds.includes(kind))) return null
  return 'session.forbidden'
}

/** `null`: no post is needed. */
function postsFor(access: Exclude<Access, 'public' | 'signed-in'>): readonly PostKind[] | null {
  switch (access) {
    case 'bound':
      return null
    case 'handler':
      return [...VILLAGE_HANDLER_POSTS, ...SUB_DISTRICT_HANDLER_POSTS]
    case 'village-lead':
      return VILLAGE_LEAD_POSTS
    case 'sub-district':
      return SUB_DISTRICT_HANDLER_POSTS
    case 'staff':
      return ['staff']
    case 'roster-editor':
      return ['staff', ...VILLAGE_LEAD_POSTS]
    case 'desk':
      return ['staff', 'admin']
    case 'office':
      return [...SUB_DISTRICT_HANDLER_POSTS, 'admin']
    case 'admin':
      return ['admin']
    default:
      return assertNever(access)
  }
}
