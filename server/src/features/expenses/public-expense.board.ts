import {
  currentRevision, isNamedSlot, livePosting, liveSignatures, SLOT_POSTS, SLOTS, waitingOn,
  type DecisionRow, type ExpenseRequest, type ExpenseStatus, type PublicExpense, type Signature, type Waiting,
} from '@huiying/shared/expenses'
import {
  POST_UNIT_KINDS, postHolds, weightiestFirst, type PersonTag, type PostKind, type SeatedPost, type Viewer,
} from '@huiying/shared/identity'
import { DomainError, maskNumbersIn, type EpochMs } from '@huiying/shared/kernel'
import { mayReadBook } from '@huiying/shared/ledger'
import type { PhotoAddress } from '@huiying/shared/files'
import type { UnitBrief } from '@huiying/shared/villages'
import type { Reads } from '../../platform/database/reads'
import { fileUrls, maskedPhotos, type FileUrls, type FileUrlSigner } from '../files/public'
import { personTags, postsOfPeopleDuring } from '../identity/public'
import { villageOf } from '../villages/public'
import { decisionRowsById } from './decision-rows.board'
import { waitingView } from './expense-view.board'
import { expenseById } from './expenses-by'
import { payeeForAll } from './payee-for-all'
import { signingGroundOf } from './signing-ground'

/** From the day it was submitted; what was refused, withdrawn or cancelled took no money and is the cadres' own. */
const OPEN_STATUSES: readonly ExpenseStatus[] = ['signing', 'approved', 'paid', 'posted', 'published']
const EVERY_KIND = Object.keys(POST_UNIT_KINDS) as PostKind[]

/**
 * One expense as every villager reads it: no bank account, no drawn name, no picture that nobody has covered.
 * @throws expense.not-found, also for whoever may not read the village's book
 */
export async function publicExpenseOf(
  reads: Reads,
  signer: FileUrlSigner,
  viewer: Viewer,
  expenseId: string,
  now: EpochMs,
): Promise<PublicExpense> {
  const request = await expenseById(reads, expenseId)
  if (request === null || !mayReadBook(viewer, request) || !OPEN_STATUSES.includes(request.status)) {
    throw new DomainError('expense.not-found')
  }
  const village = await villageOf(reads, request.villageId)
  if (village === null) throw new Error(`expense ${expenseId} lies in no village`)
  const brief = { id: village.id, kind: village.kind, name: village.name }
  const [shown] = await publicExpenses(reads, signer, brief, [request], now)
  if (shown === undefined) throw new DomainError('expense.not-found')
  return shown
}

/** Several of one village. Whether the viewer may see them is for the caller to have asked. */
export async function publicExpenses(
  reads: Reads,
  signer: FileUrlSigner,
  village: UnitBrief,
  requests: readonly ExpenseRequest[],
  now: EpochMs,
): Promise<readonly PublicExpense[]> {
  if (requests.length === 0) return []
  const waiting = new Map<string, Waiting>()
  for (const request of requests) {
    if (request.waitingSinceAt === null) continue
    const waits = waitingOn(request, await signingGroundOf(reads, request, now), now)
    if (waits !== null) waiting.set(request.id, waits)
  }
  const looked = await lookUp(reads, signer, village, requests, [...waiting.values()], now)
  return requests.map((request) => publicView(request, village, waiting.get(request.id) ?? null, looked))
}

interface Looked {
  readonly tag: (personId: string) => PersonTag
  readonly posts: readonly SeatedPost[]
  readonly decisions: ReadonlyMap<string, DecisionRow>
  readonly masked: ReadonlyMap<string, PhotoAddress>
  readonly minutes: (decisionId: string) => readonly PhotoAddress[]
  readonly voices: FileUrls
}

