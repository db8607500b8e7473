import type { Leave, Swap, SwapStatus } from '@huiying/shared/roster'
import { code, date, id, instant, int, nullable } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

export const leaveTable = defineTable<Leave>({
  name: 'duty_leaves',
  columns: {
    id: id(), subDistrictId: id(), personId: id(), fromOn: date(), toOn: date(), fromAt: instant(), toAt: instant(),
    enteredBy: id(), enteredAt: instant(), cancelledAt: nullable(instant()),
  },
  primaryKey: ['id'],
  indices: [['subDistrictId', 'toAt'], ['personId', 'toAt']],
})

export const swapTable = defineTable<Swap>({
  name: 'duty_swaps',
  columns: {
    id: id(), subDistrictId: id(), slotId: id(), returnSlotId: nullable(id()), fromPersonId: id(), toPersonId: id(),
    status: code<SwapStatus>(12), askedAt: instant(), answeredAt: nullable(instant()), version: int(),
  },
  primaryKey: ['id'],
  indices: [['slotId'], ['fromPersonId', 'status'], ['toPersonId', 'status']],
})
