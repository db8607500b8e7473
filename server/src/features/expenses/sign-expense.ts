import {
  currentRevision, signExpense, SLOTS, type PassedDecision, type Shown, type SignBody, type Slot,
} from '@huiying/shared/expenses'
import type { Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import { availableFen, reserveMoney } from '@huiying/shared/ledger'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import { bookInHand, livePostingOf, type BookInHand } from '../ledger/public'
import { challengeByNonce, drawingInHand, keepChallenge, signatureLevel, type LevelGround } from '../signing/public'
import { decided, expenseInHand, stored, type ExpenseInHand } from './act-on-expense'
import { decisionTable } from './ground.table'

/**
 * One signature; the last one approves, and sets the money aside in the same transaction. @throws what `signExpense`
 * and `reserveMoney` do, expense.soter-refused, expense.strokes-invalid, expense.strokes-used, ledger.book-stopped
 */
export class SignExpense {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
    private readonly levelGround: LevelGround,
  ) {}

  async execute(viewer: Viewer, expenseId: string, body: SignBody): Promise<null> {
    const { slot, shown, nonce, strokes, soter } = body
    if (viewer.personId === null) throw new DomainError('session.not-bound')
    const use = { subjectId: expenseId, ...shown, slot, personId: viewer.personId, nonce }
    // Asks WeChat, so before the work.
    const level = await signatureLevel(this.levelGround, viewer, use, soter)
    return this.unitOfWork.run(async (work) => {
      const hand = await expenseInHand(work, viewer, expenseId)
      const { request, personId, ground } = hand
      const challenge = await challengeByNonce<Slot>(work, nonce)
      const drawing = await drawingInHand(work, this.ids, personId, strokes)
      // Held until the end: it is taken back before this signature or after, never meanwhile.
      const standing = isLast(slot) ? await decisionInHand(work, currentRevision(request).content.decisionId) : null
      const money = isLast(slot) ? await moneyInHand(work, hand) : null
      const decision = await decided(work, request, shown.revision, () => signExpense(
        request,
        { slot, personId, shown: plain(shown), nonce, level, strokes: drawing.bytes },
        // Whose slot is not the last approves nothing; should he ever, nothing would be there to spend.
        { ...ground, challenge, availableFen: money?.availableFen ?? -1, decision: standing },
        work.now,
      ))
      if (decision.next === request) return null
      const reserve = decision.next.status === 'approved' ? money?.reserve() : undefined
      const store = await stored(hand, decision)
      if (decision.challenge !== null) keepChallenge(work, decision.challenge)
      drawing.keep()
      store()
      reserve?.()
      return null
    })
  }
}

async function decisionInHand(work: Work, id: string | null): Promise<PassedDecision | null> {
  const decision = id === null ? null : await work.findOne(decisionTable, { id }, { lock: true })
  return decision?.voidedAt === null ? decision : null
}

interface MoneyInHand {
  readonly availableFen: number
  /** Decides at once, and gives back the writing. */
  reserve(): () => void
}

async function moneyInHand(work: Work, { request, personId }: ExpenseInHand): Promise<MoneyInHand> {
  const isPosted = (await livePostingOf(work, request.id)) !== null
  const book: BookInHand | null = await bookInHand(work, request.bookId)
  if (book === null) throw new Error(`expense ${request.id} belongs to no book`)
  const { payFrom: account, amountFen } = currentRevision(request).content
  return {
    availableFen: availableFen(book.state, account),
    reserve: () => {
      const wish = { expenseId: request.id, account, amountFen, isPosted }
      const { next, facts } = reserveMoney(book.state, wish, work.now)
      return () => book.write({ next, entries: [], facts, by: personId })
    },
  }
}

/** The approver closes the stages, whatever else is needed. */
function isLast(slot: Slot): boolean {
  return slot === SLOTS[SLOTS.length - 1]
}

/** What came over the wire may be more than the two fields. */
function plain({ revision, digest }: Shown): Shown {
  return { revision, digest }
}
