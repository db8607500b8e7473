import {
  currentRevision, invoiceKey, timersOfExpense, type ExpenseFact, type ExpenseRequest, type Revision, type Signature,
} from '@huiying/shared/expenses'
import type { Work } from '../../platform/database/work'
import { expenseFrom, storedExpense, storedRevision, storedSignature } from './expense-rows'
import {
  expenseTable, revisionTable, signatureTable, voucherClaimTable, voucherTable, type StoredVoucher,
} from './expense.table'
import { storedFiles } from './stored-files.board'
import { claimsOf } from './voucher-claims'

/** What follows from a loaded expense, and by whom; `null`: the clock. */
export interface ExpenseChange {
  readonly before: ExpenseRequest
  readonly next: ExpenseRequest
  readonly facts: readonly ExpenseFact[]
  readonly by: string | null
}

/** And whether its row is there already. */
type VoucherToStore = readonly [StoredVoucher, boolean]

/** Expenses and all that is stored with them in one step: revisions, signatures, claims on vouchers, timers, facts. */
export class ExpenseRepository {
  constructor(private readonly work: Work) {}

  /** Locks the row. */
  async load(id: string): Promise<ExpenseRequest | null> {
    return (await this.loadAll([id]))[0] ?? null
  }

  /** Locks them in the order of their ids, the same for every server, so that two never wait for each other. */
  async loadAll(ids: readonly string[]): Promise<readonly ExpenseRequest[]> {
    const stored = await this.work.find(expenseTable, { id: ids }, { lock: true, orderBy: { id: 'asc' } })
    const found = stored.map(({ id }) => id)
    const revisions = await this.work.find(revisionTable, { expenseId: found }, { orderBy: { number: 'asc' } })
    const inOrder = { orderBy: { at: 'asc', nonce: 'asc' } } as const
    const signatures = await this.work.find(signatureTable, { expenseId: found }, inOrder)
    return stored.map((one) => expenseFrom(one, revisions, signatures))
  }

  add(request: ExpenseRequest, facts: readonly ExpenseFact[], by: string): void {
    this.work.insert(expenseTable, storedExpense(request))
    this.work.insert(revisionTable, ...request.revisions.map((revision) => storedRevision(request.id, revision)))
    this.work.record(by, facts)
  }

  /** Reads what storing needs and gives back the writing of it: all reads of a work come before its first write. */
  async prepare(...changes: readonly ExpenseChange[]): Promise<() => void> {
    const vouchers: VoucherToStore[] = []
    for (const change of changes) vouchers.push(...(await this.vouchersToStore(change)))
    return () => {
      for (const change of changes) this.write(change)
      for (const [row, isKnown] of vouchers) {
        if (isKnown) this.work.update(voucherTable, row)
        else this.work.insert(voucherTable, row)
      }
    }
  }

  private write({ before, next, facts, by }: ExpenseChange): void {
    if (next !== before) {
      this.work.update(expenseTable, storedExpense(next), { expectedVersion: before.version })
      for (const revision of next.revisions) {
        this.writeRevision(next.id, revision, before.revisions.find(({ number }) => number === revision.number))
      }
      this.writeClaims(before, next)
      this.work.replaceTimers(next.id, timersOfExpense(before), timersOfExpense(next))
    }
    this.work.record(by, facts)
  }

  private writeRevision(expenseId: string, revision: Revision, before: Revision | undefined): void {
    if (revision === before) return
    if (before === undefined) this.work.insert(revisionTable, storedRevision(expenseId, revision))
    else this.work.update(revisionTable, storedRevision(expenseId, revision))
    const known = new Map<string, Signature>((before?.signatures ?? []).map((one) => [one.nonce, one]))
    for (const signature of revision.signatures) {
      const old = known.get(signature.nonce)
      if (old === undefined) this.work.insert(signatureTable, storedSignature(expenseId, signature))
      else if (old !== signature) this.work.update(signatureTable, storedSignature(expenseId, signature))
    }
  }

  /** Of two that want the same the second stumbles over the key, looks again, and is told who has it. */
  private writeClaims(before: ExpenseRequest, next: ExpenseRequest): void {
    const { id: expenseId, subDistrictId } = next
    const [held, wanted] = [claimsOf(before), claimsOf(next)]
    for (const claim of held.filter((one) => !wanted.includes(one))) {
      this.work.delete(voucherClaimTable, { subDistrictId, claim })
    }
    const added = wanted.filter((one) => !held.includes(one))
    this.work.insert(voucherClaimTable, ...added.map((claim) => ({ subDistrictId, claim, expenseId })))
  }

  /** Kept for ever, also when the expense is given up: hints find them. */
  private async vouchersToStore({ before, next }: ExpenseChange): Promise<readonly VoucherToStore[]> {
    const [was, is] = [currentRevision(before), currentRevision(next)]
    const isSubmitted = is.submittedAt !== null && is.submittedAt !== was.submittedAt
    const proof = next.payment !== before.payment && next.payment !== null ? [next.payment.proof] : []
    const papers = [
      ...(isSubmitted ? is.content.vouchers.map(({ fileId, sha256, invoice }) => ({ fileId, sha256, invoice })) : []),
      ...proof.map(({ fileId, sha256 }) => ({ fileId, sha256, invoice: null })),
    ]
    if (papers.length === 0) return []
    const files = await storedFiles(this.work, papers.map(({ fileId }) => fileId))
    const known = await this.work.find(voucherTable, { expenseId: next.id })
    return papers.map(({ fileId, sha256, invoice }) => [{
      expenseId: next.id, fileId, villageId: next.villageId, subDistrictId: next.subDistrictId, sha256,
      invoiceKey: invoice === null ? null : invoiceKey(invoice),
      invoiceCode: invoice?.code ?? null, invoiceNumber: invoice?.number ?? null,
      alikeHash: files.get(fileId)?.alikeHash ?? null,
      addedAt: this.work.now,
    }, known.some((one) => one.fileId === fileId)] as const)
  }
}
