import {
  changedFields, currentRevision, liveSignatures, livePosting, openSlots, waitingOn, weigh, whoWillSign,
  type ContentView, type DecisionRow, type ExpenseRequest, type ExpenseView, type RevisionView, type SigningGround,
  type SlotView, type Strokes, type Waiting, type WaitingView,
} from '@huiying/shared/expenses'
import type { PersonTag, Viewer } from '@huiying/shared/identity'
import { DomainError, type EpochMs } from '@huiying/shared/kernel'
import { accountOf, type Book } from '@huiying/shared/ledger'
import type { Reads } from '../../platform/database/reads'
import { fileUrls, type FileUrls, type FileUrlSigner } from '../files/public'
import { personTags } from '../identity/public'
import { bookOf } from '../ledger/public'
import { drawingsOf } from '../signing/public'
import { villageOf } from '../villages/public'
import { decisionRowsById } from './decision-rows.board'
import { expenseById } from './expenses-by'
import { hintsOf } from './hints.board'
import { maskedFileIds } from './masked-files.board'
import { signingGroundOf } from './signing-ground'
import { othersAround } from './submit-ground'
import { whatHeMay } from './what-he-may'
import { mayReadExpense } from './who-reads'

/** What names and addresses a view is made with. */
interface Looked {
  readonly tag: (personId: string) => PersonTag
  readonly tagOrNull: (personId: string | null) => PersonTag | null
  readonly files: FileUrls
  readonly book: Book | null
  readonly decisions: ReadonlyMap<string, DecisionRow>
  readonly strokes: ReadonlyMap<string, Strokes>
  readonly masked: ReadonlySet<string>
}

/** One expense as a whole. @throws expense.not-found */
export async function expenseView(
  reads: Reads,
  signer: FileUrlSigner,
  viewer: Viewer,
  expenseId: string,
  now: EpochMs,
): Promise<ExpenseView> {
  const request = await expenseById(reads, expenseId)
  if (request === null || !mayReadExpense(viewer, request)) throw new DomainError('expense.not-found')
  const ground = await signingGroundOf(reads, request, now)
  const [village, looked, hints, weighedFen] = await Promise.all([
    villageOf(reads, request.villageId),
    lookUp(reads, signer, request, ground, now),
    hintsOf(reads, viewer, request, ground, now),
    weighedBefore(reads, request, now),
  ])
  if (village === null) throw new Error(`expense ${expenseId} lies in no village`)
  const revision = currentRevision(request)
  const { payment, ended } = request
  return {
    id: request.id,
    now,
    village: { id: village.id, kind: village.kind, name: village.name },
    bookId: request.bookId,
    status: request.status,
    content: contentView(request, looked),
    revision: revision.number,
    digest: revision.digest,
    savedAt: revision.savedAt,
    savedBy: looked.tagOrNull(revision.savedBy),
    submittedAt: revision.submittedAt,
    slots: slotViews(request, ground, looked, now, weighedFen),
    waiting: waitingView(waitingOn(request, ground, now), looked.tag),
    hints,
    history: request.revisions.map((_, index) => revisionView(request, index, looked)),
    payment: payment === null
      ? null
      : {
          paidOn: payment.paidOn, reference: payment.reference, by: looked.tagOrNull(payment.by), at: payment.at,
          proof: looked.files.photos([payment.proof.fileId])[0] ?? null,
        },
    entryId: livePosting(request)?.entryId ?? null,
    ended: ended === null ? null : { at: ended.at, by: looked.tagOrNull(ended.by), reason: ended.reason },
    approvedAt: request.approvedAt,
    may: whatHeMay(request, viewer.personId, ground, now),
  }
}

/** "正在办，在谁手上，几天了" */
export function waitingView(waiting: Waiting | null, tag: (personId: string) => PersonTag): WaitingView | null {
  if (waiting === null) return null
  const on = waiting.on.map(({ step, personIds, nobody }) => ({ step, people: personIds.map(tag), nobody }))
  return { on, sinceAt: waiting.sinceAt, days: waiting.days }
}

/** Before it is submitted, who will sign hangs on what would be added up. */
async function weighedBefore(reads: Reads, request: ExpenseRequest, now: EpochMs): Promise<number | undefined> {
  if (request.status !== 'draft') return undefined
  const { content } = currentRevision(request)
  return weigh(request.id, content, await othersAround(reads, request, now), request.terms, now).fen
}

