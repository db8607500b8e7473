import { chinaClockFace, excerpt, MINUTE_MS, SECOND_MS, type EpochMs } from '@huiying/shared/kernel'
import { isTexted, noticeWords, templateOf, type NoticePage } from '@huiying/shared/notifications'
import { carryAbreast } from '../../platform/carry-abreast'
import { placeholders } from '../../platform/database/own-sql'
import type { RawRow } from '../../platform/database/table'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Work } from '../../platform/database/work'
import { faultOf, type WorkLog } from '../../platform/database/work-log'
import { WeChatError, type SendOutcome, type SubscribeMessage, type WeChatClient } from '../../platform/wechat'
import { deliveryOutcomeTable, deliveryTable, type Delivery, type DeliveryOutcomeKind } from './delivery.table'
import { noticeTable, type StoredNotice } from './notice.table'
import type { TemplateIds } from './subscriptions.board'
import { textDeliveryTable, textOutcomeTable } from './text.table'

const BATCH = 20
/**
 * How long a server keeps a delivery to itself: longer than any send takes, short enough that a dead server's work goes
 * on soon.
 */
const LEASE_MS = MINUTE_MS
const MAX_ATTEMPTS = 6
const FIRST_PAUSE_MS = 10 * SECOND_MS
const OPERATOR_PAUSE_MS = 10 * MINUTE_MS
const STALE_MS = 30 * MINUTE_MS
/** WeChat's bound for a `thing` field, in characters. */
const FIELD_LENGTH = 20
const TICKET_PAGE = 'packages/ticket/detail/index'
const PAGES: Readonly<Record<NoticePage['page'], string>> = {
  expense: 'packages/money/expense/index',
  entry: 'packages/ledger/entry/index',
  book: 'packages/ledger/village/index',
  seal: 'packages/seal/paper/index',
}

/** How one attempt went; besides WeChat's own answers: overtaken by events, or given up. */
type Ending = SendOutcome | { readonly outcome: 'superseded' | 'failed' }

interface Job {
  readonly delivery: Delivery
  readonly notice: StoredNotice
}

/**
 * Carries queued messages to WeChat: take, send outside any transaction, mark. Killed between send and mark the message
 * goes out once more after the lease, which WeChat can't tell apart; the in-app inbox never doubles.
 */
export class SendDeliveries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly weChat: Pick<WeChatClient, 'sendSubscribeMessage'>,
    private readonly templateIds: TemplateIds,
    private readonly log: WorkLog,
  ) {}

  /** Sends one batch. Answers how many were taken; with a full batch there may be more. */
  async runOnce(): Promise<number> {
    const { jobs, now } = await this.take()
    await carryAbreast(jobs, (job) => this.carry(job, now))
    return jobs.length
  }

  private async carry(job: Job, now: EpochMs): Promise<void> {
    await this.finish(job, await this.send(job, now))
  }

  private take(): Promise<{ readonly jobs: readonly Job[]; readonly now: EpochMs }> {
    return this.unitOfWork.run(async (work) => {
      const raw = await work.query<RawRow>(
        `SELECT ${deliveryTable.columnList} FROM deliveries WHERE due_at <= ? ORDER BY due_at, id LIMIT ?`,
        [work.now, BATCH],
        { lock: 'skip-locked' },
      )
      const deliveries = raw.map(deliveryTable.fromRaw)
      if (deliveries.length === 0) return { jobs: [], now: work.now }
      const notices = await work.find(noticeTable, { id: deliveries.map((one) => one.noticeId) })
      const jobs = deliveries.flatMap((delivery): Job[] => {
        const notice = notices.find((one) => one.id === delivery.noticeId)
        return notice === undefined ? [] : [{ delivery: { ...delivery, attempts: delivery.attempts + 1 }, notice }]
      })
      work.write(
        `UPDATE deliveries SET due_at = ?, attempts = attempts + 1 WHERE id IN (${placeholders(deliveries.length)})`,
        [work.now + LEASE_MS, ...deliveries.map(({ id }) => id)],
      )
      return { jobs, now: work.now }
    })
  }

  private async send(
    { delivery, notice }: Job,
    now: EpochMs,
  ): Promise<Ending> {
    if (notice.readAt !== null || isStale(notice, now)) return { outcome: 'superseded' }
    // Taken again and again and never marked: whatever fails there must not go on for ever.
    if (delivery.attempts > MAX_ATTEMPTS) return { outcome: 'failed' }
    const templateId = this.templateIds[delivery.templateKey]
    if (templateId === null) return { outcome: 'bad-template', errcode: 0 }
    try {
      return await this.weChat.sendSubscribeMessage({
        openid: delivery.openId,
        templateId,
        page: pageOf(notice),
        fields: fieldsOf(notice, now),
      })
    } catch (error) {
      if (!(error instanceof WeChatError)) throw error
      // App id, secret or address list are wrong: no other message will fare better until an operator mends them.
      this.log.error(
        { deliveryId: delivery.id, errcode: error.errcode, fault: faultOf(error) },
        'WeChat refuses this server',
      )
      return { outcome: 'try-later', errcode: error.errcode, waitMs: OPERATOR_PAUSE_MS, mayHaveArrived: false }
    }
  }

  private finish({ delivery, notice }: Job, sent: Ending): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      if (isTexted(notice.kind) && sent.outcome !== 'sent' && sent.outcome !== 'superseded') {
        await textInstead(work, notice)
      }
      if (sent.outcome === 'try-later' && delivery.attempts < MAX_ATTEMPTS) {
        const pauseMs = Math.max(sent.waitMs, FIRST_PAUSE_MS * 2 ** (delivery.attempts - 1))
        work.update(deliveryTable, { ...delivery, dueAt: work.now + pauseMs })
        return
      }
      end(work, delivery, sent.outcome === 'try-later' ? 'failed' : sent.outcome)
    })
  }
}

