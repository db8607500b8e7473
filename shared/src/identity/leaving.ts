import { DomainError } from '../kernel'
import type { PostKind } from './post'

/** POST /api/me/leaving */
export interface LeavingBody {
  readonly isSure: true
}

/** What stands where the name of somebody stood who has left for good. */
export const LEFT_NAME = '已注销的人'
/** And of whoever raised what ended a year ago. */
export const NOBODY_NAME = '姓名已抹去'

interface Holder {
  readonly posts: readonly { readonly kind: PostKind }[]
}

/**
 * Leaving for good (personal information law of China, art. 47) is for those who hold no office: what an office
 * answered and signed stays his until somebody has taken it over.
 */
export function mayLeave({ posts }: Holder): boolean {
  return posts.every(({ kind }) => kind === 'resident')
}

/** @throws identity.holds-office */
export function requireMayLeave(holder: Holder): void {
  if (!mayLeave(holder)) throw new DomainError('identity.holds-office')
}
