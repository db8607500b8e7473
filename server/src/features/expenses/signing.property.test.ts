import { viewerAt, type SeatedPost, type Viewer } from '@huiying/shared/identity'
import { DomainError, HOUR_MS } from '@huiying/shared/kernel'
import {
  currentRevision, liveSignatures, type ExpenseBody, type ExpenseRequest, type Shown, type Slot,
} from '@huiying/shared/expenses'
import {
  ACCOUNTANT, anyAct, anyVillage, draft, hashOf, naively, NINE, nothingSeen, post, SCRIPTED_WALK, slotOf, whoIs,
  type NaiveState, type TriedAct, type Village,
} from '@huiying/shared/expenses/testing'
import * as fc from 'fast-check'
import { openBook } from '../../../test/support/book-in-test'
import { drawnName } from '../../../test/support/drawn-name'
import { freshDatabase, type FreshDatabase } from '../../../test/support/fresh-database'
import { fileTable } from '../files/file.table'
import { personTable } from '../identity/person.table'
import { postTable } from '../identity/post.table'
import { moneyTable } from '../ledger/book.table'
import { ChallengeExpense } from './challenge-expense'
import { ExpenseRepository } from './expense.repository'
import { expenseById } from './expenses-by'
import { kinshipTable } from './ground.table'
import { RefuseExpense } from './refuse-expense'
import { SaveExpense } from './save-expense'
import { SignExpense } from './sign-expense'
import { TakeBackSignature } from './take-back-signature'
import { WithdrawExpense } from './withdraw-expense'

const PEOPLE = ['shu', 'ren', 'jian', 'jing', 'zheng', 'bao', 'cun', 'xin']
const RUNS = 15 * Number(process.env['PROPERTY_FACTOR'] ?? 1)

