import { DomainError, type CalendarDate, type EpochMs } from '@huiying/shared/kernel'
import {
  cellKey, type Cell, type DutySlot, type Month, type Publication, type RosterChange, type RosterMonth, type SlotSource,
} from '@huiying/shared/roster'
import type { Work } from '../../platform/database/work'
import type { RawRow } from '../../platform/database/table'
import type { Ids } from '../../platform/ids/ids'
import { changeTable, clockTable, monthTable, type RosterClock } from './month.table'
import { passedFacts, type CellsAddedAndRemoved, type SlotChange } from './passed-facts'
import { slotTable } from './slot.table'

export interface SlotChanges extends CellsAddedAndRemoved {
  readonly changes: readonly SlotChange[]
  readonly source: SlotSource
  readonly by: string | null
}

/**
 * Months and their slots. Whoever changes slots locks the sub-district's row (only where there may be no month yet),
 * then the months in the order of time, then the clock, then slots: two people, two servers and the clock itself meet
 * in one order.
 */
export class RosterRepository {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
  ) {}

  lockMonth(subDistrictId: string, month: Month): Promise<RosterMonth | null> {
    return this.work.findOne(monthTable, { subDistrictId, month }, { lock: true })
  }

  /** @throws roster.month-not-found */
  async lockMonthThere(subDistrictId: string, month: Month): Promise<RosterMonth> {
    const found = await this.lockMonth(subDistrictId, month)
    if (found === null) throw new DomainError('roster.month-not-found')
    return found
  }

  lockClock(subDistrictId: string): Promise<RosterClock | null> {
    return this.work.findOne(clockTable, { subDistrictId }, { lock: true })
  }

  /** In the order in which they began. */
  async slotsOfMonth(subDistrictId: string, month: Month): Promise<readonly DutySlot[]> {
    return inOrder(await this.work.find(slotTable, { subDistrictId, month }))
  }

  /** Those of the month's given days, in the order in which they began. */
  async slotsOfDays(subDistrictId: string, month: Month, days: readonly CalendarDate[]): Promise<readonly DutySlot[]> {
    return inOrder(await this.work.find(slotTable, { subDistrictId, month, on: days }))
  }

  /** Whom the month's cells of those days that were changed after publishing were published with, by cell key. */
  async publishedWith(
    subDistrictId: string,
    month: Month,
    days: readonly CalendarDate[],
  ): Promise<ReadonlyMap<string, string | null>> {
    const changes = await this.work.find(changeTable, { subDistrictId, month, on: days, isAfterPublishing: true })
    const latestFirst = [...changes].sort((one, other) => other.revision - one.revision)
    return new Map(latestFirst.map((change) => [cellKey(change), change.beforeId]))
  }

  /** The person's slots that have not ended on the duty days [fromOn, toOn], those of drafts too. */
  async slotsAhead(
    personId: string,
    fromOn: CalendarDate,
    toOn: CalendarDate,
    now: EpochMs,
  ): Promise<readonly DutySlot[]> {
    const rows = await this.work.query<RawRow>(
      `SELECT ${slotTable.columnList} FROM duty_slots WHERE person_id = ? AND to_at > ? AND duty_on >= ? AND duty_on <= ?
       ORDER BY from_at, id`,
      [personId, now, fromOn, toOn],
    )
    return rows.map(slotTable.fromRaw)
  }

  async slot(slotId: string): Promise<DutySlot | null> {
    return this.work.findOne(slotTable, { id: slotId }, { lock: true })
  }

  /**
   * Puts what comes in place of slots of one month: rows, the change log under a new revision, the facts, and the
   * timer, where a border or an absence falls due earlier than anything before. All reads come before.
   */
  store(month: RosterMonth, clock: RosterClock | null, slotChanges: SlotChanges): RosterMonth {
    return this.storeAcross([month], clock, slotChanges)[0] ?? month
  }

  /** The same over several months of one sub-district: what goes from one to another is one fact for each pair. */
  storeAcross(
    months: readonly RosterMonth[],
    clock: RosterClock | null,
    slotChanges: SlotChanges,
  ): readonly RosterMonth[] {
    const { source, by } = slotChanges
    const after = months.map((month) => this.storeMonth(month, ofMonths([month], slotChanges)))
    const [first] = months
    const { changes, added, removed } = ofMonths(months.filter(({ publishedAt }) => publishedAt !== null), slotChanges)
    if (first === undefined || changes.length + added.length + removed.length === 0) return after
    this.work.record(by, passedFacts(changes, source, this.work.now, { added, removed }))
    this.wakeFor(first.subDistrictId, clock, [...changes.map(({ replacement }) => replacement.next), ...added])
    return after
  }

  private storeMonth(month: RosterMonth, { changes, added, removed, source, by }: Required<SlotChanges>): RosterMonth {
    const cells = changes.length + added.length + removed.length
    if (cells === 0) return month
    const { subDistrictId } = month
    const revision = month.revision + 1
    const isAfterPublishing = month.publishedAt !== null
    for (const { before, replacement: { ended, next } } of changes) {
      this.work.update(slotTable, ended ?? next, { expectedVersion: before.version })
      if (ended !== null) this.work.insert(slotTable, next)
    }
    for (const { before, ended } of removed) {
      if (ended === null) this.work.delete(slotTable, { id: before.id })
      else this.work.update(slotTable, ended, { expectedVersion: before.version })
    }
    this.work.insert(slotTable, ...added)
    const logged = [
      ...changes.map(({ before, replacement: { next } }) =>
        ({ cell: next, beforeId: before.personId, afterId: next.personId })),
      ...added.map((cell) => ({ cell, beforeId: null, afterId: cell.personId })),
      ...removed.map(({ before }) => ({ cell: before, beforeId: before.personId, afterId: null })),
    ]
    const changed = { ...month, revision }
    this.log(changed, logged, { source, by, isAfterPublishing })
    this.work.update(monthTable, changed)
    if (!isAfterPublishing) this.work.record(by, [{ type: 'roster.draft-changed', subjectId: subDistrictId, month: month.month, cells }])
    return changed
  }

  private log(
    { subDistrictId, month, revision }: RosterMonth,
    cells: readonly { readonly cell: Cell; readonly beforeId: string | null; readonly afterId: string | null }[],
    how: Pick<RosterChange, 'source' | 'by' | 'isAfterPublishing'>,
  ): void {
    const at = this.work.now
    this.work.insert(changeTable, ...cells.map(({ cell: { villageId, on, seat }, ...people }): RosterChange =>
      ({ id: this.ids.next(), subDistrictId, month, revision, villageId, on, seat, ...people, ...how, at })))
  }

  /** A month made, or made anew: its slots take the place of all that were there. */
  replaceDraft(before: RosterMonth | null, month: RosterMonth, slots: readonly DutySlot[]): void {
    if (before === null) this.work.insert(monthTable, month)
    else this.work.update(monthTable, month)
    const key = [month.subDistrictId, month.month]
    this.work.write('DELETE FROM duty_slots WHERE sub_district_id = ? AND month = ?', key)
    this.work.insert(slotTable, ...slots)
  }

  /** There may be thousands of slots: but for the emptied ones they are written by two statements. */
  publish({ month, slots, emptied }: Publication, clock: RosterClock | null): void {
    const { now } = this.work
    const { subDistrictId, terms } = month
    const here = 'sub_district_id = ? AND month = ?'
    const dueAt = now + terms.absentAfterMs
    this.work.update(monthTable, month)
    for (const slot of emptied) {
      this.work.update(slotTable, { ...slot, personId: null }, { expectedVersion: slot.version })
    }
    const logged = emptied.map((cell) => ({ cell, beforeId: cell.personId, afterId: null }))
    this.log(month, logged, { source: 'edited', by: month.publishedBy, isAfterPublishing: false })
    this.work.write(`DELETE FROM duty_slots WHERE ${here} AND to_at <= ?`, [subDistrictId, month.month, now])
    // MySQL works from left to right: what a column was is asked before it is set.
    this.work.write(
      `UPDATE duty_slots SET published_at = ?, take_over_due_at = CASE WHEN from_at < ? THEN ? ELSE take_over_due_at END,
       from_at = CASE WHEN from_at < ? THEN ? ELSE from_at END WHERE ${here}`,
      [now, now, dueAt, now, now, subDistrictId, month.month],
    )
    this.wakeFor(subDistrictId, clock, slots)
  }

  /** Brings the timer forward to the first instant at which one of the slots begins, ends or is not taken over. */
  wakeFor(subDistrictId: string, clock: RosterClock | null, slots: readonly DutySlot[]): void {
    const { now } = this.work
    const instants = slots.flatMap(({ fromAt, toAt, takeOverDueAt }) => [fromAt, takeOverDueAt + 1, toAt])
    const first = instants.filter((at) => at > now).reduce((least, at) => Math.min(least, at), Infinity)
    if (first === Infinity || (clock?.nextAt != null && clock.nextAt <= first)) return
    this.setTimer(subDistrictId, clock, { subDistrictId, doneAt: clock?.doneAt ?? now, nextAt: first })
  }

  setTimer(subDistrictId: string, before: RosterClock | null, after: RosterClock): void {
    if (before === null) this.work.insert(clockTable, after)
    else this.work.update(clockTable, after)
    const timerOf = (at: EpochMs | null) => (at === null ? [] : [{ kind: TURN_TIMER, dueAt: at }])
    this.work.replaceTimers(subDistrictId, timerOf(before?.nextAt ?? null), timerOf(after.nextAt))
  }
}

/** Fires at each border of a sub-district's shifts. */
export const TURN_TIMER = 'roster.turn'

/** Put in order here: asked to do it, the embedded database walks through the slots of all months. */
function inOrder(slots: readonly DutySlot[]): readonly DutySlot[] {
  return [...slots].sort((one, other) => one.fromAt - other.fromAt || (one.id < other.id ? -1 : 1))
}

function ofMonths(
  months: readonly RosterMonth[],
  { changes, added = [], removed = [], source, by }: SlotChanges,
): Required<SlotChanges> {
  const isIn = (slot: DutySlot): boolean => months.some(({ month }) => month === slot.month)
  return {
    changes: changes.filter(({ before }) => isIn(before)),
    added: added.filter(isIn),
    removed: removed.filter(({ before }) => isIn(before)),
    source,
    by,
  }
}
