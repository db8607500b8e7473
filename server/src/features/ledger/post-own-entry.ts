import type { Viewer } from '@huiying/shared/identity'
import { DomainError, type CalendarDate } from '@huiying/shared/kernel'
import { monthOf, postEntry, requireKeeper, type Contract, type Line } from '@huiying/shared/ledger'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import { claimFiles } from '../files/public'
import { actOnBook } from './act-on-book'
import { contractTable } from './holding.table'

export interface OwnEntryInput {
  readonly bookId: string
  readonly type: 'income' | 'manual'
  readonly on: CalendarDate
  readonly purpose: string
  readonly counterparty: string | null
  readonly lines: readonly Line[]
  readonly photoIds: readonly string[]
  /** It is the rent of this contract. */
  readonly contractId: string | null
}

/**
 * What the accountant writes by himself: money that came in, and whatever takes none out. Answers the entry's id.
 * @throws ledger.contract-invalid for a contract that is not the book's, file.not-found, and what `postEntry` does
 */
export class PostOwnEntry {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  async execute(viewer: Viewer, input: OwnEntryInput): Promise<string> {
    const entryId = this.ids.next()
    await actOnBook(this.unitOfWork, {
      viewer,
      bookId: input.bookId,
      decide: async (keeper, state, work) => {
        requireKeeper(keeper, state.book)
        const contract = await contractOf(work, input)
        const photos = await claimFiles(work, {
          accountId: viewer.accountId, subjectId: entryId, photoIds: input.photoIds, voiceId: null,
        })
        const { type, on, purpose, lines } = input
        const { next, facts } = postEntry(keeper, state, {
          entryId, month: monthOf(on), on, purpose, lines,
          counterparty: input.counterparty ?? contract?.tenant ?? null,
          source: type === 'income' ? { type, contractId: input.contractId } : { type },
          vouchers: photos.map(({ sha256 }) => sha256),
        }, work.now)
        return { next: next.state, entries: [next.entry], facts }
      },
    })
    return entryId
  }
}

async function contractOf(work: Work, { type, bookId, contractId }: OwnEntryInput): Promise<Contract | null> {
  if (contractId === null) return null
  const contract = await work.findOne(contractTable, { id: contractId })
  if (type !== 'income' || contract?.bookId !== bookId) {
    throw new DomainError('ledger.contract-invalid', { field: 'contractId' })
  }
  return contract
}
