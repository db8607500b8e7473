import type { Me } from '@huiying/shared/identity'
import { bearerOf } from '@/features/identity'

export interface MonthRights {
  /** Staff also set when stationed cadres and leaders come; a village's leads do not. */
  readonly maySetVisits: boolean
}

export function rightsOf(me: Me): MonthRights {
  return { maySetVisits: bearerOf(me, ['staff']) !== null }
}
