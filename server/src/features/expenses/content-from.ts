import type { ExpenseBody, ExpenseContent, FileBytes } from '@huiying/shared/expenses'
import { DomainError, type EpochMs } from '@huiying/shared/kernel'
import type { FileKind } from '@huiying/shared/files'
import type { Reads } from '../../platform/database/reads'
import { personTags } from '../identity/public'
import { payeeAccount } from './payee-account'
import { storedFiles, type StoredFileBrief } from './stored-files.board'

export interface GivenContent {
  readonly content: ExpenseContent
  /** Files that belong to nothing yet, or to something else: to be claimed where the content is stored. */
  readonly unclaimed: { readonly photoIds: readonly string[]; readonly voiceId: string | null }
}

/**
 * The content as it will be signed: digests from the stored files, the account number as what may be kept of it.
 * @param before what stood there, whose account stays where no number is given
 * @throws file.not-found, expense.content-invalid for people whom no register knows
 */
export async function contentFrom(
  reads: Reads,
  body: ExpenseBody,
  { expenseId, before, accountKey, now }: {
    readonly expenseId: string
    readonly before: ExpenseContent | null
    readonly accountKey: string
    readonly now: EpochMs
  },
): Promise<GivenContent> {
  const voiceId = body.statement.voiceId ?? null
  const photoIds = body.vouchers.map(({ fileId }) => fileId)
  const files = await storedFiles(reads, voiceId === null ? photoIds : [...photoIds, voiceId])
  await mustBeKnown(reads, body, now)
  const given = body.payee.accountNumber?.replace(/\D/g, '')
  const account = given === undefined
    ? before?.payee.account ?? null
    : given === '' ? null : payeeAccount(given, accountKey)
  const isNew = (id: string): boolean => files.get(id)?.subjectId !== expenseId
  return {
    content: {
      payee: { kind: body.payee.kind, name: body.payee.name, personId: body.payee.personId || null, account },
      amountFen: body.amountFen,
      payFrom: body.payFrom,
      incurredOn: body.incurredOn,
      purpose: body.purpose,
      statement: { text: body.statement.text, voice: voiceId === null ? null : bytesOf(files, voiceId, 'voice') },
      items: body.items.map(({ name, quantity, amountFen }) => ({ name, quantity, amountFen })),
      accountCode: body.accountCode,
      vouchers: body.vouchers.map(({ fileId, kind, issuerName, invoice }) => ({
        ...bytesOf(files, fileId, 'photo'),
        kind,
        issuerName: issuerName ?? null,
        invoice: invoice === undefined ? null : { code: invoice.code, number: invoice.number },
      })),
      handlerId: body.handlerId ?? null,
      witnessId: body.witnessId ?? null,
      decisionId: body.decisionId ?? null,
    },
    unclaimed: {
      photoIds: [...new Set(photoIds)].filter(isNew),
      voiceId: voiceId !== null && isNew(voiceId) ? voiceId : null,
    },
  }
}

function bytesOf(files: ReadonlyMap<string, StoredFileBrief>, fileId: string, kind: FileKind): FileBytes {
  const file = files.get(fileId)
  if (file === undefined || file.kind !== kind) throw new DomainError('file.not-found')
  return { fileId, sha256: file.sha256 }
}

async function mustBeKnown(reads: Reads, { payee, handlerId, witnessId }: ExpenseBody, now: EpochMs): Promise<void> {
  const named = { payee: payee.personId, handler: handlerId, witness: witnessId }
  const ids = Object.values(named).filter((id): id is string => id !== undefined && id !== '')
  const people = await personTags(reads, ids, now)
  for (const [field, id] of Object.entries(named)) {
    if (id !== undefined && id !== '' && !people.has(id)) throw new DomainError('expense.content-invalid', { field })
  }
}
