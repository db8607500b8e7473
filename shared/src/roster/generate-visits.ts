import type { CalendarDate } from '../kernel'
import { Accounts, compareCredit } from './accounts'
import { seatHolders, type SeatHolder } from './availability'
import { chiefRoles, type Chief } from './chiefs'
import { dayNumber } from './duty-days'
import type { MonthPlan } from './month-plan'

/** A visit that is to be: its village, and how far into the month it would best lie, 0 to 1. */
interface Visit {
  readonly villageId: string
  readonly share: number
}

/** The leaders' visits to the marked villages; party secretary and mayor choose first, for they must go. */
export function planVisits(plan: MonthPlan): void {
  const marked = plan.input.villages.filter(({ isMarked }) => isMarked).map(({ villageId }) => villageId)
  if (marked.length === 0) {
    plan.note('no-marked-villages', { seat: 'leader' })
    return
  }
  const visits = new LeaderVisits(plan, marked)
  visits.planChiefs()
  visits.planOthers()
  visits.noteUnvisited()
}

class LeaderVisits {
  private readonly leaders: readonly SeatHolder[]
  private readonly accounts = new Accounts()
  private readonly workingDays: readonly CalendarDate[]
  /** The days on which a leader came or comes, by village and by village and leader. */
  private readonly visitedOn = new Map<string, readonly CalendarDate[]>()
  private readonly perDay = new Map<CalendarDate, number>()
  private readonly chiefsToGo: readonly (readonly SeatHolder[])[]
  private open: readonly Visit[]

  constructor(
    private readonly plan: MonthPlan,
    private readonly marked: readonly string[],
  ) {
    this.leaders = seatHolders(plan.input.leaders, ['leader'])
    this.workingDays = plan.dutyDays.days.filter(({ kind }) => kind === 'working-day').map(({ on }) => on)
    const fixed = plan.input.fixed.filter(({ on }) => plan.dutyDays.isInMonth(on))
    for (const { villageId, on, seat, personId } of [...plan.past, ...fixed]) {
      if (seat === 'leader' && personId !== null) this.book(villageId, on, personId)
    }
    this.chiefsToGo = this.chiefsWhoHaveToGo()
    this.open = this.visitsToPlan()
  }

  planChiefs(): void {
    for (const holders of this.chiefsToGo) {
      // Who is both chiefs may have gone already, for the other post.
      if (holders.some(({ personId }) => this.hasGone(personId))) continue
      const isPlanned = holders.some((chief) =>
        this.longestAgoBy(chief.personId).some((visit) => this.planVisit(visit, [chief])))
      if (!isPlanned) this.plan.note('chief-cannot-visit', { seat: 'leader', personId: holders[0]?.personId ?? null })
    }
  }

  planOthers(): void {
    for (const visit of this.open) {
      // One more was planned for a chief who cannot come: for anybody else there is no need.
      if (this.visitsIn(visit.villageId) >= this.plan.input.terms.leaderVisits) continue
      this.planVisit(visit, this.inTurnFor(visit.villageId))
    }
  }

  noteUnvisited(): void {
    for (const villageId of this.marked) {
      const isWanted = this.plan.input.terms.leaderVisits > 0
      if (isWanted && this.visitsIn(villageId) === 0) this.plan.note('village-not-visited', { villageId, seat: 'leader' })
    }
  }

  /** On the emptiest day near the visit's part of the month; rather not when the stationed cadre is there. */
  private planVisit(visit: Visit, inTurn: readonly SeatHolder[]): boolean {
    const { villageId, share } = visit
    const bestAt = Math.floor(share * this.workingDays.length)
    for (const leader of inTurn) {
      const days = this.workingDays
        .map((on, index) => ({ on, apart: Math.abs(index - bestAt) }))
        .filter(({ on }) => this.mayVisit(leader, villageId, on))
        .map((day) => ({ ...day, met: this.stationedOn(villageId, day.on), others: this.perDay.get(day.on) ?? 0 }))
        .sort((one, other) => one.met - other.met || one.others - other.others || one.apart - other.apart)
      const [best] = days
      if (best === undefined) continue
      this.plan.put({ villageId, on: best.on, seat: 'leader', personId: leader.personId })
      this.book(villageId, best.on, leader.personId)
      this.open = this.open.filter((one) => one !== visit)
      return true
    }
    return false
  }

