import { DomainError } from '@huiying/shared/kernel'
import type { BoardAnswer } from '@huiying/shared/tickets'
import type { Clock } from '../../platform/clock/clock'
import { placeholders } from '../../platform/database/own-sql'
import type { Reads } from '../../platform/database/reads'
import type { SessionReader } from '../../platform/http'
import type { JournalPulse } from '../../platform/journal/journal-pulse'
import type { Log } from '../../platform/log'
import { LiveBoard, type BoardLine } from './live-board'
import { overdueBoard } from './overdue.board'

/** Lines a server keeps open; a county has some dozens of staff, each with a screen or two. */
const LINES = 500
const LINES_PER_TOKEN = 4
/** Past it one doesn't ask which sub-district each subject is of: everybody looks. */
const SUBJECTS_ASKED = 200

/** Every board that is being looked at on this server. */
export class LiveBoards {
  private readonly open = new Map<LiveBoard, { readonly token: string; readonly line: BoardLine }>()
  private deafen: (() => void) | null = null

  constructor(
    private readonly reads: Reads,
    private readonly clock: Clock,
    private readonly sessions: SessionReader,
    private readonly pulse: JournalPulse,
    private readonly log: Log,
  ) {}

  /**
   * Shows the board on the line until it is stopped. The session is read anew for each look: one that ends, or a post
   * that does, ends the line.
   * @returns what stops it
   * @throws request.too-many
   */
  watch(token: string, line: BoardLine): () => void {
    const own = [...this.open.values()].filter((one) => one.token === token)
    if (this.open.size >= LINES || own.length >= LINES_PER_TOKEN) throw new DomainError('request.too-many')
    const board = new LiveBoard(() => this.boardFor(token), line, this.log)
    this.open.set(board, { token, line })
    this.deafen ??= this.pulse.listen((subjectIds) => void this.heard(subjectIds))
    const stop = (): void => {
      board.stop()
      this.open.delete(board)
      if (this.open.size > 0) return
      this.deafen?.()
      this.deafen = null
    }
    void board.run().then(stop)
    return stop
  }

  /** The server ends; whoever looks asks another one, or this one again. */
  endAll(): void {
    for (const { line } of this.open.values()) line.end('server.busy')
  }

  private async boardFor(token: string): Promise<BoardAnswer> {
    const now = await this.clock.now()
    return overdueBoard(this.reads, await this.sessions.viewerOf(token, now), now)
  }

  private async heard(subjectIds: ReadonlySet<string>): Promise<void> {
    const concerned = await this.subDistrictsOf([...subjectIds]).catch(() => null)
    for (const board of this.open.keys()) {
      if (concerned === null || board.subDistrictId === null || concerned.has(board.subDistrictId)) board.nudge()
    }
  }

  /** `null`: all. Who sits where changes holders, too; that waits for the next beat. */
  private async subDistrictsOf(ids: readonly string[]): Promise<ReadonlySet<string> | null> {
    if (ids.length > SUBJECTS_ASKED) return null
    const rows = await this.reads.query<{ readonly sub_district_id: string }>(
      `SELECT DISTINCT sub_district_id FROM tickets WHERE id IN (${placeholders(ids.length)})`, ids,
    )
    return new Set(rows.map((row) => row.sub_district_id))
  }
}