/** At once, also while WeChat is still to be tried again: of a duty, hearing twice is better than not in time. */
async function textInstead(work: Work, { id: noticeId }: StoredNotice): Promise<void> {
  if ((await work.findOne(textOutcomeTable, { noticeId })) !== null) return
  work.insertIfAbsent(textDeliveryTable, { noticeId, dueAt: work.now, attempts: 0 })
}

function end(
  work: Work,
  { dueAt: _dueAt, openId: _openId, ...delivery }: Delivery,
  outcome: DeliveryOutcomeKind,
): void {
  work.delete(deliveryTable, { id: delivery.id })
  work.insertIfAbsent(deliveryOutcomeTable, { ...delivery, outcome, at: work.now })
  if (outcome !== 'refused') return
  // WeChat knows better than our count how often it may still send.
  work.write('UPDATE subscriptions SET remaining = 0 WHERE account_id = ? AND template_key = ?', [
    delivery.accountId,
    delivery.templateKey,
  ])
}

/** "Please answer by ten" is worth nothing at eleven; in the app it stands all the same. */
export function isStale({ kind, createdAt }: StoredNotice, now: EpochMs): boolean {
  return templateOf(kind) === 'duty' && now - createdAt > STALE_MS
}

function pageOf({ ticketId, data }: StoredNotice): string | null {
  if (ticketId !== null) return `${TICKET_PAGE}?id=${ticketId}`
  if (data.opens === undefined) return null
  const { page, id } = data.opens
  return `${PAGES[page]}?${page === 'book' ? 'book' : 'id'}=${id}`
}

/** The layout that the operator's three templates must have: thing1 what, thing2 about what, time3 when. */
function fieldsOf({ kind, data, createdAt }: StoredNotice, now: EpochMs): SubscribeMessage['fields'] {
  const { title, body } = noticeWords(kind, data, now)
  return { thing1: excerpt(title, FIELD_LENGTH), thing2: excerpt(body, FIELD_LENGTH), time3: timeField(createdAt) }
}

/** "2026年9月14日 10:05", the form WeChat takes for a `time` field. */
function timeField(at: EpochMs): string {
  const { year, month, day, hour, minute } = chinaClockFace(at)
  return `${year}年${month}月${day}日 ${hour}:${minute < 10 ? '0' : ''}${minute}`
}
