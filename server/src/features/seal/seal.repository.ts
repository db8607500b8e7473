import { currentSealRevision, type SealFact, type SealRequest, type SealRevision } from '@huiying/shared/seal'
import type { Work } from '../../platform/database/work'
import { lockUnit } from '../villages/public'
import { sealFrom, storedRevision, storedSeal, storedSignature } from './seal-rows'
import { sealRevisionTable, sealSignatureTable, sealTable, sealUseTable } from './seal.table'

/** Requests for the seal with all that is stored in one step: revisions, signatures, uses, facts. */
export class SealRepository {
  constructor(private readonly work: Work) {}

  /** Locks the row. */
  async load(id: string): Promise<SealRequest | null> {
    const { work } = this
    const stored = await work.findOne(sealTable, { id }, { lock: true })
    if (stored === null) return null
    const revisions = await work.find(sealRevisionTable, { requestId: id }, { orderBy: { number: 'asc' } })
    const signatures = await work.find(sealSignatureTable, { requestId: id }, { orderBy: { at: 'asc', nonce: 'asc' } })
    const uses = await work.find(sealUseTable, { requestId: id }, { orderBy: { at: 'asc', id: 'asc' } })
    return sealFrom(stored, revisions, signatures, uses)
  }

  /**
   * The last number given in the village's register this year, 0 for none. The village's row is the lock at which two
   * servers meet: the numbers have no gaps. Call it with the request's row in hand, never before.
   */
  async lastNumber(villageId: string, year: number): Promise<number> {
    await lockUnit(this.work, villageId)
    // Locked as well, so that the number is the register's own last one whatever isolation a server is set to.
    const [row] = await this.work.query<{ readonly last: number | null }>(
      'SELECT number AS last FROM seal_uses WHERE village_id = ? AND year = ? ORDER BY number DESC LIMIT 1',
      [villageId, year],
      { lock: true },
    )
    return Number(row?.last ?? 0)
  }

  add(request: SealRequest, facts: readonly SealFact[], by: string): void {
    this.work.insert(sealTable, storedSeal(request))
    this.work.insert(sealRevisionTable, storedRevision(request.id, currentSealRevision(request)))
    this.work.record(by, facts)
  }

  /** Nothing where nothing was decided. */
  store(before: SealRequest, next: SealRequest, facts: readonly SealFact[], by: string): void {
    if (next === before) return
    this.work.update(sealTable, storedSeal(next), { expectedVersion: before.version })
    for (const revision of next.revisions) {
      this.storeRevision(next.id, revision, before.revisions.find(({ number }) => number === revision.number))
    }
    const added = next.uses.filter(({ id }) => !before.uses.some((use) => use.id === id))
    if (added.length > 0) this.work.insert(sealUseTable, ...added)
    this.work.record(by, facts)
  }

  private storeRevision(requestId: string, revision: SealRevision, before: SealRevision | undefined): void {
    if (before === undefined) this.work.insert(sealRevisionTable, storedRevision(requestId, revision))
    else if (before.over !== revision.over) this.work.update(sealRevisionTable, storedRevision(requestId, revision))
    for (const signature of revision.signatures) {
      const known = before?.signatures.find(({ nonce }) => nonce === signature.nonce)
      const row = storedSignature(requestId, signature)
      if (known === undefined) this.work.insert(sealSignatureTable, row)
      else if (known.takenBackAt !== signature.takenBackAt) this.work.update(sealSignatureTable, row)
    }
  }
}
