import type { BookOutcome, RosterOrderCause, VillageMark } from './book'
import type { Seat } from './duty-slot'

/** The words of the field as the screens show them (handbook §3). */
export const SEAT_NAMES: Readonly<Record<Seat, string>> = {
  lead: '带班', member: '值班', stationed: '包村干部', leader: '领导坐班',
}
export const VILLAGE_MARK_NAMES: Readonly<Record<VillageMark, string>> = {
  weak: '班子弱', conflicted: '矛盾多', petitioned: '信访多', behind: '发展慢',
}
export const BOOK_OUTCOME_NAMES: Readonly<Record<BookOutcome, string>> = {
  settled: '当场解决', 'to-meeting': '上专题会',
}
export const ROSTER_ORDER_CAUSE_NAMES: Readonly<Record<RosterOrderCause, string>> = {
  hole: '没人值班', absence: '没有到岗', 'visit-owed': '没有去坐班',
}