async function lookUp(
  reads: Reads,
  signer: FileUrlSigner,
  request: ExpenseRequest,
  { posts }: SigningGround,
  now: EpochMs,
): Promise<Looked> {
  const { vouchers, statement, decisionId } = currentRevision(request).content
  const proof = request.payment === null ? [] : [request.payment.proof.fileId]
  const photoIds = [...vouchers.map(({ fileId }) => fileId), ...proof]
  const [tags, files, book, decisions, strokes, masked] = await Promise.all([
    personTags(reads, [...peopleIn(request), ...posts.map((post) => post.personId)], now, request.villageId),
    fileUrls(reads, signer, [...photoIds, ...(statement.voice === null ? [] : [statement.voice.fileId])], now),
    bookOf(reads, request.bookId),
    decisionRowsById(reads, signer, decisionId === null ? [] : [decisionId], now),
    drawingsOf(reads, liveSignatures(request).map((signature) => signature.strokes.fileId)),
    maskedFileIds(reads, photoIds),
  ])
  // Whoever is on no register any more keeps his place without a name.
  const tag = (personId: string): PersonTag => tags.get(personId) ?? { personId, name: '', post: null, charge: null }
  const tagOrNull = (personId: string | null): PersonTag | null => personId === null ? null : tags.get(personId) ?? null
  return { tag, tagOrNull, files, book, decisions, strokes, masked }
}

function peopleIn(request: ExpenseRequest): readonly string[] {
  const { handlerId, witnessId } = currentRevision(request).content
  const ids = [
    handlerId, witnessId, request.payment?.by ?? null, request.ended?.by ?? null,
    ...request.revisions.flatMap(({ savedBy, over, signatures }) =>
      [savedBy, over?.by ?? null, ...signatures.map(({ personId }) => personId)]),
  ]
  return ids.filter((id): id is string => id !== null)
}

function contentView(request: ExpenseRequest, { files, book, tagOrNull, decisions, masked }: Looked): ContentView {
  const { content } = currentRevision(request)
  const { payee, statement } = content
  return {
    payee: {
      kind: payee.kind, name: payee.name, personId: payee.personId, maskedAccount: payee.account?.masked ?? null,
    },
    amountFen: content.amountFen,
    payFrom: { code: content.payFrom, name: namesOf(book, content.payFrom).name },
    incurredOn: content.incurredOn,
    purpose: content.purpose,
    statement: { text: statement.text, voice: files.voice(statement.voice?.fileId ?? null) },
    items: content.items,
    account: { code: content.accountCode, ...namesOf(book, content.accountCode) },
    vouchers: content.vouchers.map(({ fileId, kind, issuerName, invoice, sha256 }) => ({
      fileId, kind, issuerName, invoice, sha256, photo: files.photos([fileId])[0] ?? null, isMasked: masked.has(fileId),
    })),
    handler: tagOrNull(content.handlerId),
    witness: tagOrNull(content.witnessId),
    decision: content.decisionId === null ? null : decisions.get(content.decisionId) ?? null,
  }
}

/** A draft may name an account that is none. */
function namesOf(book: Book | null, code: string): { readonly name: string; readonly plainName: string } {
  try {
    const account = book === null ? null : accountOf(book, code)
    return { name: account?.name ?? code, plainName: account?.plainName ?? code }
  } catch (error) {
    if (error instanceof DomainError) return { name: code, plainName: code }
    throw error
  }
}

function slotViews(
  request: ExpenseRequest,
  ground: SigningGround,
  { tag, strokes }: Looked,
  now: EpochMs,
  weighedFen: number | undefined,
): readonly SlotView[] {
  const open = openSlots(request, ground.posts, now)
  const live = liveSignatures(request)
  return whoWillSign(request, ground, now, weighedFen).map(({ slot, stage, personIds, blocked, nobody }) => {
    const signed = live.find((signature) => signature.slot === slot)
    return {
      slot, stage, nobody,
      isOpen: open.includes(slot),
      signed: signed === undefined
        ? null
        : {
            by: tag(signed.personId), at: signed.at, level: signed.level,
            strokes: strokes.get(signed.strokes.fileId) ?? null,
          },
      people: personIds.map(tag),
      blocked: blocked.map(({ personId, block }) => ({ person: tag(personId), block })),
    }
  })
}

function revisionView(request: ExpenseRequest, index: number, { tag, tagOrNull }: Looked): RevisionView {
  const revision = request.revisions[index] ?? currentRevision(request)
  const before = request.revisions[index - 1]
  const { number, savedAt, savedBy, over, signatures, content } = revision
  return {
    number, savedAt,
    savedBy: tagOrNull(savedBy),
    changed: before === undefined ? [] : changedFields(before.content, content),
    signatures: signatures.map(({ slot, personId, at, voided }) => ({
      slot, by: tag(personId), at, isVoided: voided !== null || over !== null,
    })),
    over: over === null
      ? null
      : { how: over.how, at: over.at, by: tagOrNull(over.by), reason: over.how === 'refused' ? over.reason : null },
  }
}