async function lookUp(
  reads: Reads,
  signer: FileUrlSigner,
  village: UnitBrief,
  requests: readonly ExpenseRequest[],
  waits: readonly Waiting[],
  now: EpochMs,
): Promise<Looked> {
  const contents = requests.map((request) => currentRevision(request).content)
  const signatures = requests.flatMap(liveSignatures)
  const signers = [...new Set(signatures.map(({ personId }) => personId))]
  const decisionIds = [...new Set(contents.flatMap(({ decisionId }) => decisionId ?? []))]
  const people = [...signers, ...waits.flatMap(({ on }) => on.flatMap(({ personIds }) => personIds))]
  const span = { fromAt: Math.min(now, ...signatures.map(({ at }) => at)), toAt: now + 1 }
  const subDistrictId = requests[0]?.subDistrictId ?? ''
  const [tags, posts, decisions, masked, voices] = await Promise.all([
    personTags(reads, people, now, village.id),
    postsOfPeopleDuring(reads, signers, subDistrictId, EVERY_KIND, span),
    decisionRowsById(reads, signer, decisionIds, now),
    maskedPhotos(reads, signer, contents.flatMap(({ vouchers }) => vouchers.map(({ fileId }) => fileId)), now),
    fileUrls(reads, signer, contents.flatMap(({ statement }) => statement.voice?.fileId ?? []), now),
  ])
  const minuteIds = (decisionId: string): readonly string[] =>
    (decisions.get(decisionId)?.photos ?? []).map(({ id }) => id)
  const minutes = await maskedPhotos(reads, signer, decisionIds.flatMap(minuteIds), now)
  return {
    // Whoever is on no register any more keeps his place without a name.
    tag: (personId) => tags.get(personId) ?? { personId, name: '', post: null, charge: null },
    posts: posts.filter(({ villageId, kind }) => kind !== 'admin' && (villageId === village.id || villageId === null)),
    decisions, masked, voices,
    minutes: (decisionId) => minuteIds(decisionId).flatMap((id) => minutes.get(id) ?? []),
  }
}

function publicView(
  request: ExpenseRequest,
  village: UnitBrief,
  waiting: Waiting | null,
  looked: Looked,
): PublicExpense {
  const { content } = currentRevision(request)
  const { statement, decisionId } = content
  const decision = decisionId === null ? undefined : looked.decisions.get(decisionId)
  const signatures = liveSignatures(request)
  return {
    id: request.id,
    village,
    status: request.status,
    purpose: maskNumbersIn(content.purpose),
    payeeName: payeeForAll(content.payee),
    amountFen: content.amountFen,
    incurredOn: content.incurredOn,
    statement: { text: maskNumbersIn(statement.text), voice: looked.voices.voice(statement.voice?.fileId ?? null) },
    items: content.items.map(({ name, quantity, amountFen }) => ({
      name: maskNumbersIn(name), quantity: maskNumbersIn(quantity), amountFen,
    })),
    signed: SLOTS.flatMap((slot) => signatures.filter((one) => one.slot === slot)).map((signature) => ({
      slot: signature.slot, by: asHeSigned(signature, looked), at: signature.at, level: signature.level,
    })),
    waiting: waitingView(waiting, looked.tag),
    // Minutes carry names, signatures and numbers as vouchers do.
    decision: decision === undefined
      ? null
      : { ...decision, title: maskNumbersIn(decision.title), photos: looked.minutes(decision.id) },
    vouchers: content.vouchers.map(({ fileId }) => ({ id: fileId, photo: looked.masked.get(fileId) ?? null })),
    revisions: request.revisions.length,
    paidOn: request.payment?.paidOn ?? null,
    entryId: livePosting(request)?.entryId ?? null,
  }
}

/**
 * With the post he had when he signed: the slot's own where there is one, else his weightiest. One who has left office
 * since does not sign as a villager, and a new director has not signed what the old one did.
 */
function asHeSigned({ slot, personId, at }: Signature, { tag, posts }: Looked): PersonTag {
  const held = posts.filter((post) => post.personId === personId && postHolds(post, at))
  const [post] = isNamedSlot(slot) ? weightiestFirst(held) : held.filter(({ kind }) => kind === SLOT_POSTS[slot])
  const { name } = tag(personId)
  return { personId, name, post: post?.kind ?? null, charge: post?.charge ?? null }
}
