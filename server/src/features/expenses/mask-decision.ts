import type { MaskBody } from '@huiying/shared/expenses'
import { belongsTo, holdsPost, viewerLater, watchesSubDistrict, type Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import type { ReadDatabase } from '../../platform/database/read-database'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import type { FileStore } from '../../platform/storage'
import { drawMask, keepMask } from '../files/public'
import { decisionTable, type StoredDecision } from './ground.table'

/** The accountant covers what leads to a person on the minutes, so that residents see what was decided. */
export class MaskDecision {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly store: FileStore,
    private readonly ids: Ids,
  ) {}

  /** @throws request.not-found, also for strangers, expense.only-accountant, file.not-found, file.mask-invalid */
  async execute(viewer: Viewer, decisionId: string, fileId: string, { boxes }: MaskBody): Promise<null> {
    // Asked beforehand too: nobody else has a picture drawn for nothing.
    mustMask(viewer, await decisionById(this.reads, decisionId), fileId)
    const plain = boxes.map(({ left, top, width, height }) => ({ left, top, width, height }))
    const drawn = await drawMask({ store: this.store, ids: this.ids }, fileId, plain)
    return this.unitOfWork.run(async (work) => {
      const current = viewerLater(viewer, work.now)
      const { villageId } = mustMask(current, await decisionById(work, decisionId), fileId)
      const personId = current.personId ?? ''
      await keepMask(work, drawn, decisionId, personId)
      const about = { subjectId: decisionId, villageId, personId, fileId, boxes: boxes.length }
      work.record(personId, [{ type: 'expense.decision-masked', ...about }])
      return null
    })
  }
}

function mustMask(viewer: Viewer, decision: StoredDecision | null, fileId: string): StoredDecision {
  if (decision === null) throw new DomainError('request.not-found')
  const { villageId, subDistrictId, fileIds } = decision
  const isHere = belongsTo(viewer, villageId) || watchesSubDistrict(viewer, subDistrictId)
  if (!isHere) throw new DomainError('request.not-found')
  if (!holdsPost(viewer, ['accountant'], { villageId })) throw new DomainError('expense.only-accountant')
  if (!fileIds.includes(fileId)) throw new DomainError('file.not-found')
  return decision
}

async function decisionById(reads: Reads, id: string): Promise<StoredDecision | null> {
  const [row] = await reads.query<RawRow>(
    `SELECT ${decisionTable.columnList} FROM village_decisions WHERE id = ?`, [id],
  )
  return row === undefined ? null : decisionTable.fromRaw(row)
}
