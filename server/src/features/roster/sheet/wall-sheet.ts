import type { CalendarDay } from '@huiying/shared/calendar'
import { POST_SHORT_NAMES, type CadreCard, type PersonTag, type PostKind } from '@huiying/shared/identity'
import { DomainError, type CalendarDate, type EpochMs } from '@huiying/shared/kernel'
import { CELL_FLAGS, SEATS, type Month, type RosterMonthAnswer, type RosterTerms, type Seat } from '@huiying/shared/roster'

/** A village's month as it hangs on the wall: all that is drawn, and nothing that must be looked up. */
export interface WallSheet {
  readonly subDistrictName: string
  readonly villageName: string
  readonly month: Month
  /** `null`: a draft, and marked as one. */
  readonly publishedAt: EpochMs | null
  readonly printedAt: EpochMs
  readonly days: readonly WallDay[]
  readonly visitors: readonly WallVisitor[]
  readonly phones: readonly WallPhone[]
  readonly terms: WallTerms
  /** "1 小时内有人回" */
  readonly promise: string
  /** Where the QR code leads; `null`: nobody has said by which address residents reach the product. */
  readonly address: string | null
}

export interface WallDay extends CalendarDay {
  /** In the order of SEATS. */
  readonly seats: readonly WallSeat[]
}

export interface WallSeat {
  readonly seat: Seat
  /** `null`: a hole. */
  readonly name: string | null
  /** Changed after the month had been published. */
  readonly isChanged: boolean
}

/** The stationed cadre or a leader, with the days on which he comes. */
export interface WallVisitor {
  readonly seat: 'stationed' | 'leader'
  readonly name: string | null
  /** A leader's title. */
  readonly title: string | null
  readonly days: readonly CalendarDate[]
}

export interface WallPhone {
  readonly name: string
  readonly title: string
  readonly phone: string
}

export type WallTerms = Pick<RosterTerms, 'handOverMinute' | 'visitFromMinute' | 'visitToMinute'>

export interface WallExtras {
  /** Whoever residents may call anyway, the weightiest first; only those who sit in the month are shown. */
  readonly cards: readonly CadreCard[]
  readonly terms: WallTerms
  readonly promise: string
  readonly address: string | null
}

/**
 * Turns the rows of numbers of a month's answer into one village's sheet.
 * @throws roster.month-not-found: not made, not to be seen yet, or without that village
 */
export function wallSheetOf(answer: RosterMonthAnswer, villageId: string, extras: WallExtras): WallSheet {
  const villageIndex = answer.villages.findIndex(({ village }) => village.id === villageId)
  const village = answer.villages[villageIndex]?.village
  if (village === undefined || answer.status === null) throw new DomainError('roster.month-not-found')
  const cells = cellsOf(answer, villageIndex)
  return {
    subDistrictName: answer.subDistrict.name,
    villageName: village.name,
    month: answer.month,
    publishedAt: answer.status === 'published' ? answer.publishedAt : null,
    printedAt: answer.now,
    days: answer.days.map((day) => ({ ...day, seats: cells.filter((cell) => cell.on === day.on).map(seatOf) })),
    visitors: visitorsIn(cells),
    phones: phonesOf(extras.cards, peopleOfVillage(cells)),
    terms: extras.terms,
    promise: extras.promise,
    address: extras.address,
  }
}

/** Everybody whose number stands on the sheet, if he has one: whoever sits for the village, no leader. */
export function peopleToCall(answer: RosterMonthAnswer, villageId: string): readonly string[] {
  return peopleOfVillage(cellsOf(answer, answer.villages.findIndex(({ village }) => village.id === villageId)))
}

interface NamedCell {
  readonly on: CalendarDate
  readonly seat: Seat
  readonly person: PersonTag | null
  readonly isChanged: boolean
}

function cellsOf(answer: RosterMonthAnswer, villageIndex: number): readonly NamedCell[] {
  return answer.cells
    .filter(([village]) => village === villageIndex)
    .flatMap(([, day, seat, person, flags]) => {
      const [on, name] = [answer.days[day]?.on, SEATS[seat]]
      if (on === undefined || name === undefined) return []
      const isChanged = (flags & CELL_FLAGS.changedAfterPublishing) !== 0
      return [{ on, seat: name, person: answer.people[person] ?? null, isChanged }]
    })
    .sort((one, other) => one.on.localeCompare(other.on) || SEATS.indexOf(one.seat) - SEATS.indexOf(other.seat))
}

function seatOf({ seat, person, isChanged }: NamedCell): WallSeat {
  return { seat, name: person?.name ?? null, isChanged }
}

function visitorsIn(cells: readonly NamedCell[]): readonly WallVisitor[] {
  return (['stationed', 'leader'] as const).flatMap((seat) => {
    const visits = cells.filter((cell) => cell.seat === seat)
    const people = [...new Map(visits.map(({ person }) => [person?.personId ?? null, person])).values()]
    return people.map((person) => ({
      seat,
      name: person?.name ?? null,
      title: seat === 'leader' && person !== null ? person.charge : null,
      days: visits.filter((visit) => visit.person?.personId === person?.personId).map(({ on }) => on),
    }))
  })
}

function peopleOfVillage(cells: readonly NamedCell[]): readonly string[] {
  const sitting = cells.filter(({ seat }) => seat !== 'leader')
  return [...new Set(sitting.flatMap(({ person }) => (person === null ? [] : [person.personId])))]
}

function phonesOf(cards: readonly CadreCard[], sitting: readonly string[]): readonly WallPhone[] {
  return cards.flatMap(({ personId, name, posts, phone }) => {
    const [post] = posts
    if (post === undefined || phone === null || !sitting.includes(personId)) return []
    return [{ name, title: titleOf(post.kind, post.charge), phone }]
  })
}

/** "书记", "低保专干" */
function titleOf(kind: PostKind, charge: string | null): string {
  return charge === null ? POST_SHORT_NAMES[kind] : `${charge}${POST_SHORT_NAMES[kind]}`
}
