import {
  currentRevision, EXPENSE_STATUSES, mustBeAbleToSign, SLOTS, waitingOn,
  type ExpenseListAnswer, type ExpenseRequest, type ExpenseRow, type ExpenseStatus, type SigningGround, type Slot,
} from '@huiying/shared/expenses'
import { belongsTo, type PersonTag, type PostKind, type Viewer } from '@huiying/shared/identity'
import { DomainError, type EpochMs } from '@huiying/shared/kernel'
import type { UnitBrief } from '@huiying/shared/villages'
import { placeholders, type Condition } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import { personTags } from '../identity/public'
import { villageOf } from '../villages/public'
import { waitingView } from './expense-view.board'
import { expensesBy } from './expenses-by'
import { signingGroundOf } from './signing-ground'
import { OVERSEEING_POSTS } from './who-reads'

const PAGE_SIZE = 20
/** More than one hand can ever have before it; what is beyond comes when some are done. */
const MINE_LIMIT = 60

export interface ListQuestion {
  /** `null`: all the viewer may see. */
  readonly villageId: string | null
  readonly status: string | null
  /** `more` of the page before. */
  readonly after: string | null
}

/** What waits for the viewer first, then the rest he may see, the newest first. @throws identity.village-not-found */
export async function expenseList(
  reads: Reads,
  viewer: Viewer,
  { villageId, status, after }: ListQuestion,
  now: EpochMs,
): Promise<ExpenseListAnswer> {
  if (villageId !== null && !(await mayAskFor(reads, viewer, villageId))) throw new DomainError('identity.village-not-found')
  const seen = whatHeSees(viewer, villageId, watchedBy(viewer))
  // Who only watches over a village signs nothing there: none of his waits for him.
  const his = whatHeSees(viewer, villageId, [])
  const ofStatus = isStatus(status) ? { sql: ' AND e.status = ?', params: [status] } : { sql: '', params: [] }
  const waiting = await expensesBy(
    reads,
    `${his.sql} AND e.status IN ('signing', 'approved', 'paid') ORDER BY e.waiting_since_at, e.id LIMIT ?`,
    [...his.params, MINE_LIMIT * 2],
  )
  const mine = (await rowsOf(reads, viewer, waiting, now)).filter(({ isMine }) => isMine).slice(0, MINE_LIMIT)
  const page = await expensesBy(
    reads,
    `${seen.sql}${ofStatus.sql}${after === null ? '' : ' AND e.id < ?'} ORDER BY e.id DESC LIMIT ?`,
    [...seen.params, ...ofStatus.params, ...(after === null ? [] : [after]), PAGE_SIZE + 1],
  )
  const shown = page.slice(0, PAGE_SIZE)
  const others = (await rowsOf(reads, viewer, shown, now)).filter(({ isMine }) => !isMine)
  return {
    now,
    mine: after === null ? mine.map(({ row }) => row) : [],
    others: others.map(({ row }) => row),
    more: page.length > PAGE_SIZE ? shown[shown.length - 1]?.id ?? null : null,
    mayDraft: await villagesHeKeeps(reads, viewer),
  }
}

async function mayAskFor(reads: Reads, viewer: Viewer, villageId: string): Promise<boolean> {
  if (belongsTo(viewer, villageId)) return true
  const village = await villageOf(reads, villageId)
  return village !== null && watchedBy(viewer).includes(village.subDistrictId)
}

/** By post, by watching over the village, or because he is named. */
function whatHeSees(viewer: Viewer, villageId: string | null, watched: readonly string[]): Condition {
  const personId = viewer.personId ?? ''
  const villages = villagesOfPosts(viewer, (kind) => OVERSEEING_POSTS.includes(kind))
  const home = villagesOfPosts(viewer, (kind) => kind !== 'admin')
  const among = (column: string, ids: readonly string[]): string =>
    ids.length === 0 ? '1 = 0' : `${column} IN (${placeholders(ids.length)})`
  const named = `(${among('e.village_id', home)} AND (e.handler_id = ? OR e.witness_id = ?))`
  const any = `(${among('e.village_id', villages)} OR ${among('e.sub_district_id', watched)} OR ${named})`
  const params = [...villages, ...watched, ...home, personId, personId]
  return villageId === null ? { sql: any, params } : { sql: `${any} AND e.village_id = ?`, params: [...params, villageId] }
}