  private mayVisit(leader: SeatHolder, villageId: string, on: CalendarDate): boolean {
    const cell = { villageId, on, seat: 'leader' as const }
    return this.plan.cellAt(cell) === undefined && !this.plan.isTakenAway(cell) && this.plan.isFree(leader, cell)
  }

  private stationedOn(villageId: string, on: CalendarDate): number {
    return this.plan.cellAt({ villageId, on, seat: 'stationed' }) === undefined ? 0 : 1
  }

  private book(villageId: string, on: CalendarDate, personId: string): void {
    const pool = this.leaders.filter((leader) => this.plan.availability.mayCome(leader, 'leader', on))
    this.accounts.book('working-day', pool.map((leader) => leader.personId), personId)
    for (const key of [villageId, `${villageId}|${personId}`]) this.visitedOn.set(key, [...this.daysOf(key), on])
    this.perDay.set(on, (this.perDay.get(on) ?? 0) + 1)
  }

  /** For each of the two who has not gone yet: whoever holds the post in that month. */
  private chiefsWhoHaveToGo(): readonly (readonly SeatHolder[])[] {
    const holders = (['party-secretary', 'mayor'] as const).map((chief) => this.holdersOf(chief))
    if (holders.some((some) => some.length === 0)) this.plan.note('no-chief', { seat: 'leader' })
    return holders.filter((some) => some.length > 0 && !some.some(({ personId }) => this.hasGone(personId)))
  }

  private holdersOf(chief: Chief): readonly SeatHolder[] {
    const posts = this.plan.input.leaders.filter(({ charge }) => chiefRoles(charge).includes(chief))
    return seatHolders(posts, ['leader']).filter((holder) =>
      this.plan.dutyDays.days.some(({ on }) => this.plan.availability.isInOffice(holder, 'leader', on)))
  }

  private hasGone(personId: string): boolean {
    return this.marked.some((villageId) => this.visitsIn(`${villageId}|${personId}`) > 0)
  }

  /** Round by round, in each round whoever has waited longest first; one more round where the chiefs need it. */
  private visitsToPlan(): readonly Visit[] {
    const queue = [...this.marked].sort((one, other) => this.lastDay(one) - this.lastDay(other))
    const rounds = Array.from({ length: this.plan.input.terms.leaderVisits }, (_, round) =>
      queue.filter((villageId) => this.visitsIn(villageId) <= round))
    const wanted = rounds.flat()
    for (let next = 0; wanted.length < this.chiefsToGo.length; next += 1) wanted.push(queue[next % queue.length] ?? '')
    return wanted.map((villageId, index) => ({ villageId, share: (index + 0.5) / wanted.length }))
  }

  /** Open visits, the village he himself has not been to for longest first. */
  private longestAgoBy(personId: string): readonly Visit[] {
    const last = ({ villageId }: Visit): number => this.lastDay(`${villageId}|${personId}`)
    return [...this.open].sort((one, other) => last(one) - last(other))
  }

  private inTurnFor(villageId: string): readonly SeatHolder[] {
    const last = ({ personId }: SeatHolder): number => this.lastDay(`${villageId}|${personId}`)
    return [...this.leaders].sort((one, other) =>
      compareCredit('working-day', this.accounts.creditOf(one.personId), this.accounts.creditOf(other.personId))
      || last(one) - last(other))
  }

  private visitsIn(key: string): number {
    return this.daysOf(key).filter((on) => this.plan.dutyDays.isInMonth(on)).length
  }

  private daysOf(key: string): readonly CalendarDate[] {
    return this.visitedOn.get(key) ?? []
  }

  private lastDay(key: string): number {
    return Math.max(0, ...this.daysOf(key).map(dayNumber))
  }
}
