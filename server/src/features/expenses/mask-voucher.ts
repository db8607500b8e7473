import { currentRevision, type ExpenseRequest, type MaskBody } from '@huiying/shared/expenses'
import { holdsPost, viewerLater, type Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import type { ReadDatabase } from '../../platform/database/read-database'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import type { FileStore } from '../../platform/storage'
import { drawMask, keepMask } from '../files/public'
import { expenseById } from './expenses-by'
import { mayReadExpense } from './who-reads'

/** The accountant covers what leads to a person on a voucher or proof, so that residents may see the rest. */
export class MaskVoucher {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly store: FileStore,
    private readonly ids: Ids,
  ) {}

  /** @throws expense.not-found, expense.only-accountant, file.not-found, file.mask-invalid */
  async execute(viewer: Viewer, expenseId: string, fileId: string, { boxes }: MaskBody): Promise<null> {
    // Asked beforehand too: nobody else has a picture drawn for nothing.
    mustMask(viewer, await expenseById(this.reads, expenseId), fileId)
    const plain = boxes.map(({ left, top, width, height }) => ({ left, top, width, height }))
    const drawn = await drawMask({ store: this.store, ids: this.ids }, fileId, plain)
    return this.unitOfWork.run(async (work) => {
      const current = viewerLater(viewer, work.now)
      const { villageId } = mustMask(current, await expenseById(work, expenseId), fileId)
      const personId = current.personId ?? ''
      await keepMask(work, drawn, expenseId, personId)
      const fact = { type: 'expense.voucher-masked', subjectId: expenseId, villageId, personId, fileId, boxes: boxes.length } as const
      work.record(personId, [fact])
      return null
    })
  }
}

function mustMask(viewer: Viewer, request: ExpenseRequest | null, fileId: string): ExpenseRequest {
  if (request === null || !mayReadExpense(viewer, request)) throw new DomainError('expense.not-found')
  if (!holdsPost(viewer, ['accountant'], { villageId: request.villageId })) throw new DomainError('expense.only-accountant')
  const papers = [...currentRevision(request).content.vouchers, request.payment?.proof, request.ended?.returned]
  if (!papers.some((paper) => paper?.fileId === fileId)) throw new DomainError('file.not-found')
  return request
}
