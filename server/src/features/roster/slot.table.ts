import type { DutySlot, Seat, SlotSource } from '@huiying/shared/roster'
import { bool, code, date, id, instant, int, named, nullable } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

export const slotTable = defineTable<DutySlot>({
  name: 'duty_slots',
  columns: {
    id: id(),
    subDistrictId: id(),
    villageId: id(),
    month: code(7),
    on: named('duty_on', date()),
    seat: code<Seat>(12),
    personId: nullable(id()),
    fromAt: instant(),
    toAt: instant(),
    takeOverDueAt: instant(),
    takenOverAt: nullable(instant()),
    isOnSite: nullable(bool()),
    source: code<SlotSource>(12),
    publishedAt: nullable(instant()),
    changedAt: nullable(instant()),
    version: int(),
  },
  primaryKey: ['id'],
  indices: [
    ['subDistrictId', 'month'], ['villageId', 'fromAt'], ['personId', 'fromAt'], ['subDistrictId', 'fromAt'],
    { name: 'ix_duty_slots_take_over', columns: ['subDistrictId', 'takeOverDueAt'] },
  ],
  checks: { ck_duty_slots_span: 'from_at <= to_at' },
})
