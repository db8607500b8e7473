import { chinaClockFace, excerpt, MINUTE_MS, SECOND_MS, type EpochMs } from '@huiying/shared/kernel'
import { noticeWords } from '@huiying/shared/notifications'
import { carryAbreast } from '../../platform/carry-abreast'
import type { DueJob } from '../../platform/database/due-rows-worker'
import { placeholders } from '../../platform/database/own-sql'
import type { RawRow } from '../../platform/database/table'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { WorkLog } from '../../platform/database/work-log'
import type { SmsClient, TextOutcome } from '../../platform/sms'
import { phoneOf } from '../identity/public'
import { noticeTable, type StoredNotice } from './notice.table'
import { isStale } from './send-deliveries'
import { textDeliveryTable, textOutcomeTable, type TextDelivery } from './text.table'

const BATCH = 20
/** As with WeChat's: longer than a batch takes, short enough that a dead server's work goes on soon. */
const LEASE_MS = MINUTE_MS
/** Within the two minutes in which a text is to be on its way. */
const MAX_ATTEMPTS = 4
const FIRST_PAUSE_MS = 10 * SECOND_MS
/** In characters; an approved template allows its places no more. */
const PLACE_LENGTH = 12

type Ending = TextOutcome | { readonly outcome: 'no-number' | 'superseded' | 'failed' }

interface Job {
  readonly delivery: TextDelivery
  readonly notice: StoredNotice
  /** Never logged, and kept nowhere but in the register. */
  readonly phone: string | null
}

/**
 * Carries texts to a provider, as `SendDeliveries` does with WeChat's messages. Says that something waits and until
 * when, and not a word of what a villager said: a text lies open on a locked screen.
 */
export class SendTexts implements DueJob {
  /** @param sms `null`: the operator has no provider; what was to be texted is dropped */
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sms: SmsClient | null,
    private readonly log: WorkLog,
  ) {}

  async runOnce(): Promise<number> {
    const { sms } = this
    if (sms === null) return this.drop()
    const { jobs, now } = await this.take()
    await carryAbreast(jobs, async (job) => this.finish(job, await endingOf(sms, job, now)))
    return jobs.length
  }

  private take(): Promise<{ readonly jobs: readonly Job[]; readonly now: EpochMs }> {
    return this.unitOfWork.run(async (work) => {
      const raw = await work.query<RawRow>(
        `SELECT ${textDeliveryTable.columnList} FROM text_deliveries WHERE due_at <= ? ORDER BY due_at, notice_id LIMIT ?`,
        [work.now, BATCH],
        { lock: 'skip-locked' },
      )
      const deliveries = raw.map(textDeliveryTable.fromRaw)
      if (deliveries.length === 0) return { jobs: [], now: work.now }
      const ids = deliveries.map(({ noticeId }) => noticeId)
      const notices = await work.find(noticeTable, { id: ids })
      const jobs: Job[] = []
      for (const delivery of deliveries) {
        const notice = notices.find(({ id }) => id === delivery.noticeId)
        if (notice === undefined) continue
        const phone = await phoneOf(work, notice.personId)
        jobs.push({ delivery: { ...delivery, attempts: delivery.attempts + 1 }, notice, phone })
      }
      work.write(
        `UPDATE text_deliveries SET due_at = ?, attempts = attempts + 1 WHERE notice_id IN (${placeholders(ids.length)})`,
        [work.now + LEASE_MS, ...ids],
      )
      return { jobs, now: work.now }
    })
  }

  private finish({ delivery }: Job, ending: Ending): Promise<void> {
    const code = 'code' in ending ? ending.code : null
    // Their codes name neither number nor words.
    if (ending.outcome === 'our-mistake') this.log.error({ noticeId: delivery.noticeId, code }, 'texts are refused')
    return this.unitOfWork.run(async (work) => {
      if (ending.outcome === 'try-later' && delivery.attempts < MAX_ATTEMPTS) {
        const pauseMs = Math.min(ending.waitMs, FIRST_PAUSE_MS * 2 ** (delivery.attempts - 1))
        work.update(textDeliveryTable, { ...delivery, dueAt: work.now + pauseMs })
        return
      }
      const outcome = ending.outcome === 'try-later' ? 'failed' : ending.outcome
      const { noticeId, attempts } = delivery
      work.delete(textDeliveryTable, { noticeId })
      work.insertIfAbsent(textOutcomeTable, { noticeId, outcome, code, attempts, at: work.now })
    })
  }

  private drop(): Promise<number> {
    return this.unitOfWork.run(async (work) => {
      const [waiting] = await work.query('SELECT notice_id FROM text_deliveries WHERE due_at <= ? LIMIT 1', [work.now])
      if (waiting !== undefined) work.write('DELETE FROM text_deliveries WHERE due_at <= ?', [work.now])
      return 0
    })
  }
}

async function endingOf(sms: SmsClient, { delivery, notice, phone }: Job, now: EpochMs): Promise<Ending> {
  if (notice.readAt !== null || isStale(notice, now)) return { outcome: 'superseded' }
  if (delivery.attempts > MAX_ATTEMPTS) return { outcome: 'failed' }
  if (phone === null) return { outcome: 'no-number' }
  return sms.send({ phone, params: placesOf(notice, now), reference: notice.id })
}

/** The two places of the operator's template: what, and by when; of what has no hour, in which village. */
function placesOf({ kind, data, createdAt }: StoredNotice, now: EpochMs): readonly string[] {
  const { title } = noticeWords(kind, data, now)
  const where = data.dueAt === undefined ? (data.villageName ?? hourWords(createdAt)) : hourWords(data.dueAt)
  return [excerpt(title, PLACE_LENGTH), excerpt(where, PLACE_LENGTH)]
}

/** "14日10:05": short, and true also when it is read tomorrow. */
function hourWords(at: EpochMs): string {
  const { day, hour, minute } = chinaClockFace(at)
  return `${day}日${hour}:${String(minute).padStart(2, '0')}`
}
