import { type EpochMs, MINUTE_MS, SECOND_MS } from '@huiying/shared/kernel'
import type { Clock } from '../clock/clock'
import { chance } from '../ids/chance'
import type { Dialect } from './dialect'
import { faultOf, type WorkLog } from './work-log'

/** What one look at the table found. */
export interface Round {
  /** false although something is due: another server has it in hand */
  readonly didWork: boolean
  /** null = nothing waits */
  readonly nextDueAt: EpochMs | null
  /** The clock, where the round has just looked at it. */
  readonly now?: EpochMs
}

export interface PollingWorkerOptions {
  readonly name: string
  readonly clock: Clock
  readonly log: WorkLog
  /** Does one batch and tells when the next is due. */
  readonly round: () => Promise<Round>
  /** Longest sleep; see `maxSleepMsOn`. */
  readonly maxSleepMs: number
  /** Rested after a round that did work, however much is due: for what others let us ask only so often. */
  readonly restMs?: number
}

/** How long to leave alone what another server has in hand; what falls due meanwhile waits as long at most. */
const CONTENDED_PAUSE_MS = 20
const FIRST_BACKOFF_MS = SECOND_MS
const LAST_BACKOFF_MS = 30 * SECOND_MS
/** Failing rounds in a row after which somebody must look. */
const ALARMING_FAILURES = 5

/** Does what is due, batch after batch, then sleeps until more is: the loop under timers, outbox, deliveries. */
export class PollingWorker {
  private loop: Promise<void> | null = null
  private isStopping = false
  private isPoked = false
  private sleepsUntil: EpochMs | null = null
  private wake: () => void = () => undefined

  constructor(private readonly options: PollingWorkerOptions) {}

  start(): void {
    if (this.loop !== null) return
    this.isStopping = false
    this.loop = this.run()
  }

  /** Something is new. With `dueAt` only wakes when that is earlier than the planned waking. */
  poke(dueAt?: EpochMs): void {
    if (dueAt !== undefined && this.sleepsUntil !== null && dueAt >= this.sleepsUntil) return
    this.isPoked = true
    this.wake()
  }

  /** Waits for the running batch. */
  async stop(): Promise<void> {
    this.isStopping = true
    this.wake()
    await this.loop
    this.loop = null
  }

  private async run(): Promise<void> {
    for (let failures = 0; !this.isStopping; ) {
      this.isPoked = false
      let sleepMs: number
      let restMs = 0
      try {
        const round = await this.options.round()
        if (round.didWork) restMs = this.options.restMs ?? 0
        if (failures >= ALARMING_FAILURES) this.options.log.warn({ worker: this.options.name }, 'worker runs again')
        failures = 0
        sleepMs = await this.pauseAfter(round)
      } catch (error) {
        failures += 1
        sleepMs = Math.min(LAST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (failures - 1))
        const level = failures === ALARMING_FAILURES ? 'error' : 'warn'
        this.options.log[level]({ worker: this.options.name, fault: faultOf(error), failures }, 'worker round failed')
      }
      if (!this.isStopping && restMs > 0) await this.sleep(restMs, 'deaf')
      if (!this.isStopping) await this.sleep(Math.max(0, sleepMs - restMs))
    }
  }

  private async pauseAfter({ didWork, nextDueAt, now: toldAt }: Round): Promise<number> {
    const { clock, maxSleepMs } = this.options
    if (nextDueAt === null) {
      this.sleepsUntil = null
      return maxSleepMs
    }
    const now = toldAt ?? (await clock.now())
    this.sleepsUntil = nextDueAt
    if (nextDueAt > now) return Math.min(maxSleepMs, nextDueAt - now)
    return didWork ? 0 : CONTENDED_PAUSE_MS * (0.5 + chance())
  }

  private async sleep(lengthMs: number, how: 'lightly' | 'deaf' = 'lightly'): Promise<void> {
    await new Promise<void>((resolve) => {
      const alarm = setTimeout(resolve, lengthMs)
      this.wake = () => {
        if (how === 'deaf' && !this.isStopping) return
        clearTimeout(alarm)
        resolve()
      }
      if (this.isPoked || this.isStopping) this.wake()
    })
    this.wake = () => undefined
    this.sleepsUntil = null
  }
}

/** The longest sleep where only works put anything in: those of this process wake it, those of other servers do not. */
export function maxSleepMsOn(dialect: Dialect): number {
  return dialect === 'sqlite' ? MINUTE_MS : SECOND_MS
}