function villagesOfPosts(viewer: Viewer, counts: (kind: PostKind) => boolean): readonly string[] {
  const ids = viewer.posts.filter(({ kind }) => counts(kind)).map(({ villageId }) => villageId)
  return [...new Set(ids)].filter((id): id is string => id !== null)
}

function watchedBy(viewer: Viewer): readonly string[] {
  return viewer.posts
    .filter(({ kind, villageId }) => (kind === 'staff' || kind === 'leader') && villageId === null)
    .map(({ subDistrictId }) => subDistrictId)
    .filter((id): id is string => id !== null)
}

/** Nobody is asked of what waits for nobody. */
const NOBODY: SigningGround = { posts: [], relatives: [] }

interface Row {
  readonly row: ExpenseRow
  readonly isMine: boolean
}

async function rowsOf(
  reads: Reads,
  viewer: Viewer,
  requests: readonly ExpenseRequest[],
  now: EpochMs,
): Promise<readonly Row[]> {
  const villages = new Map<string, UnitBrief>()
  const found: { readonly request: ExpenseRequest; readonly ground: SigningGround }[] = []
  for (const request of requests) {
    if (!villages.has(request.villageId)) {
      const village = await villageOf(reads, request.villageId)
      if (village !== null) villages.set(village.id, { id: village.id, kind: village.kind, name: village.name })
    }
    const isUnderWay = request.waitingSinceAt !== null
    found.push({ request, ground: isUnderWay ? await signingGroundOf(reads, request, now) : NOBODY })
  }
  const waits = found.map((one) => ({ ...one, waiting: waitingOn(one.request, one.ground, now) }))
  const people = waits.flatMap(({ waiting }) => waiting?.on.flatMap(({ personIds }) => personIds) ?? [])
  const tags = await personTags(reads, people, now)
  const tag = (personId: string): PersonTag => tags.get(personId) ?? { personId, name: '', post: null, charge: null }
  return waits.flatMap(({ request, ground, waiting }): readonly Row[] => {
    const village = villages.get(request.villageId)
    if (village === undefined) return []
    const { content } = currentRevision(request)
    const isMine = waiting?.on.some(({ personIds }) => personIds.includes(viewer.personId ?? '')) ?? false
    return [{
      isMine,
      row: {
        id: request.id, village, status: request.status, purpose: content.purpose, payeeName: content.payee.name,
        amountFen: content.amountFen, createdAt: request.createdAt, waiting: waitingView(waiting, tag),
        mySlots: mySlots(request, viewer.personId, ground, now),
      },
    }]
  })
}

function mySlots(
  request: ExpenseRequest,
  personId: string | null,
  ground: SigningGround,
  now: EpochMs,
): readonly Slot[] {
  if (request.status !== 'signing' || personId === null) return []
  const { number, digest } = currentRevision(request)
  return SLOTS.filter((slot) => {
    try {
      mustBeAbleToSign(request, { slot, personId, shown: { revision: number, digest } }, ground, now)
      return true
    } catch (error) {
      if (error instanceof DomainError) return false
      throw error
    }
  })
}

async function villagesHeKeeps(reads: Reads, viewer: Viewer): Promise<readonly UnitBrief[]> {
  const ids = villagesOfPosts(viewer, (kind) => kind === 'accountant')
  const villages = await Promise.all(ids.map((id) => villageOf(reads, id)))
  return villages.flatMap((village) =>
    village === null ? [] : [{ id: village.id, kind: village.kind, name: village.name }])
}

function isStatus(text: string | null): text is ExpenseStatus {
  return EXPENSE_STATUSES.some((status) => status === text)
}
