import type { WorkCalendar } from '../calendar'
import { DomainError, isCalendarDate, type EpochMs } from '../kernel'
import type { Post, Viewer } from '../identity'
import { cellKey, isCommitteeSeat, type Cell, type DutySlot, type Month, type SlotSource } from './duty-slot'
import type { RosterMonth } from './roster-month'
import { isAsPublished, type Published } from './as-published'
import { seatRefusal, type AbsenceNow, type SeatRefusal } from './eligibility'
import { freshSlot } from './fresh-slot'
import type { PlannedCell } from './generation'
import type { CellChange } from './month-wire'
import { replacePerson, type Replacement } from './replace'
import { editsVillageRoster, keepsRoster } from './rights'
import { spanOf, type SlotSpan } from './shift'
import { shownDay } from './village-days'

/** What there is to know before cells of a month are changed. */
export interface MonthOfCells {
  readonly month: Pick<RosterMonth, 'subDistrictId' | 'month' | 'terms' | 'publishedAt'>
  /** Of the days concerned, everywhere in the sub-district, in the order in which they began. */
  readonly slots: readonly DutySlot[]
  /** The sub-district's posts of whoever is put into a cell; with more of them it is only slower. */
  readonly posts: readonly Post[]
  readonly leaves: readonly AbsenceNow[]
  readonly calendar: WorkCalendar
  readonly publishedWith: Published['publishedWith']
}

/** What becomes of the slots. All empty: everything asked for stands there already. */
export interface CellChanges {
  readonly replaced: readonly { readonly before: DutySlot; readonly replacement: Replacement }[]
  readonly added: readonly DutySlot[]
  readonly removed: readonly RemovedSlot[]
}

/** A cell that was taken away. `ended`: it was running, and what was sat stays on record; `null`: it never began. */
export interface RemovedSlot {
  readonly before: DutySlot
  readonly ended: DutySlot | null
}

/**
 * Staff changes every cell of its sub-district, a lead those of his village's committee.
 * @throws identity.village-not-found for a village that is not his, roster.not-your-cell
 */
export function checkMayChange(viewer: Viewer, subDistrictId: string, cells: readonly Cell[]): void {
  if (keepsRoster(viewer, subDistrictId)) return
  for (const cell of cells) {
    if (!editsVillageRoster(viewer, { villageId: cell.villageId, subDistrictId })) {
      throw new DomainError('identity.village-not-found')
    }
    if (!isCommitteeSeat(cell)) throw new DomainError('roster.not-your-cell')
  }
}

/** @throws request.invalid for a day outside the month, or a cell that is named twice */
export function checkCells(month: Month, changes: readonly CellChange[]): void {
  const areDays = changes.every(({ on }) => isCalendarDate(on) && on.startsWith(month))
  if (!areDays || new Set(changes.map(cellKey)).size !== changes.length) throw new DomainError('request.invalid')
}

/**
 * All of the changes or none. Who may sit is asked of the month as it will be afterwards, so that two people can change
 * places in one go.
 * @throws roster.cell-over, roster.cell-changed, roster.nobody-leads, roster.cannot-sit, roster.on-leave,
 * roster.sits-elsewhere (each naming the cell), request.invalid for a cell that cannot be taken away, and what
 * `checkCells` does
 */
export function decideChanges(
  state: MonthOfCells,
  changes: readonly CellChange[],
  { source, newId, now }: { readonly source: SlotSource; readonly newId: () => string; readonly now: EpochMs },
): CellChanges {
  const { terms } = state.month
  const { wanted, refused: [first] } = judge(state, changes, now)
  if (first !== undefined) throw new DomainError(first.code, cellOf(first.change))
  const replaced: CellChanges['replaced'][number][] = []
  const added: DutySlot[] = []
  const removed: RemovedSlot[] = []
  for (const { change, slot, span } of wanted) {
    const { personId } = change
    if (personId === undefined) {
      if (slot !== null) removed.push({ before: slot, ended: hasBegun(slot, now) ? { ...slot, toAt: now } : null })
      continue
    }
    if (slot === null) {
      const fresh = newSlot(state, change, span, { source, id: newId(), now })
      added.push({ ...fresh, changedAt: isAsPublished(fresh, state, now) ? null : fresh.changedAt })
      continue
    }
    const replacement = replacePerson(slot, personId, source, newId(), terms, now)
    const { ended, next } = replacement
    const isBack = ended === null && isAsPublished(next, state, now)
    replaced.push({ before: slot, replacement: isBack ? { ended, next: { ...next, changedAt: null } } : replacement })
  }
  return { replaced, added, removed }
}

export interface RefusedChange {
  readonly change: CellChange
  readonly code: 'roster.cell-over' | 'roster.cell-changed' | 'roster.nobody-leads' | SeatRefusal
}

/**
 * Each of the changes that cannot be made, and why, for a table whose faults are told all at once. None: then
 * `decideChanges` makes them all.
 * @throws request.invalid as `decideChanges` does
 */
export function refusedChanges(
  state: MonthOfCells,
  changes: readonly CellChange[],
  now: EpochMs,
): readonly RefusedChange[] {
  return judge(state, changes, now).refused
}

interface Judged {
  /** The changes that change something, each with what stands there. */
  readonly wanted: readonly WantedCell[]
  readonly refused: readonly RefusedChange[]
}

