import { MINUTE_MS, SECOND_MS, type EpochMs } from '@huiying/shared/kernel'
import { hexOf, type Head } from '@huiying/shared/proof'
import type { LedgerConfig } from '../../platform/config/ledger-settings'
import type { Clock } from '../../platform/clock/clock'
import type { Reads } from '../../platform/database/reads'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { faultOf, type WorkLog } from '../../platform/database/work-log'
import type { Ids } from '../../platform/ids/ids'
import { withSignature, type Witness, type WitnessAnswer } from '../../platform/witness/witness-client'
import { headSigner, type HeadSigner } from './head-signer'
import type { KeptHeads } from './kept-heads'
import { consistencyOf, logHeadOf, MissingNode, rootAt } from './log-nodes'
import { headTable, type StoredHead } from './log.table'
import { letBookGoOn, stopBook, type KnownOutside } from './stop-book'

export interface TendHeadsOptions {
  readonly unitOfWork: UnitOfWork
  readonly reads: Reads
  readonly ids: Ids
  readonly clock: Clock
  readonly log: WorkLog
  readonly ledger: LedgerConfig
  readonly kept: KeptHeads
  readonly witness: Witness | null
}

/**
 * - `done`: signed, and the witness, if there is one, has seen it
 * - `later`: the witness was not to be had
 * - `stopped`: somebody outside knows another or a longer book
 */
export type Tended = 'done' | 'later' | 'stopped'

/** Signs the newest head of a book, has it co-signed, and keeps a database that came out of a backup from going on. */
export class TendHeads {
  private readonly signer: HeadSigner
  private witnessRestsUntil: EpochMs = 0
  private failures = 0

  constructor(private readonly options: TendHeadsOptions) {
    this.signer = headSigner(options.ledger)
  }

  /** Books with entries that no head covers yet. */
  async grown(limit: number): Promise<readonly string[]> {
    const rows = await this.options.reads.query<{ id: string }>(
      `SELECT l.book_id AS id FROM ledger_logs l JOIN ledger_books b ON b.id = l.book_id
       WHERE b.stopped_at IS NULL
         AND l.size > COALESCE((SELECT MAX(h.size) FROM ledger_heads h WHERE h.book_id = l.book_id), 0)
       ORDER BY l.book_id LIMIT ?`,
      [limit],
    )
    return rows.map(({ id }) => id)
  }

  async bookIds(): Promise<readonly string[]> {
    const rows = await this.options.reads.query<{ id: string }>('SELECT id FROM ledger_books ORDER BY id', [])
    return rows.map(({ id }) => id)
  }

  /** Books of which people were shown a head, and which the database does not know: nothing else would miss them. */
  cryOverLost(known: readonly string[]): void {
    const { kept, log } = this.options
    try {
      const lost = kept.bookIds().filter((bookId) => !known.includes(bookId))
      for (const bookId of lost) log.error({ bookId }, 'a book is lost: its head was kept, the database has none')
    } catch (error) {
      log.error({ fault: faultOf(error) }, 'the kept heads could not be looked through for lost books')
    }
  }

  async tend(bookId: string): Promise<Tended> {
    const outside = await this.knownByKept(bookId)
    if (outside !== null && (await this.stop(bookId, outside))) return 'stopped'
    const { reads, unitOfWork, log } = this.options
    const [book] = await reads.query<{ stoppedAt: EpochMs | null }>(
      'SELECT stopped_at AS stoppedAt FROM ledger_books WHERE id = ?', [bookId],
    )
    if (book === undefined) return 'done'
    const head = book.stoppedAt === null
      ? await this.signedHead(bookId)
      : await this.unstoredHead(bookId, (await logHeadOf(reads, bookId))?.size ?? 0)
    const tended = await this.witnessed(bookId, head)
    if (tended !== 'done' || book.stoppedAt === null) return tended
    if (await letBookGoOn(unitOfWork, bookId)) log.warn({ bookId }, 'the book goes on: it is whole again')
    return 'done'
  }

  /** For how long nobody need ask the witness: it did not answer. */
  async restMs(): Promise<number> {
    return Math.max(0, this.witnessRestsUntil - (await this.options.clock.now()))
  }

  /** What the head kept outside the database knows and the database doesn't. Read first, so that it is never newer. */
  private async knownByKept(bookId: string): Promise<KnownOutside | null> {
    const note = this.options.kept.read(bookId)
    if (note === null) return null
    const kept = this.signer.open(bookId, note)?.checkpoint
    if (kept === undefined) {
      this.options.log.warn({ bookId }, 'the kept head is not signed by our key: passed over')
      return null
    }
    const size = (await logHeadOf(this.options.reads, bookId))?.size ?? 0
    if (size < kept.size) return { size: kept.size, isForked: false, by: 'kept-head' }
    const isSame = await this.hasRoot(bookId, kept)
    return isSame ? null : { size: kept.size, isForked: true, by: 'kept-head' }
  }

  private async hasRoot(bookId: string, head: Head): Promise<boolean> {
    try {
      return hexOf(await rootAt(this.options.reads, bookId, head.size)) === hexOf(head.root)
    } catch (error) {
      if (error instanceof MissingNode) return false
      throw error
    }
  }

