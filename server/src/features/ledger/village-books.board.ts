import { SUB_DISTRICT_HANDLER_POSTS, type PostKind, type SeatedPost, type Viewer } from '@huiying/shared/identity'
import { DAY_MS, DomainError, type EpochMs, type Fen } from '@huiying/shared/kernel'
import {
  lastMonthDue, lateMonthsOf, worseBookFirst, type Month, type VillageBookRow, type VillageBooksAnswer,
} from '@huiying/shared/ledger'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'

/**
 * Two questions however many villages there are.
 * @throws request.not-found for whoever neither watches over a sub-district nor is stationed at a village
 */
export async function villageBooksOf(reads: Reads, viewer: Viewer, now: EpochMs): Promise<VillageBooksAnswer> {
  const scope = scopeOf(viewer)
  if (scope === null) throw new DomainError('request.not-found')
  const due = lastMonthDue(now)
  const [villages, waits] = await Promise.all([villagesIn(reads, scope, due), waitsIn(reads, scope)])
  const waitingOf = new Map(waits.map((one) => [one.book_id, one]))
  const books = villages.flatMap((row): readonly VillageBookRow[] => {
    if (row.book_id === null || row.book_name === null || row.first_month === null) return []
    return [{
      village: villageOf(row),
      bookId: row.book_id,
      name: row.book_name,
      moneyFen: Number(row.money_fen),
      lastPublished: row.last_published,
      lateMonths: lateMonthsOf(row.first_month, Number(row.published_count), due),
      waiting: waitingFrom(waitingOf.get(row.book_id), now),
      findingCount: Number(row.finding_count),
    }]
  })
  return {
    now,
    books: books.sort(worseBookFirst),
    withoutBook: villages.filter((row) => row.book_id === null).map(villageOf),
  }
}

/** What reading a book goes by (`mayReadBook`), but for the villages one lives in or serves. */
interface Scope {
  readonly subDistrictIds: readonly string[]
  readonly villageIds: readonly string[]
}

function scopeOf({ posts }: Viewer): Scope | null {
  const of = (kinds: readonly PostKind[], unit: (post: SeatedPost) => string | null): readonly string[] =>
    [...new Set(posts.filter(({ kind }) => kinds.includes(kind)).map(unit))].filter((id): id is string => id !== null)
  const subDistrictIds = of(SUB_DISTRICT_HANDLER_POSTS, (post) => post.subDistrictId)
  const villageIds = of(['stationed-cadre'], (post) => post.villageId)
  return subDistrictIds.length + villageIds.length === 0 ? null : { subDistrictIds, villageIds }
}

/** The empty half is left out, so that what is left is found by its index. */
function within({ subDistrictIds, villageIds }: Scope, subDistrict: string, village: string): string {
  const halves = [
    ...(subDistrictIds.length === 0 ? [] : [`${subDistrict} IN (${placeholders(subDistrictIds.length)})`]),
    ...(villageIds.length === 0 ? [] : [`${village} IN (${placeholders(villageIds.length)})`]),
  ]
  return `(${halves.join(' OR ')})`
}

interface VillageRow {
  readonly id: string
  readonly name: string
  readonly book_id: string | null
  readonly book_name: string | null
  readonly first_month: Month | null
  readonly money_fen: Fen
  readonly last_published: Month | null
  readonly published_count: number
  readonly finding_count: number
}

/** Each book, and once each village that has none. */
function villagesIn(reads: Reads, scope: Scope, due: Month): Promise<VillageRow[]> {
  return reads.query<VillageRow>(
    `SELECT v.id, v.name, b.id AS book_id, b.name AS book_name, b.first_month,
       (SELECT COALESCE(SUM(m.balance_fen), 0) FROM ledger_money m WHERE m.book_id = b.id) AS money_fen,
       (SELECT MAX(p.month) FROM ledger_months p WHERE p.book_id = b.id AND p.status = 'published') AS last_published,
       (SELECT COUNT(*) FROM ledger_months d
         WHERE d.book_id = b.id AND d.status = 'published' AND d.month <= ?) AS published_count,
       (SELECT COUNT(*) FROM ledger_findings f WHERE f.book_id = b.id AND f.cleared_at IS NULL) AS finding_count
     FROM units v LEFT JOIN ledger_books b ON b.village_id = v.id
     WHERE v.kind = 'village' AND ${within(scope, 'v.parent_id', 'v.id')}
     ORDER BY v.code, b.legal_body`,
    [due, ...scope.subDistrictIds, ...scope.villageIds],
  )
}

interface WaitRow {
  readonly book_id: string
  readonly waiting_count: number
  readonly late_count: number
  readonly oldest_at: EpochMs
}

function waitsIn(reads: Reads, scope: Scope): Promise<WaitRow[]> {
  return reads.query<WaitRow>(
    `SELECT e.book_id, COUNT(*) AS waiting_count, MIN(e.waiting_since_at) AS oldest_at,
       SUM(CASE WHEN e.reminded_count > 0 THEN 1 ELSE 0 END) AS late_count
     FROM expenses e
     WHERE ${within(scope, 'e.sub_district_id', 'e.village_id')}
       AND e.status IN ('signing', 'approved', 'paid') AND e.waiting_since_at IS NOT NULL
     GROUP BY e.book_id`,
    [...scope.subDistrictIds, ...scope.villageIds],
  )
}

function waitingFrom(row: WaitRow | undefined, now: EpochMs): VillageBookRow['waiting'] {
  if (row === undefined) return { count: 0, lateCount: 0, oldestDays: 0 }
  const oldestDays = Math.max(0, Math.floor((now - Number(row.oldest_at)) / DAY_MS))
  return { count: Number(row.waiting_count), lateCount: Number(row.late_count), oldestDays }
}

function villageOf({ id, name }: VillageRow): VillageBookRow['village'] {
  return { id, kind: 'village', name }
}
