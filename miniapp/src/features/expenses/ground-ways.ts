import type { Me, PostKind } from '@huiying/shared/identity'
import type { UnitBrief } from '@huiying/shared/villages'
import { administeredSubDistrict, bearerOf, mySubDistrict, openPage } from '@/features/identity'

const ROOT = '/packages/money'
export const MONEY_POLICY_URL = `${ROOT}/policy/index`

/** 村里定过的事 */
export function decisionsUrl(villageId: string): string {
  return `${ROOT}/decisions/index?village=${encodeURIComponent(villageId)}`
}

/** Left out: the village is asked for first. */
export function relativesUrl(villageId?: string): string {
  return `${ROOT}/relatives/index${villageId === undefined ? '' : `?village=${encodeURIComponent(villageId)}`}`
}

/** One photo of a paper, or the first that nobody has looked at. */
export function maskUrl(expenseId: string, fileId?: string): string {
  const file = fileId === undefined ? '' : `&file=${encodeURIComponent(fileId)}`
  return `${ROOT}/mask/index?expense=${encodeURIComponent(expenseId)}${file}`
}

export const openDecisions = (villageId: string): void => openPage(decisionsUrl(villageId))
export const openRelatives = (villageId?: string): void => openPage(relativesUrl(villageId))
export const openMask = (expenseId: string, fileId?: string): void => openPage(maskUrl(expenseId, fileId))
export const openMoneyPolicy = (): void => openPage(MONEY_POLICY_URL)

/** The village whose decisions and seal are one's work. */
export function myMoneyVillage(me: Me): UnitBrief | null {
  return bearerOf(me, [
    'secretary', 'director', 'supervisor', 'committee-member', 'specialist', 'accountant', 'stationed-cadre',
  ])?.village ?? null
}

/** Whose register of close relatives one keeps: one's village's as supervisor; `null`: any of one's sub-district. */
export function keepsRelativesOf(me: Me): { readonly village: UnitBrief | null } | null {
  const own = me.posts.find(({ kind, village }) => (kind === 'supervisor' || kind === 'admin') && village !== null)
  if (own !== undefined) return { village: own.village }
  return worksFor(me, ['staff']) || administeredSubDistrict(me) !== null ? { village: null } : null
}

/** Who reads the rules of money: the sub-district's staff, leaders and admin. */
export function readsMoneyPolicy(me: Me): boolean {
  return mySubDistrict(me) !== null || administeredSubDistrict(me) !== null
}

/** Not for a county, whose staff have no money before them. */
function worksFor(me: Me, kinds: readonly PostKind[]): boolean {
  return me.posts.some(({ kind, subDistrict }) => kinds.includes(kind) && subDistrict !== null)
}
