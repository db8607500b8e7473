import type { EpochMs } from '@huiying/shared/kernel'
import type { BookEntry, BookOutcome, HandOverNote, VillageMark } from '@huiying/shared/roster'
import { code, date, id, instant, int, longText, named, nullable } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

export const noteTable = defineTable<HandOverNote>({
  name: 'hand_over_notes',
  columns: { id: id(), villageId: id(), slotId: id(), personId: id(), text: longText(), at: instant() },
  primaryKey: ['id'],
  indices: [['villageId', 'at']],
})

export const bookTable = defineTable<BookEntry>({
  name: 'book_entries',
  columns: {
    id: id(), subDistrictId: id(), villageId: id(), on: named('duty_on', date()), personId: id(), slotId: nullable(id()),
    words: longText(), result: longText(), outcome: code<BookOutcome>(12), at: instant(),
  },
  primaryKey: ['id'],
  indices: [['villageId', 'on']],
})

export interface StoredMark {
  readonly villageId: string
  readonly mark: VillageMark
  readonly subDistrictId: string
  readonly setBy: string
  readonly setAt: EpochMs
}

export const markTable = defineTable<StoredMark>({
  name: 'village_marks',
  columns: { villageId: id(), mark: code<VillageMark>(16), subDistrictId: id(), setBy: id(), setAt: instant() },
  primaryKey: ['villageId', 'mark'],
  indices: [['subDistrictId']],
})

/** Where a village's service centre stands; only kept where a location circle is in force. */
export interface ServiceCentre {
  readonly villageId: string
  /** Millionths of a degree, GCJ-02. */
  readonly latitudeMicro: number
  readonly longitudeMicro: number
  readonly setBy: string
  readonly setAt: EpochMs
}

export const serviceCentreTable = defineTable<ServiceCentre>({
  name: 'service_centres',
  columns: { villageId: id(), latitudeMicro: int(), longitudeMicro: int(), setBy: id(), setAt: instant() },
  primaryKey: ['villageId'],
})
