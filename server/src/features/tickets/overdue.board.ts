import { watchedSubDistrictOf, type SeatedPost, type Viewer } from '@huiying/shared/identity'
import { compareText, DomainError, excerpt, hourOf, type EpochMs } from '@huiying/shared/kernel'
import type { VillageDuty } from '@huiying/shared/roster'
import type { BoardAnswer, BoardRow } from '@huiying/shared/tickets'
import type { UnitBrief } from '@huiying/shared/villages'
import { keptRead, type Reads } from '../../platform/database/reads'
import { peopleToCall, postsAtUnitsDuring, type TaggedPerson } from '../identity/public'
import { villageDutiesOf } from '../roster/public'
import { unitsAround, villagesOf, type Village } from '../villages/public'
import { knowable } from './knowable'
import { lateParts, latePartsAnswer } from './late-parts.board'
import {
  cardRowsOf, columnsOf, NOTHING_RUNS, runningIn, villageCountsOf, type VillageCounts,
} from './overdue-columns.board'
import { unitsStillAtIt } from './open-parts.board'
import { holdersOf, type Held } from './overdue-holders.board'

/** Everything late in the sub-district, and what will be soon. @throws session.forbidden for whoever watches none */
export async function overdueBoard(reads: Reads, viewer: Viewer, now: EpochMs): Promise<BoardAnswer> {
  const subDistrictId = watchedSubDistrictOf(viewer)
  if (subDistrictId === null) throw new DomainError('session.forbidden')
  const [place, running, parts] = await Promise.all([
    placeOf(reads, subDistrictId, now),
    runningIn(reads, subDistrictId, knowable(viewer)),
    lateParts(reads, subDistrictId, now),
  ])
  const unit = place.units.get(subDistrictId)
  if (unit === undefined) throw new DomainError('session.forbidden')
  const columns = columnsOf(running, now)
  const shown = columns.flatMap(({ placed }) => placed.map(({ ticket }) => ticket))
  const ids = shown.map(({ id }) => id)
  const [cards, atWork] = await Promise.all([cardRowsOf(reads, ids, now), unitsStillAtIt(reads, ids)])
  const found = shown.flatMap((ticket): readonly Held[] => {
    const row = cards.get(ticket.id)
    // Ended since it was found to run.
    return row === undefined ? [] : [{ ticket, row, unit: place.units.get(row.holder_unit_id) ?? null }]
  })
  const holders = holdersOf(found, place, now)
  const officers = parts.flatMap(({ officer_id: officerId }) => officerId ?? [])
  const people = await peopleToCall(reads, [...holders.values(), ...officers], now)
  const byId = new Map(found.map((held) => [held.ticket.id, held]))
  return {
    now,
    subDistrict: unit,
    columns: columns.map(({ key, count, wallCount, placed }) => ({
      key, count, wallCount,
      rows: placed.flatMap(({ ticket, dueAt }) => {
        const held = byId.get(ticket.id)
        if (held === undefined) return []
        const villageName = place.units.get(ticket.villageId)?.name ?? ''
        const holder = people.get(holders.get(ticket.id) ?? '')
        const departments = (atWork.get(ticket.id) ?? []).flatMap((id) => place.units.get(id)?.name ?? [])
        return [boardRowOf(held, { villageName, dueAt, holder, subDistrictId, departments })]
      }),
    })),
    lateParts: latePartsAnswer(parts, people),
    villages: villageRows(place.villages, villageCountsOf(running, parts, now)),
  }
}

interface Place {
  readonly units: ReadonlyMap<string, UnitBrief>
  readonly villages: readonly Village[]
  /** Of the whole hour, by village. */
  readonly duties: ReadonlyMap<string, VillageDuty>
  /** Of the whole hour, of all its departments and the county's. */
  readonly officers: readonly SeatedPost[]
}

/** What hardly changes from one look to the next. No unit ever goes elsewhere: all that the tickets name is in it. */
function placeOf(reads: Reads, subDistrictId: string, now: EpochMs): Promise<Place> {
  const hour = hourOf(now)
  return keptRead(reads, `board ${subDistrictId} ${hour.fromAt}`, async () => {
    const [units, villages] = await Promise.all([unitsAround(reads, subDistrictId), villagesOf(reads, subDistrictId)])
    const departmentIds = [...units.values()].flatMap(({ id, kind }) => (kind === 'department' ? [id] : []))
    const [duties, officers] = await Promise.all([
      villageDutiesOf(reads, villages.map(({ id }) => id), hour),
      postsAtUnitsDuring(reads, departmentIds, ['officer'], hour),
    ])
    return { units, villages, duties, officers }
  })
}

interface Around {
  readonly villageName: string
  readonly dueAt: EpochMs
  readonly holder: TaggedPerson | undefined
  readonly subDistrictId: string
  readonly departments: readonly string[]
}

function boardRowOf(
  { ticket, row, unit }: Held,
  { villageName, dueAt, holder, subDistrictId, departments }: Around,
): BoardRow {
  return {
    id: ticket.id,
    villageId: ticket.villageId,
    villageName,
    isConfidential: ticket.isConfidential,
    words: excerpt(row.text, 80),
    hasVoice: row.voice_id !== null,
    submittedAt: Number(row.submitted_at),
    dueAt,
    holder: holder?.tag ?? null,
    heldBySubDistrict: row.holder_unit_id === subDistrictId,
    holderUnitName: row.holder_unit_id === ticket.villageId ? null : unit?.name ?? '',
    holderPhone: holder?.phone ?? null,
    orderNumber: row.order_number,
    orderCount: Number(row.order_count),
    isReadThere: Number(row.is_read) === 1,
    asksForTime: Number(row.asks_for_time) === 1,
    isObjectedTo: Number(row.is_objected_to) === 1,
    departments,
  }
}

/** Where most is late comes first. */
function villageRows(
  villages: readonly Village[], counts: ReadonlyMap<string, VillageCounts>,
): BoardAnswer['villages'] {
  const rows = villages.map(({ id, kind, name }) =>
    ({ village: { id, kind, name }, ...(counts.get(id) ?? NOTHING_RUNS) }))
  return rows.sort((one, other) =>
    other.late - one.late || other.open - one.open || compareText(one.village.name, other.village.name))
}
