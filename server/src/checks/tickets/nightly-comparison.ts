import type { CheckFact, DifferenceCounts } from '@huiying/shared/facts'
import { HOUR_MS, MINUTE_MS, type EpochMs } from '@huiying/shared/kernel'
import { jsonOf } from '../../platform/database/own-sql'
import { PollingWorker, type Round } from '../../platform/database/polling-worker'
import type { Reads } from '../../platform/database/reads'
import { faultOf, type WorkLog } from '../../platform/database/work-log'
import { chance } from '../../platform/ids/chance'
import { nightAfter, nightBefore } from '../nights'
import { compareTickets, type CompareOptions, type Difference } from './compare-tickets'

export interface NightlyComparisonOptions extends Pick<CompareOptions, 'unitOfWork' | 'clock'> {
  readonly reads: Reads
  readonly log: WorkLog
}

/** An hour after the books. */
const AT_HOUR = 4
/** A server that starts has better things to do at first; several that start together do not all begin at once. */
const FIRST_LOOK_MS = 10 * MINUTE_MS
const SPREAD_MS = 5 * MINUTE_MS
/** Each is a line of the log; a whole table gone astray is not. */
const LINES = 50

/** Once a night, by one server: all tickets against their own rules. What a night slept through is made up for. */
export class NightlyComparison {
  private readonly worker: PollingWorker
  private isStopping = false
  private startedAt: EpochMs | null = null
  private readonly spreadMs = Math.floor(chance() * SPREAD_MS)
  /** The night in which it broke off; the next one it is tried again. */
  private brokenIn: EpochMs | null = null

  constructor(private readonly options: NightlyComparisonOptions) {
    const { clock, log } = options
    this.worker = new PollingWorker({
      name: 'nightly comparison', clock, log, maxSleepMs: HOUR_MS, round: () => this.unhurried(),
    })
  }

  start(): void {
    this.isStopping = false
    this.worker.start()
  }

  /** In the middle of a night's work it stops with the page in hand. */
  stop(): Promise<void> {
    this.isStopping = true
    return this.worker.stop()
  }

  /** What is due now, here and at once. */
  async drain(): Promise<void> {
    await this.round(await this.options.clock.now())
  }

  private async unhurried(): Promise<Round> {
    const now = await this.options.clock.now()
    this.startedAt ??= now
    const from = this.spreadMs + Math.max(this.startedAt + FIRST_LOOK_MS, nightBefore(now, AT_HOUR))
    return now < from ? { didWork: false, nextDueAt: from } : this.round(now)
  }

  private async round(now: EpochMs): Promise<Round> {
    const night = nightBefore(now, AT_HOUR)
    const nextDueAt = nightAfter(now, AT_HOUR)
    if (this.brokenIn === night || !(await this.isDue(night))) return { didWork: false, nextDueAt }
    try {
      await this.compare()
    } catch (error) {
      this.brokenIn = night
      this.options.log.error({ fault: faultOf(error) }, 'the comparison of the tickets broke off')
    }
    return { didWork: true, nextDueAt }
  }

  /** Where there was nothing to compare yet at night, there is nothing to make up for. */
  private async isDue(night: EpochMs): Promise<boolean> {
    const last = await lastComparison(this.options.reads)
    if (last !== null) return last.at < night
    const [first] = await this.options.reads.query<{ readonly at: number }>(
      'SELECT submitted_at AS at FROM tickets ORDER BY id LIMIT 1', [],
    )
    return first !== undefined && Number(first.at) < night
  }

  private async compare(): Promise<void> {
    const { unitOfWork, log } = this.options
    let lines = 0
    const onDifference = ({ kind, ticketId, detail, isMended }: Difference): void => {
      lines += 1
      if (lines > LINES) return
      const said = { difference: kind, ticketId, detail }
      if (isMended) log.warn(said, 'a ticket had lost a wake-up; it was put back')
      else log.error(said, 'what is stored differs from what the rules say')
    }
    const isStopping = (): boolean => this.isStopping
    const comparison = await compareTickets({ ...this.options, mends: true, onDifference, isStopping })
    if (comparison === null) return
    if (lines > LINES) log.error({ differences: lines, logged: LINES }, 'more differences than the log names')
    const fact: CheckFact = { type: 'check.tickets-compared', subjectId: 'tickets', ...comparison }
    await unitOfWork.run(async (work) => work.record(null, [fact]))
  }
}

type Compared = Extract<CheckFact, { readonly type: 'check.tickets-compared' }>

/** When the tickets were last compared, and how much was found then and not put right; `null`: never. */
export async function lastComparison(
  reads: Reads,
): Promise<{ readonly at: EpochMs; readonly differences: number } | null> {
  const [row] = await reads.query<{ readonly at: number; readonly body: string }>(
    `SELECT at, body FROM journal WHERE subject_id = 'tickets' AND type = 'check.tickets-compared'
     ORDER BY id DESC LIMIT 1`, [],
  )
  if (row === undefined) return null
  const { found, mended } = jsonOf<Compared>(row.body)
  return { at: Number(row.at), differences: sumOf(found) - mended }
}

function sumOf(found: DifferenceCounts): number {
  return Object.values(found).reduce((sum, one) => sum + one, 0)
}