describe('signatures in the database, against the handbook’s sentences', () => {
  let fresh: FreshDatabase
  let drawings = 0
  let expenses = 0

  beforeAll(async () => {
    fresh = await freshDatabase()
    await openBook(fresh.database, { id: 'book' })
    await fresh.unitOfWork.run(async (work) => {
      work.insert(personTable, ...PEOPLE.map((id) => ({ id, name: id, phone: null, code: id, createdAt: 0 })))
      const held = { closedFen: 1_000_000_000, balanceFen: 1_000_000_000, reservedFen: 0 }
      work.insert(moneyTable, { bookId: 'book', account: '102', ...held })
    })
  })
  afterAll(() => fresh.close())

  it('approved, with its money set aside ⇔ all needed signatures live, in stages, by people entitled then', async () => {
    const seen = nothingSeen()
    const anyWalk = fc.array(anyAct, { minLength: 8, maxLength: 25 })
    const walk = fc.asyncProperty(anyVillage, anyWalk, async (drawn, acts) => {
      const village = { ...drawn, posts: [...drawn.posts, post(ACCOUNTANT, 'accountant', { id: 'for-good' })] }
      const id = await started(village)
      let naive: NaiveState = { phase: 'signing', content: currentRevision(await stored(id)).content, signers: new Map() }
      for (const [index, tried] of acts.entries()) {
        const at = NINE + (index + 1) * HOUR_MS
        fresh.clock.set(at)
        const before = await stored(id)
        naive = naively(naive, tried, village, at, before, seen)
        await attempt(before, tried, village, at)
        const request = await stored(id)
        expect(request.status).toBe(naive.phase)
        if (naive.phase !== 'withdrawn') expect(live(request)).toEqual([...naive.signers].sort())
        const reserves = await fresh.reads.query('SELECT amount_fen FROM ledger_reserves WHERE expense_id = ?', [id])
        expect(reserves).toHaveLength(naive.phase === 'approved' ? 1 : 0)
      }
    })
    // A failure prints its seed and the walk it shrank to.
    await fc.assert(walk, { numRuns: RUNS, examples: [SCRIPTED_WALK] })
    for (const times of [seen.approved, seen.refused, seen.voided, seen.back]) expect(times).toBeGreaterThan(0)
  }, 240_000)

  const stored = async (id: string): Promise<ExpenseRequest> => {
    const found = await expenseById(fresh.reads, id)
    if (found === null) throw new Error(`no expense ${id}`)
    return found
  }

  /** Put under signature by hand: submission would refuse villages where somebody is missing, and those are wanted. */
  async function started(village: Village): Promise<string> {
    fresh.clock.set(NINE)
    expenses += 1
    const id = `e-${expenses}`
    const vouchers = (village.changes.vouchers ?? []).map((voucher) => ({ ...voucher, fileId: `f-${expenses}` }))
    const request = draft({ ...village.changes, vouchers }, undefined, id)
    const revision = { ...currentRevision(request), submittedAt: NINE }
    await fresh.unitOfWork.run(async (work) => {
      work.write('DELETE FROM posts', [])
      work.write('DELETE FROM kinships', [])
      work.insert(postTable, ...village.posts)
      // The register knows a pair once, whichever way round.
      work.insertIfAbsent(kinshipTable, ...village.relatives.map((pair, index) => ({
        ...pair, id: `k-${index}`, villageId: 'liushu', subDistrictId: 'qingxi', kind: 'sibling' as const, recordedBy: 'sun',
        recordedAt: 0,
      })))
      work.insert(fileTable, {
        id: `f-${expenses}`, kind: 'photo', ownerAccountId: 'account-bao', mime: 'image/jpeg', bytes: 1, width: 1, height: 1,
        durationMs: null, sha256: hashOf('f1'), alikeHash: null, createdAt: NINE, subjectId: id,
      })
      new ExpenseRepository(work).add({ ...request, status: 'signing', revisions: [revision], waitingSinceAt: NINE }, [], ACCOUNTANT)
    })
    return id
  }

  async function attempt(request: ExpenseRequest, tried: TriedAct, village: Village, at: number): Promise<void> {
    const { unitOfWork, reads, database } = fresh
    const slot = slotOf(tried, request, village, at)
    const personId = whoIs(tried, slot, request, village)
    const { number, digest } = currentRevision(request)
    const shown = tried.isStale ? { revision: 0, digest: 'x' } : { revision: number, digest }
    const viewer = viewerOf(personId, village.posts, at)
    const accountant = viewerOf(ACCOUNTANT, village.posts, at)
    const weChat = {} as ConstructorParameters<typeof SignExpense>[2]['weChat']
    try {
      if (tried.kind === 'sign') {
        const { nonce } = await new ChallengeExpense(unitOfWork).execute(viewer, request.id, slot, shown)
        drawings += 1
        await new SignExpense(unitOfWork, database.ids, { reads, weChat })
          .execute(viewer, request.id, { slot, shown, nonce, strokes: drawnName(drawings) })
      } else if (tried.kind === 'take-back') await new TakeBackSignature(unitOfWork).execute(viewer, request.id, slot, shown)
      else if (tried.kind === 'refuse') await new RefuseExpense(unitOfWork).execute(viewer, request.id, { slot, shown, reason: '不对' })
      else if (tried.kind === 'withdraw') await new WithdrawExpense(unitOfWork).execute(accountant, request.id)
      else await edited(request, accountant, shown, at)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
    }
  }

  async function edited(
    request: ExpenseRequest, viewer: Viewer, shown: Shown, at: number,
  ): Promise<void> {
    await new SaveExpense(fresh.unitOfWork, 'k'.repeat(32)).execute(viewer, request.id, bodyOf(request, `改 ${at}`), shown)
    await fresh.unitOfWork.run(async (work) => {
      work.write("UPDATE expenses SET status = 'signing', waiting_since_at = ? WHERE id = ? AND status = 'draft'", [at, request.id])
    })
  }
})

function viewerOf(personId: string, posts: readonly SeatedPost[], at: number) {
  return viewerAt(`account-${personId}`, personId, posts.filter((one) => one.personId === personId), at)
}

function bodyOf(request: ExpenseRequest, purpose: string): ExpenseBody {
  const { content } = currentRevision(request)
  const { payee, vouchers, statement, amountFen, payFrom, incurredOn, items, accountCode } = content
  return {
    purpose, amountFen, payFrom, incurredOn, items, accountCode, statement: { text: statement.text },
    payee: { kind: payee.kind, name: payee.name, ...(payee.personId === null ? {} : { personId: payee.personId }) },
    vouchers: vouchers.map(({ fileId, kind, issuerName, invoice }) => ({
      fileId, kind, ...(issuerName === null ? {} : { issuerName }), ...(invoice === null ? {} : { invoice }),
    })),
    handlerId: content.handlerId ?? '', witnessId: content.witnessId ?? '',
  }
}

function live(request: ExpenseRequest): readonly (readonly [Slot, string])[] {
  return liveSignatures(request).map(({ slot, personId }) => [slot, personId] as const).sort()
}
