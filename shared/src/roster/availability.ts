import type { CalendarDate } from '../kernel'
import type { Post, PostKind } from '../identity'
import { SEATS, type Seat } from './duty-slot'
import { holdsThrough, type AbsenceNow } from './eligibility'
import type { DutyAbsence } from './generation'
import type { RosterTerms } from './policy'
import { spanOf, type SlotSpan } from './shift'

/** Somebody and those of his posts that give him one seat. */
export interface SeatHolder {
  readonly personId: string
  readonly posts: readonly Post[]
}

/** Whoever has one of the posts at any time, by id: in an order that does not hang on the order of `posts`. */
export function seatHolders(posts: readonly Post[], kinds: readonly PostKind[]): readonly SeatHolder[] {
  const byPerson = new Map<string, readonly Post[]>()
  for (const post of posts) {
    if (kinds.includes(post.kind)) byPerson.set(post.personId, [...(byPerson.get(post.personId) ?? []), post])
  }
  return [...byPerson]
    .map(([personId, own]) => ({ personId, posts: own }))
    .sort((one, other) => (one.personId < other.personId ? -1 : 1))
}

/** Who is in office and not on leave, on a day. */
export class Availability {
  private readonly spans = new Map<Seat, Map<CalendarDate, SlotSpan>>(SEATS.map((seat) => [seat, new Map()]))
  private readonly leaves = new Map<string, readonly DutyAbsence[]>()

  constructor(
    private readonly terms: RosterTerms,
    leaves: readonly AbsenceNow[],
  ) {
    for (const leave of leaves) {
      if (leave.cancelledAt != null) continue
      this.leaves.set(leave.personId, [...(this.leaves.get(leave.personId) ?? []), leave])
    }
  }

  /** Holds the post from the first to the last instant of that day's seat. */
  isInOffice({ posts }: SeatHolder, seat: Seat, on: CalendarDate): boolean {
    return holdsThrough(posts, this.spanOf(seat, on))
  }

  isAway(personId: string, on: CalendarDate): boolean {
    return this.leaves.get(personId)?.some(({ fromOn, toOn }) => fromOn <= on && on <= toOn) ?? false
  }

  mayCome(holder: SeatHolder, seat: Seat, on: CalendarDate): boolean {
    return !this.isAway(holder.personId, on) && this.isInOffice(holder, seat, on)
  }

  private spanOf(seat: Seat, on: CalendarDate): SlotSpan {
    const known = this.spans.get(seat)?.get(on)
    if (known !== undefined) return known
    const span = spanOf(seat, on, this.terms)
    this.spans.get(seat)?.set(on, span)
    return span
  }
}
