import { currentRevision, type ExpenseRequest, type Revision, type Signature } from '@huiying/shared/expenses'
import type { StoredExpense, StoredRevision, StoredSignature } from './expense.table'

/** The row of an expense, with what lists need of its current revision. */
export function storedExpense({ revisions, ...request }: ExpenseRequest): StoredExpense {
  const { number, content, submittedAt } = currentRevision({ id: request.id, revisions })
  const { payee, amountFen, purpose, accountCode, incurredOn, decisionId, handlerId, witnessId } = content
  return {
    ...request,
    revision: number,
    amountFen, purpose, accountCode, incurredOn, submittedAt,
    payeeName: payee.name,
    payeePersonId: payee.personId,
    payeeKey: payee.account?.key ?? null,
    decisionId, handlerId, witnessId,
  }
}

export function storedRevision(expenseId: string, { signatures: _signatures, ...revision }: Revision): StoredRevision {
  return { expenseId, ...revision }
}

export function storedSignature(expenseId: string, { strokes, voided, ...signature }: Signature): StoredSignature {
  return {
    ...signature,
    expenseId,
    drawingId: strokes.fileId,
    drawingSha256: strokes.sha256,
    voidedAt: voided?.at ?? null,
    voidedHow: voided?.how ?? null,
  }
}

/** @param revisions in the order of their numbers, signatures in the order they were given */
export function expenseFrom(
  stored: StoredExpense,
  revisions: readonly StoredRevision[],
  signatures: readonly StoredSignature[],
): ExpenseRequest {
  const {
    revision: _revision, amountFen: _amount, purpose: _purpose, accountCode: _account, incurredOn: _incurred,
    submittedAt: _submitted, payeeName: _payee, payeePersonId: _person, payeeKey: _key, decisionId: _decision,
    handlerId: _handler, witnessId: _witness, ...request
  } = stored
  return {
    ...request,
    revisions: revisions
      .filter(({ expenseId }) => expenseId === stored.id)
      .map(({ expenseId: _expense, ...one }) => ({
        ...one,
        signatures: signatures
          .filter((given) => given.expenseId === stored.id && given.revision === one.number)
          .map(signatureFrom),
      })),
  }
}

function signatureFrom(stored: StoredSignature): Signature {
  const { slot, personId, revision, digest, at, level, nonce, drawingId, drawingSha256, voidedAt, voidedHow } = stored
  return {
    slot, personId, revision, digest, at, level, nonce,
    strokes: { fileId: drawingId, sha256: drawingSha256 },
    voided: voidedAt === null || voidedHow === null ? null : { at: voidedAt, how: voidedHow },
  }
}
