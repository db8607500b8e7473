import { addDays, type CalendarDate, type EpochMs } from '../kernel'
import type { RosterOrderCause } from './book'
import { chiefOf, type Chief } from './chiefs'
import { mondayOf } from './duty-days'
import type { DutySlot, Month, Seat } from './duty-slot'
import { isAbsent } from './shift'
import { ROSTER_ORDER_CAUSE_NAMES, SEAT_NAMES } from './words'

/** Monday and Sunday of the day's week. */
export function weekOf(on: CalendarDate): { readonly fromOn: CalendarDate; readonly toOn: CalendarDate } {
  const fromOn = mondayOf(on)
  return { fromOn, toOn: addDays(fromOn, 6) }
}

/** Somebody should sit there, now or later, and nobody is put there. A draft has none that concern anybody. */
export function isHole(slot: DutySlot, now: EpochMs): boolean {
  return slot.publishedAt !== null && slot.personId === null && slot.fromAt < slot.toAt && now < slot.toAt
}

export interface VisitQuestion {
  readonly month: Month
  /** In force. */
  readonly leaders: readonly { readonly personId: string; readonly charge: string | null }[]
  /** In the order in which they are to be named. */
  readonly markedVillageIds: readonly string[]
  /** The month's published slots of leaders. */
  readonly visits: readonly DutySlot[]
  /** The month's policy: how often each village is visited, and each chief goes. */
  readonly leaderVisits: number
  readonly now: EpochMs
}

/** A visit that nobody has made yet; of a chief who owes it, or to a village that waits for it. */
export interface OwedVisit {
  /** "personId:2026-09" or "villageId:2026-09" */
  readonly key: string
  readonly personId: string | null
  readonly villageId: string | null
  readonly plannedOn: CalendarDate | null
}

/**
 * What of the month's visits has not been made (handbook §3): party secretary and mayor each go to a marked village,
 * and each marked village sees a leader. Whoever sits there and is not absent has come.
 */
export function visitsOwed(
  { month, leaders, markedVillageIds, visits, leaderVisits, now }: VisitQuestion,
): readonly OwedVisit[] {
  const inMarked = visits.filter(({ seat, personId, fromAt, toAt, villageId }) =>
    seat === 'leader' && personId !== null && fromAt < toAt && markedVillageIds.includes(villageId))
  const owed = (isOf: (slot: DutySlot) => boolean): { readonly plannedOn: CalendarDate | null } | null => {
    const own = inMarked.filter(isOf)
    const sat = new Set(own.filter((slot) => slot.fromAt <= now && !isAbsent(slot, now)).map(dayAndPlace))
    if (sat.size >= leaderVisits) return null
    const planned = own.filter(({ fromAt }) => fromAt > now).map(({ on }) => on)
    return { plannedOn: [...planned].sort()[0] ?? null }
  }
  const chiefsOf = (chief: Chief): readonly string[] =>
    leaders.filter(({ charge }) => chiefOf(charge) === chief).map(({ personId }) => personId).sort()
  const chiefs = markedVillageIds.length === 0 ? [] : [...chiefsOf('party-secretary'), ...chiefsOf('mayor')]
  return [
    ...[...new Set(chiefs)].flatMap((personId): readonly OwedVisit[] => {
      const visit = owed((slot) => slot.personId === personId)
      return visit === null ? [] : [{ key: `${personId}:${month}`, personId, villageId: null, ...visit }]
    }),
    ...markedVillageIds.flatMap((villageId): readonly OwedVisit[] => {
      const visit = owed((slot) => slot.villageId === villageId)
      return visit === null ? [] : [{ key: `${villageId}:${month}`, personId: null, villageId, ...visit }]
    }),
  ]
}

/** Two who shared one visit made one. */
function dayAndPlace({ villageId, on }: DutySlot): string {
  return `${villageId}|${on}`
}

export interface OrderMatter {
  readonly cause: RosterOrderCause
  /** Of the cell it is about. */
  readonly cell: { readonly on: CalendarDate; readonly seat: Seat } | null
  /** Of the visit it is about. */
  readonly month: Month | null
  readonly personName: string | null
}

/** What a supervision order is about, in words: "9月14日 带班：陈明没有到岗", "9月领导没有去坐班". */
export function rosterOrderMatter({ cause, cell, month, personName }: OrderMatter): string {
  const what = ROSTER_ORDER_CAUSE_NAMES[cause]
  if (cell === null) return `${monthName(month ?? '')}${personName ?? '领导'}${what}`
  return `${monthName(cell.on)}${Number(cell.on.slice(8))}日 ${SEAT_NAMES[cell.seat]}：${personName ?? ''}${what}`
}

function monthName(text: string): string {
  return `${Number(text.slice(5, 7))}月`
}
