import type { BoardAnswer } from '@huiying/shared/tickets'
import { DomainError, SECOND_MS } from '@huiying/shared/kernel'
import { createHash } from 'node:crypto'
import { causeOf, type Log } from '../../platform/log'

/** Looked at in any case: what becomes late by itself, and what a look into the journal missed. */
const BEAT_MS = 20 * SECOND_MS
/** However much happens, a screen is not looked at more often. */
const REST_MS = 2 * SECOND_MS

/** Where a board is shown. */
export interface BoardLine {
  /** The whole board, whenever it has become another. */
  show(board: BoardAnswer): void
  /** Nothing is different; says that the line is alive. */
  beat(): void
  /** Whoever looks has no right to any more. */
  end(code: string): void
}

/**
 * One screen that is kept fresh. It is shown the board as its viewer may see it, and only when that has changed: of
 * what lies out of his sight not even the moment shows in which something happened.
 */
export class LiveBoard {
  /** Digest of the last board. */
  private shown = ''
  private isOver = false
  private isNudged = false
  private wake: (() => void) | null = null
  /** of the last board; `null` before the first */
  subDistrictId: string | null = null

  constructor(
    private readonly look: () => Promise<BoardAnswer>,
    private readonly line: BoardLine,
    private readonly log: Log,
  ) {}

  /** Until it is stopped, or its viewer has no right to it. */
  async run(): Promise<void> {
    while (!this.isOver) {
      this.isNudged = false
      await this.lookOnce()
      await this.sleep(REST_MS)
      if (!this.isNudged) await this.sleep(BEAT_MS - REST_MS)
    }
  }

  /** Something happened that may show. */
  nudge(): void {
    if (!this.isNudged) this.wake?.()
    this.isNudged = true
  }

  stop(): void {
    this.isOver = true
    this.wake?.()
  }

  private async lookOnce(): Promise<void> {
    try {
      const board = await this.look()
      if (this.isOver) return
      this.subDistrictId = board.subDistrict.id
      const digest = createHash('sha256').update(JSON.stringify({ ...board, now: 0 })).digest('hex')
      if (digest === this.shown) return this.line.beat()
      this.shown = digest
      this.line.show(board)
    } catch (error) {
      if (error instanceof DomainError && error.code.startsWith('session.')) {
        this.isOver = true
        return this.line.end(error.code)
      }
      this.log.warn({ err: causeOf(error) }, 'a live board could not be looked at')
    }
  }

  private sleep(ms: number): Promise<void> {
    if (this.isOver) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      timer.unref()
      // A nudge does not shorten the rest, only what comes after it.
      const isRest = ms === REST_MS
      this.wake = () => {
        if (isRest && !this.isOver) return
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
