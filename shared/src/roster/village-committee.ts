import type { CalendarDate } from '../kernel'
import { seatHolders, type SeatHolder } from './availability'
import type { Cell, Month } from './duty-slot'
import { SEAT_POSTS } from './eligibility'
import type { GenerationVillage } from './generation'
import type { MonthPlan } from './month-plan'

export type CommitteeSeat = 'lead' | 'member'

export interface Turn {
  /** Who can take it. */
  readonly candidates: readonly string[]
  /**
   * Who is owed a part of it: the same, and whoever has the village's other seat that day. Else secretary and director,
   * one leading and one in a member's place, would not come out even.
   */
  readonly sharers: readonly string[]
}

/** Who of a village takes turns for a seat on a day; the same rule for the month that is made and for those before. */
export class VillageCommittee {
  readonly villageId: string
  private readonly leads: readonly SeatHolder[]
  private readonly members: readonly SeatHolder[]
  private readonly sharing = new Map<Month, boolean>()

  constructor(
    private readonly plan: MonthPlan,
    { villageId, posts }: GenerationVillage,
  ) {
    this.villageId = villageId
    this.leads = seatHolders(posts, SEAT_POSTS.lead)
    this.members = seatHolders(posts, ['committee-member'])
  }

  turnFor(cell: Cell): Turn {
    const sharers = this.takersOf(cell).filter((holder) => this.plan.isFreeForVillage(holder, cell))
    const candidates = sharers.filter((holder) => this.plan.isFree(holder, cell))
    return { candidates: idsOf(candidates), sharers: idsOf(sharers) }
  }

  private takersOf(cell: Cell): readonly SeatHolder[] {
    if (cell.seat === 'lead') return this.leads
    // Without any member secretary and director come in his place: they are of the committee, too.
    if (!this.members.some((holder) => this.plan.isFree(holder, cell))) return this.leads
    const isShared = this.plan.dutyDays.kindOf(cell.on) !== 'working-day' && this.leadsShareRestDays(cell.on.slice(0, 7))
    return isShared ? [...this.members, ...this.leads] : this.members
  }

  hasLead(on: CalendarDate): boolean {
    return this.leads.some((holder) => this.plan.availability.isInOffice(holder, 'lead', on))
  }

  hasMember(on: CalendarDate): boolean {
    return this.members.some((holder) => this.plan.availability.isInOffice(holder, 'member', on))
  }

  /**
   * With fewer than two members, one would sit every rest day. A member counts who can come on half of the month's rest
   * days: for a short leave nobody else's weekends are taken.
   */
  leadsShareRestDays(month: Month): boolean {
    const known = this.sharing.get(month)
    if (known !== undefined) return known
    const restDays = this.plan.dutyDays.restDaysOf(month)
    const takeTurns = this.members.filter((holder) =>
      restDays.filter((on) => this.plan.availability.mayCome(holder, 'member', on)).length * 2 >= restDays.length)
    this.sharing.set(month, takeTurns.length < 2)
    return takeTurns.length < 2
  }

  /** Is there anybody to share them with, and anybody who shares? */
  hasRestDaysShared(): boolean {
    const { days, month } = this.plan.dutyDays
    if (!this.leadsShareRestDays(month)) return false
    return days.some(({ on, kind }) => kind !== 'working-day' && this.hasLead(on) && this.hasMember(on))
  }
}

/** By id, each once: somebody may be both member and lead. */
function idsOf(holders: readonly SeatHolder[]): readonly string[] {
  return [...new Set(holders.map(({ personId }) => personId))].sort()
}