function judge(state: MonthOfCells, changes: readonly CellChange[], now: EpochMs): Judged {
  checkCells(state.month.month, changes)
  const standing = new Map(state.slots.map((slot) => [cellKey(slot), slot]))
  const { wanted, refused } = wantedCells(state, standing, changes, now)
  const planned = plannedAfter(standing, wanted, now)
  const unseated = wanted.flatMap(({ change, span }): readonly RefusedChange[] => {
    const code = change.personId == null ? null : refusalOfSeat(state, change, change.personId, span, planned)
    return code === null ? [] : [{ change, code }]
  })
  return { wanted, refused: [...refused, ...unseated] }
}

interface WantedCell {
  readonly change: CellChange
  /** What stands there; `null`: nothing, or what was taken away while it ran. */
  readonly slot: DutySlot | null
  /** What is left of the cell. */
  readonly span: SlotSpan
}

function wantedCells(
  state: MonthOfCells,
  standing: ReadonlyMap<string, DutySlot>,
  changes: readonly CellChange[],
  now: EpochMs,
): Judged {
  const wanted: WantedCell[] = []
  const refused: RefusedChange[] = []
  for (const change of changes) {
    const { seenPersonId, personId } = change
    const { fromAt, toAt } = hoursOf(state, change)
    const last = standing.get(cellKey(change))
    const slot = last !== undefined && last.toAt > now ? last : null
    const isAsSeen = seenPersonId === last?.personId || (slot === null && seenPersonId === undefined)
    if (slot === null && toAt <= now) refused.push({ change, code: 'roster.cell-over' })
    else if (!isAsSeen) refused.push({ change, code: 'roster.cell-changed' })
    else if (slot === null && personId !== undefined && isNobodysToLead(state, change)) {
      refused.push({ change, code: 'roster.nobody-leads' })
    } else if (personId !== slot?.personId) {
      if (personId === undefined && isCommitteeSeat(change)) throw new DomainError('request.invalid')
      wanted.push({ change, slot, span: { fromAt: Math.max(slot?.fromAt ?? fromAt, now), toAt: slot?.toAt ?? toAt } })
    }
  }
  return { wanted, refused }
}

/**
 * On rest days one member sits and nobody leads (handbook §3). A lead seat made by mistake could not be taken away
 * again, so it is not made; one that stands there, since the calendar changed afterwards, is changed like others.
 */
function isNobodysToLead({ calendar }: MonthOfCells, { seat, on }: Cell): boolean {
  return seat === 'lead' && shownDay(calendar, on).kind !== 'working-day'
}

/** Who will sit where: by day and person. */
function plannedAfter(
  standing: ReadonlyMap<string, DutySlot>,
  wanted: readonly WantedCell[],
  now: EpochMs,
): ReadonlyMap<string, readonly PlannedCell[]> {
  const cells = new Map<string, PlannedCell>()
  for (const [key, slot] of standing) if (slot.toAt > now) cells.set(key, slot)
  for (const { change: { villageId, on, seat, personId } } of wanted) {
    cells.set(cellKey({ villageId, on, seat }), { villageId, on, seat, personId: personId ?? null })
  }
  const planned = new Map<string, PlannedCell[]>()
  for (const cell of cells.values()) {
    if (cell.personId === null) continue
    const key = `${cell.on}|${cell.personId}`
    const others = planned.get(key)
    if (others === undefined) planned.set(key, [cell])
    else others.push(cell)
  }
  return planned
}

function refusalOfSeat(
  { posts, leaves }: MonthOfCells,
  cell: Cell,
  personId: string,
  span: SlotSpan,
  planned: ReadonlyMap<string, readonly PlannedCell[]>,
): SeatRefusal | null {
  const others = planned.get(`${cell.on}|${personId}`) ?? []
  return seatRefusal({ cell: cellOf(cell), personId, span, posts, leaves, planned: others })
}

function cellOf({ on, villageId, seat }: Cell): Pick<Cell, 'on' | 'villageId' | 'seat'> {
  return { on, villageId, seat }
}

/**
 * A cell keeps the hours it was made with, and a new one of the committee has those of the village's other one: at a
 * border between months they may not be those of the terms.
 */
function hoursOf({ month, slots }: MonthOfCells, { villageId, on, seat }: Cell): SlotSpan {
  const others = !isCommitteeSeat({ seat }) ? [] : slots.filter((slot) =>
    slot.villageId === villageId && slot.on === on && isCommitteeSeat(slot))
  if (others.length === 0) return spanOf(seat, on, month.terms)
  return {
    fromAt: Math.min(...others.map(({ fromAt }) => fromAt)),
    toAt: Math.max(...others.map(({ toAt }) => toAt)),
  }
}

function newSlot(
  state: MonthOfCells,
  change: CellChange,
  span: SlotSpan,
  { source, id, now }: { readonly source: SlotSource; readonly id: string; readonly now: EpochMs },
): DutySlot {
  const { subDistrictId, month, terms, publishedAt } = state.month
  const { villageId, on, seat, personId = null } = change
  const isPublished = publishedAt !== null
  const made = { id, subDistrictId, month, villageId, on, seat, personId, source }
  const slot = freshSlot(made, isPublished ? span : hoursOf(state, change), terms)
  return isPublished ? { ...slot, publishedAt: now, changedAt: now } : slot
}

/** Was in force for some time; a draft never is. */
function hasBegun({ fromAt, publishedAt }: DutySlot, now: EpochMs): boolean {
  return publishedAt !== null && fromAt < now
}
