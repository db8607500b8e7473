import type { Me } from '@huiying/shared/identity'

const village = { id: 'village-1', kind: 'village', name: '青石桥村' } as const
const subDistrict = { id: 'sub-1', kind: 'sub-district', name: '清河街道' } as const

/** A villager as GET /api/me describes her. */
export function aVillager(changes: Partial<Me> = {}): Me {
  return {
    accountId: 'account-1',
    person: { id: 'person-1', name: '周桂兰', maskedPhone: '138****5678' },
    posts: [{ kind: 'resident', unit: village, village, subDistrict, charge: null }],
    waitingFor: null,
    declinedBy: null,
    phoneKnown: true,
    unreadNotices: 0,
    demo: false,
    ...changes,
  }
}