  /** The newest head, signed now if the book has grown. Kept outside before anybody else sees it. */
  private async signedHead(bookId: string): Promise<StoredHead> {
    const { reads, unitOfWork, kept } = this.options
    const newest = await logHeadOf(reads, bookId)
    const stored = await this.storedHead(bookId)
    const isSigned = newest === null || (stored !== null && stored.size >= newest.size)
    if (isSigned) return stored ?? this.unstoredHead(bookId, 0)
    const root = await rootAt(reads, bookId, newest.size)
    // Somebody changed the log behind our back. Signing either would make us vouch for it; the nightly check says what.
    if (hexOf(root) !== newest.root) throw new Error('the log is damaged: its root is not that of its subtrees')
    const note = this.signer.sign(bookId, { size: newest.size, root })
    kept.keep(bookId, note)
    return unitOfWork.run(async (work) => {
      const head = { bookId, size: newest.size, root: hexOf(root), note, signedAt: work.now, witnessedAt: null }
      work.insertIfAbsent(headTable, head)
      return head
    })
  }

  /** Neither stored nor kept, since it may be the head of a fork: good enough to ask the witness with. */
  private async unstoredHead(bookId: string, size: number): Promise<StoredHead> {
    const root = await rootAt(this.options.reads, bookId, size)
    const note = this.signer.sign(bookId, { size, root })
    return { bookId, size, root: hexOf(root), note, signedAt: 0, witnessedAt: null }
  }

  private async storedHead(bookId: string): Promise<StoredHead | null> {
    const [row] = await this.options.reads.query<Record<string, unknown>>(
      `SELECT ${headTable.columnList} FROM ledger_heads WHERE book_id = ? ORDER BY size DESC LIMIT 1`, [bookId],
    )
    return row === undefined ? null : headTable.fromRaw(row)
  }

  private async witnessed(bookId: string, head: StoredHead): Promise<Tended> {
    const { witness, log } = this.options
    if (witness === null) return 'done'
    if ((await this.restMs()) > 0) return 'later'
    const answer = await this.ask(witness, bookId, head)
    if (answer.kind === 'unreachable' || (answer.kind === 'refused' && answer.reason === 'unknown-log')) {
      await this.rest(answer)
      return 'later'
    }
    this.failures = 0
    if (answer.kind === 'cosigned') {
      await this.store(head, answer)
      return 'done'
    }
    const isForked = answer.kind === 'refused'
    const known: KnownOutside = { size: isForked ? head.size : answer.size, isForked, by: 'witness' }
    if (await this.stop(bookId, known)) return 'stopped'
    log.warn({ bookId }, 'the witness was ahead of this head for a moment')
    return 'later'
  }

  /** From this head's own size first: where the witness has seen it already, it says so and needs no proof. */
  private async ask(witness: Witness, bookId: string, head: StoredHead): Promise<WitnessAnswer> {
    const signedCheckpoint = this.ownNote(head)
    const first = await witness.ask({ oldSize: head.size, proof: [], signedCheckpoint })
    if (first.kind !== 'knows-other-size' || first.size > head.size) return first
    const proof = await consistencyOf(this.options.reads, bookId, first.size, head.size)
    return witness.ask({ oldSize: first.size, proof, signedCheckpoint })
  }

  /** Without what a witness added before. */
  private ownNote({ note }: StoredHead): string {
    return `${note.slice(0, note.indexOf('\n\n') + 2)}${note.slice(note.indexOf('\n\n') + 2).split('\n')[0]}\n`
  }

  private async store(head: StoredHead, answer: Extract<WitnessAnswer, { kind: 'cosigned' }>): Promise<void> {
    if (head.size === 0 || head.witnessedAt !== null) return
    const note = withSignature(this.ownNote(head), answer.signature)
    await this.options.unitOfWork.run(async (work) => {
      const found = await work.findOne(headTable, { bookId: head.bookId, size: head.size }, { lock: true })
      if (found?.witnessedAt === null) work.update(headTable, { ...found, note, witnessedAt: answer.at })
    })
  }

  private async stop(bookId: string, known: KnownOutside): Promise<boolean> {
    const { unitOfWork, ids, log } = this.options
    const isStopped = await stopBook(unitOfWork, ids, bookId, known)
    if (isStopped) log.error({ bookId, knownSize: known.size, by: known.by, isForked: known.isForked }, 'book stopped')
    return isStopped
  }

  private async rest(answer: WitnessAnswer): Promise<void> {
    this.failures += 1
    const waitMs = Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** (this.failures - 1))
    this.witnessRestsUntil = (await this.options.clock.now()) + waitMs
    const level = this.failures === ALARMING_FAILURES ? 'error' : 'warn'
    this.options.log[level]({ answer, failures: this.failures }, 'the witness does not co-sign, again later')
  }
}

const FIRST_REST_MS = 5 * SECOND_MS
const LONGEST_REST_MS = 5 * MINUTE_MS
const ALARMING_FAILURES = 5
