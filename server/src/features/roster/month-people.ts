import { weightiestFirst, type PersonTag, type PostKind } from '@huiying/shared/identity'
import { addDays, startOfChinaDay, type CalendarDate, type EpochMs } from '@huiying/shared/kernel'
import { SEAT_POST_KINDS } from '@huiying/shared/roster'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import { personTags } from '../identity/public'
import type { MonthAccess } from './month-access'

/** A post that gives a seat at some time of the month, and who holds it. */
export interface SeatPost {
  readonly personId: string
  readonly name: string
  readonly kind: PostKind
  readonly charge: string | null
  readonly villageId: string | null
  readonly toAt: EpochMs | null
}

interface PostRow {
  readonly person_id: string
  readonly name: string
  readonly kind: PostKind
  readonly charge: string | null
  readonly village_id: string | null
  readonly to_at: number | null
}

/** Of the whole sub-district, or of one village and whoever visits any, the weightiest first. */
export async function seatPostsOf(
  reads: Reads,
  { subDistrictId, villageId }: MonthAccess,
  days: readonly CalendarDate[],
): Promise<readonly SeatPost[]> {
  const [first = '', last = ''] = [days[0], days.at(-1)]
  // The first day's shift may begin the evening before.
  const span = [startOfChinaDay(addDays(last, 1)), startOfChinaDay(addDays(first, -1))]
  const here = villageId === null
    ? { sql: '', values: [] }
    : { sql: ' AND (p.village_id = ? OR p.kind IN (?, ?))', values: [villageId, 'stationed-cadre', 'leader'] }
  const rows = await reads.query<PostRow>(
    `SELECT p.person_id, h.name, p.kind, p.charge, p.village_id, p.to_at FROM posts p JOIN people h ON h.id = p.person_id
     WHERE p.sub_district_id = ? AND p.kind IN (${placeholders(SEAT_POST_KINDS.length)})
       AND p.from_at < ? AND (p.to_at IS NULL OR p.to_at > ?)${here.sql} ORDER BY p.from_at, p.id`,
    [subDistrictId, ...SEAT_POST_KINDS, ...span, ...here.values],
  )
  return weightiestFirst(rows.map((row) => ({
    personId: row.person_id, name: row.name, kind: row.kind, charge: row.charge, villageId: row.village_id,
    toAt: row.to_at === null ? null : Number(row.to_at),
  })))
}

/** The people a month names, each once and numbered in the order in which they are asked for. */
export class MonthPeople {
  private readonly known = new Map<string, PersonTag>()
  private readonly numbers = new Map<string, number>()

  /** Posts the weightiest first: that one names him. */
  constructor(posts: readonly SeatPost[]) {
    for (const { personId, name, kind, charge } of posts) {
      if (!this.known.has(personId)) this.known.set(personId, { personId, name, post: kind, charge })
    }
  }

  /** Learns the names of those who sat and hold no such post any more. */
  async learn(reads: Reads, personIds: Iterable<string>, at: EpochMs): Promise<void> {
    const unknown = [...new Set(personIds)].filter((id) => !this.known.has(id))
    for (const [id, tag] of await personTags(reads, unknown, at)) this.known.set(id, tag)
  }

  /** -1: nobody. */
  numberOf(personId: string | null): number {
    if (personId === null) return -1
    const number = this.numbers.get(personId) ?? this.numbers.size
    this.numbers.set(personId, number)
    return number
  }

  named(): readonly PersonTag[] {
    return [...this.numbers.keys()].map((personId) =>
      this.known.get(personId) ?? { personId, name: '', post: null, charge: null })
  }
}
