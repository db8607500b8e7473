import type { Me } from '@huiying/shared/identity'
import { administeredSubDistrict, bearerOf, openPage } from '@/features/identity'

export const PROMISE_URL = '/packages/desk/promise/index'

/** The desk's pages are built for the browser alone. */
const HAS_DESK = process.env.TARO_ENV === 'h5'

/** Who reads the rules of answering: the sub-district's staff, leaders and admin. */
export function readsPromise(me: Me): boolean {
  return HAS_DESK && (bearerOf(me, ['staff', 'leader']) !== null || administeredSubDistrict(me) !== null)
}

export const openPromise = (): void => openPage(PROMISE_URL)
