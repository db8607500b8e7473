import { DomainError } from '../kernel'
import type { Viewer } from './viewer'

/** POST /api/me/leaving */
export interface LeavingBody {
  readonly isSure: true
}

/** What stands where the name of somebody stood who has left for good. */
export const LEFT_NAME = '已注销的人'
/** And of whoever raised what ended a year ago. */
export const NOBODY_NAME = '姓名已抹去'

/**
 * Leaving for good (personal information law of China, art. 47) is for those who hold no office: what an office
 * answered and signed stays his until somebody has taken it over.
 * @throws identity.holds-office
 */
export function requireMayLeave({ posts }: Viewer): void {
  if (posts.some(({ kind }) => kind !== 'resident')) throw new DomainError('identity.holds-office')
}
