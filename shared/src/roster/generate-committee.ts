import type { CalendarDate } from '../kernel'
import type { CalendarDay, DayKind } from '../calendar'
import { Accounts, compareCredit } from './accounts'
import { cellKey, isCommitteeSeat, type Cell } from './duty-slot'
import { groupedDays, type MonthPlan } from './month-plan'
import type { RosterNoteCode } from './notes'
import { VillageCommittee, type CommitteeSeat } from './village-committee'

/**
 * Public holidays first, then the other rest days, then working days: so the days people mind most are shared out while
 * nothing else is fixed, and the working days even out what is left.
 */
const PASSES: readonly DayKind[] = ['public-holiday', 'rest-day', 'working-day']

interface VillageTurns {
  readonly committee: VillageCommittee
  readonly accounts: Accounts
}

/** The village committees' seats for every day: on working days lead and member, else the member alone. */
export function planCommittees(plan: MonthPlan): void {
  const turns = plan.input.villages.map((village): VillageTurns => ({
    committee: new VillageCommittee(plan, village),
    accounts: new Accounts(),
  }))
  bookWhatStands(plan, turns)
  for (const kind of PASSES) {
    const days = plan.dutyDays.days.filter((day) => day.kind === kind)
    for (const [index, day] of days.entries()) planDay(plan, turns, day, index)
  }
  for (const { committee } of turns) noteWhatIsMissing(plan, committee)
}

/** What was sat before, and what is set by hand, is paid for like what is planned now. */
function bookWhatStands(plan: MonthPlan, turns: readonly VillageTurns[]): void {
  const byVillage = new Map(turns.map((one) => [one.committee.villageId, one]))
  const fixed = plan.input.fixed.filter(({ on }) => plan.dutyDays.isInMonth(on))
  for (const cell of [...plan.past, ...fixed]) {
    const village = byVillage.get(cell.villageId)
    const kind = plan.dutyDays.kindOf(cell.on)
    if (village === undefined || kind === null || cell.personId === null || !isCommitteeSeat(cell)) continue
    village.accounts.book(kind, village.committee.turnFor(cell).sharers, cell.personId)
  }
}

/**
 * One day everywhere. The seat with the fewest candidates comes first: who has posts in two villages is left to the one
 * that has nobody else. Where that is equal, the villages take turns at being first.
 */
function planDay(plan: MonthPlan, turns: readonly VillageTurns[], { on, kind }: CalendarDay, dayIndex: number): void {
  const seats: readonly CommitteeSeat[] = kind === 'working-day' ? ['lead', 'member'] : ['member']
  const open = turns.flatMap(({ committee, accounts }, index) => {
    const rank = dayIndex % 2 === 0 ? index : turns.length - index
    return seats
      .map((seat) => ({ villageId: committee.villageId, on, seat }))
      .filter((cell) => plan.cellAt(cell) === undefined)
      .map((cell) => ({ cell, committee, accounts, rank, choice: committee.turnFor(cell).candidates.length }))
  })
  open.sort((one, other) => one.choice - other.choice || one.rank - other.rank)
  for (const { cell, committee, accounts } of open) {
    const { candidates, sharers } = committee.turnFor(cell)
    const personId = nextInTurn(plan, accounts, candidates, cell, kind)
    plan.put({ ...cell, personId })
    if (personId !== null) accounts.book(kind, sharers, personId)
  }
}

/** Who is owed most; then who has had the longest rest around that day. */
function nextInTurn(
  plan: MonthPlan,
  accounts: Accounts,
  candidates: readonly string[],
  { on }: Cell,
  kind: DayKind,
): string | null {
  let best: string | null = null
  for (const personId of candidates) {
    if (best === null) {
      best = personId
      continue
    }
    const order = compareCredit(kind, accounts.creditOf(personId), accounts.creditOf(best))
    // They are in the order of ids, so the first of equals stays.
    if (order < 0 || (order === 0 && plan.daysApart(personId, on) > plan.daysApart(best, on))) best = personId
  }
  return best
}

function noteWhatIsMissing(plan: MonthPlan, committee: VillageCommittee): void {
  const { villageId } = committee
  const days = plan.dutyDays.days.map(({ on }) => on)
  const workingDays = plan.dutyDays.days.filter(({ kind }) => kind === 'working-day').map(({ on }) => on)
  const note = (
    code: RosterNoteCode,
    seat: CommitteeSeat,
    inQuestion: readonly CalendarDate[],
    isSo: (on: CalendarDate) => boolean,
  ): void => {
    for (const group of groupedDays(inQuestion.filter(isSo), inQuestion)) {
      plan.note(code, { villageId, seat, days: group })
    }
  }
  // A hole that somebody set by hand needs no explaining to him.
  const byHand = new Set(plan.input.fixed.map(cellKey))
  const isHole = (seat: CommitteeSeat, on: CalendarDate): boolean => {
    const cell = { villageId, on, seat }
    return plan.cellAt(cell)?.personId === null && !byHand.has(cellKey(cell))
  }
  note('nobody-leads', 'lead', workingDays, (on) => isHole('lead', on) && !committee.hasLead(on))
  note('leads-away', 'lead', workingDays, (on) => isHole('lead', on) && committee.hasLead(on))
  note('no-members', 'member', days, (on) => !committee.hasMember(on))
  note('nobody-can-sit', 'member', days, (on) => isHole('member', on))
  if (committee.hasRestDaysShared()) plan.note('leads-share-rest-days', { villageId, seat: 'member' })
}
