import type { MonthStatus, RosterChange, RosterMonth, RosterNote, RosterPolicy, RosterTerms, Seat, SlotSource } from '@huiying/shared/roster'
import { bool, code, date, id, instant, int, json, named, nullable } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

/** Versions are only added: a month keeps the one it was made under. */
export const rosterPolicyTable = defineTable<RosterPolicy>({
  name: 'roster_policies',
  columns: { subDistrictId: id(), version: int(), firstOn: date(), terms: json<RosterTerms>() },
  primaryKey: ['subDistrictId', 'version'],
})

export const monthTable = defineTable<RosterMonth>({
  name: 'roster_months',
  columns: {
    subDistrictId: id(),
    month: code(7),
    status: code<MonthStatus>(12),
    revision: int(),
    policyVersion: int(),
    terms: json<RosterTerms>(),
    notes: json<readonly RosterNote[]>(),
    generatedAt: instant(),
    publishedAt: nullable(instant()),
    publishedBy: nullable(id()),
  },
  primaryKey: ['subDistrictId', 'month'],
  checks: { ck_roster_months_published: "(status = 'published') = (published_at IS NOT NULL)" },
})

export const changeTable = defineTable<RosterChange>({
  name: 'roster_changes',
  columns: {
    id: id(),
    subDistrictId: id(),
    month: code(7),
    revision: int(),
    villageId: id(),
    on: named('duty_on', date()),
    seat: code<Seat>(12),
    beforeId: nullable(id()),
    afterId: nullable(id()),
    source: code<SlotSource>(12),
    isAfterPublishing: bool(),
    at: instant(),
    by: named('by_person', nullable(id())),
  },
  primaryKey: ['id'],
  indices: [['subDistrictId', 'month', 'revision']],
})

/** How far the shifts of a sub-district have been told: everything up to `doneAt`, it included. */
export interface RosterClock {
  readonly subDistrictId: string
  readonly doneAt: number
  /** What the timer is set to; `null`: nothing is to come. */
  readonly nextAt: number | null
}

export const clockTable = defineTable<RosterClock>({
  name: 'roster_clocks',
  columns: { subDistrictId: id(), doneAt: instant(), nextAt: nullable(instant()) },
  primaryKey: ['subDistrictId'],
})
