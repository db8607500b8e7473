import { watchedSubDistrictOf, type Viewer } from '@huiying/shared/identity'
import { addDays, chinaDateOf, DomainError, isCalendarDate, startOfChinaDay, type EpochMs } from '@huiying/shared/kernel'
import {
  monthOfDay, SEATS, weekOf,
  type DutySlot, type MonthStatus, type OwedVisit, type RosterTrouble, type RosterWeekAnswer, type VisitOwed,
} from '@huiying/shared/roster'
import type { UnitBrief } from '@huiying/shared/villages'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import { personTags } from '../identity/public'
import { unitOf } from '../villages/public'
import { absencesIn, holesCountedIn, holesIn, visitsOwedIn, type TroubleDays } from './troubles.board'

type Tags = Awaited<ReturnType<typeof personTags>>

/** What is named on the board, looked up once. */
interface Named {
  /** In the order of their codes. */
  readonly villages: ReadonlyMap<string, UnitBrief>
  readonly people: Tags
  readonly phones: ReadonlyMap<string, string | null>
  /** By cause and subject. */
  readonly orders: ReadonlyMap<string, string>
}

/**
 * What of a week's duty is not as it should be. The visits are those of the running month, for a week elsewhere those
 * of the month it begins in.
 * @throws session.forbidden for whoever watches no sub-district, identity.date-invalid
 */
export async function rosterWeekOf(
  reads: Reads,
  viewer: Viewer,
  from: string | null,
  now: EpochMs,
): Promise<RosterWeekAnswer> {
  const subDistrictId = watchedSubDistrictOf(viewer)
  const unit = subDistrictId === null ? null : await unitOf(reads, subDistrictId)
  if (subDistrictId === null || unit === null) throw new DomainError('session.forbidden')
  const today = chinaDateOf(now)
  const anyDay = from ?? today
  if (!isCalendarDate(anyDay)) throw new DomainError('identity.date-invalid')
  const week = { subDistrictId, ...weekOf(anyDay) }
  const isThisWeek = week.fromOn <= today && today <= week.toOn
  const holes = await holesIn(reads, week, now)
  const absences = await absencesIn(reads, week, now)
  const owed = await visitsOwedIn(reads, subDistrictId, monthOfDay(isThisWeek ? today : week.fromOn), now)
  const named = await namesOf(reads, subDistrictId, [...holes, ...absences], owed, now)
  return {
    now,
    subDistrict: { id: unit.id, kind: unit.kind, name: unit.name },
    fromOn: week.fromOn,
    toOn: week.toOn,
    status: await statusOf(reads, week),
    holes: troubles(holes, 'hole', named),
    holesNextWeek: await holesCountedIn(reads, { subDistrictId, ...weekOf(addDays(week.fromOn, 7)) }, now),
    absences: troubles(absences, 'absence', named),
    visitsOwed: owed.map((visit) => visitRow(visit, named)),
    changes: await changesIn(reads, week),
  }
}

async function namesOf(
  reads: Reads,
  subDistrictId: string,
  slots: readonly DutySlot[],
  owed: readonly OwedVisit[],
  now: EpochMs,
): Promise<Named> {
  const units = await reads.query<{ id: string; name: string }>(
    "SELECT id, name FROM units WHERE parent_id = ? AND kind = 'village' ORDER BY code, id",
    [subDistrictId],
  )
  const ids = [...new Set([...slots, ...owed].flatMap(({ personId }) => (personId === null ? [] : [personId])))]
  const phones = ids.length === 0 ? [] : await reads.query<{ id: string; phone: string | null }>(
    `SELECT id, phone FROM people WHERE id IN (${placeholders(ids.length)})`,
    ids,
  )
  const about = [...slots.map(({ id }) => id), ...owed.map(({ key }) => key)]
  const orders = about.length === 0 ? [] : await reads.query<{ cause: string; about: string; number: string }>(
    `SELECT cause, about, number FROM roster_orders WHERE cause IN ('hole', 'absence', 'visit-owed')
     AND about IN (${placeholders(about.length)})`,
    about,
  )
  return {
    villages: new Map(units.map(({ id, name }) => [id, { id, kind: 'village' as const, name }])),
    people: await personTags(reads, ids, now),
    phones: new Map(phones.map(({ id, phone }) => [id, phone])),
    orders: new Map(orders.map(({ cause, about: subject, number }) => [`${cause} ${subject}`, number])),
  }
}

/** By day, then by village, then by seat. */
function troubles(slots: readonly DutySlot[], cause: 'hole' | 'absence', named: Named): readonly RosterTrouble[] {
  const places = [...named.villages.keys()]
  const inOrder = [...slots].sort(
    (one, other) =>
      one.on.localeCompare(other.on) ||
      places.indexOf(one.villageId) - places.indexOf(other.villageId) ||
      SEATS.indexOf(one.seat) - SEATS.indexOf(other.seat) ||
      one.fromAt - other.fromAt,
  )
  return inOrder.flatMap((slot): readonly RosterTrouble[] => {
    const village = named.villages.get(slot.villageId)
    if (village === undefined) return []
    const personId = slot.personId ?? ''
    return [{
      slotId: slot.id, village, on: slot.on, seat: slot.seat, person: named.people.get(personId) ?? null,
      phone: named.phones.get(personId) ?? null, dueAt: slot.takeOverDueAt, cameAt: slot.takenOverAt,
      orderNumber: named.orders.get(`${cause} ${slot.id}`) ?? null,
    }]
  })
}

function visitRow({ key, personId, villageId, plannedOn }: OwedVisit, named: Named): VisitOwed {
  return {
    key, plannedOn,
    leader: named.people.get(personId ?? '') ?? null,
    village: named.villages.get(villageId ?? '') ?? null,
    orderNumber: named.orders.get(`visit-owed ${key}`) ?? null,
  }
}

/** Of a week in two months the one that is less far. */
async function statusOf(reads: Reads, { subDistrictId, fromOn, toOn }: TroubleDays): Promise<MonthStatus | null> {
  const months = [...new Set([monthOfDay(fromOn), monthOfDay(toOn)])]
  const rows = await reads.query<{ status: MonthStatus }>(
    `SELECT status FROM roster_months WHERE sub_district_id = ? AND month IN (${placeholders(months.length)})`,
    [subDistrictId, ...months],
  )
  if (rows.length === 0) return null
  return rows.length === months.length && rows.every(({ status }) => status === 'published') ? 'published' : 'draft'
}

/** How often somebody changed, in that week, what had been published. */
async function changesIn(reads: Reads, { subDistrictId, fromOn, toOn }: TroubleDays): Promise<number> {
  const [counted] = await reads.query<{ n: number }>(
    'SELECT COUNT(*) AS n FROM roster_changes c WHERE c.sub_district_id = ? AND c.is_after_publishing = 1 AND c.at >= ? AND c.at < ?',
    [subDistrictId, startOfChinaDay(fromOn), startOfChinaDay(addDays(toOn, 1))],
  )
  return Number(counted?.n ?? 0)
}
