import { MINUTE_MS, type EpochMs } from '@huiying/shared/kernel'
import {
  afterAnswer, afterSilence, isToBePublished, type CheckAnswer, type ContentCheck,
} from '@huiying/shared/tickets'
import { carryAbreast } from '../../../platform/carry-abreast'
import { placeholders } from '../../../platform/database/own-sql'
import type { RawRow } from '../../../platform/database/table'
import type { UnitOfWork } from '../../../platform/database/unit-of-work'
import type { Work } from '../../../platform/database/work'
import { faultOf, type WorkLog } from '../../../platform/database/work-log'
import { WeChatError, type WeChatClient } from '../../../platform/wechat'
import type { FileUrlSigner } from '../../files/public'
import { accountsOf } from '../../identity/public'
import { messageTable } from '../message.table'
import { ticketTable } from '../ticket.table'
import { contentCheckTable } from './content-check.table'
import { checkInHand, settleCheck } from './publish'

const BATCH = 20
/** Longer than a batch takes, short enough that a dead server's work goes on soon. */
const LEASE_MS = MINUTE_MS
/** WeChat's word for what a village's people say to each other. */
const SCENE = 'forum'
/** Away for two hours, unknown, of another app: nothing can be asked about him, however often. */
const NOBODY_TO_ASK: readonly (number | null)[] = [61010, 40003, 43104]

/** By what a checker can be asked, and answer. */
export interface CheckRoads {
  readonly weChat: Pick<WeChatClient, 'checkText' | 'checkMedia'>
  readonly appId: string
  readonly signer: FileUrlSigner
  /** By which WeChat reaches this server; `null`: it can't fetch a picture. */
  readonly publicUrl: string | null
  /** WeChat's messages are taken in, so its later answers arrive. */
  readonly hearsVerdicts: boolean
}

interface Job {
  readonly check: ContentCheck
  /** The words; empty where it is about a file. */
  readonly text: string
  readonly openid: string | null
  readonly isWanted: boolean
}

/** Asks about what is due: take, ask outside any transaction, settle. Killed in between it asks once more. */
export class CheckContents {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly roads: CheckRoads,
    private readonly log: WorkLog,
  ) {}

  /** @returns how many were taken; with a full batch there may be more */
  async runOnce(): Promise<number> {
    const { jobs, now } = await this.take()
    await carryAbreast(jobs, (job) => this.carry(job, now))
    return jobs.length
  }

  private async carry(job: Job, now: EpochMs): Promise<void> {
    // Its answer is overdue: no question, but a step further.
    const answer = job.check.state === 'asked' || !job.isWanted ? null : await this.ask(job, now)
    await this.unitOfWork.run(async (work) => {
      const hand = await checkInHand(work, job.check)
      if (hand === null || hand.check.state !== job.check.state) return
      const next = answer === null ? afterSilence(hand.check, work.now) : afterAnswer(hand.check, answer, work.now)
      settleCheck(work, hand, next)
    })
  }

  private async ask({ check, text, openid }: Job, now: EpochMs): Promise<CheckAnswer> {
    if (check.kind === 'words' && text === '') return { says: 'pass' }
    const { weChat, signer, publicUrl, hearsVerdicts } = this.roads
    if (openid === null) return { says: 'unasked' }
    try {
      if (check.kind === 'words') return { says: await weChat.checkText(openid, text, SCENE) }
      if (publicUrl === null || !hearsVerdicts) return { says: 'unasked' }
      const url = publicUrl + signer.sign(check.id, check.kind, now)
      return { says: 'accepted', traceId: await weChat.checkMedia({ openid, kind: check.kind, url, scene: SCENE }) }
    } catch (error) {
      if (!(error instanceof WeChatError)) throw error
      if (NOBODY_TO_ASK.includes(error.errcode)) return { says: 'unasked' }
      const level = error.retryable ? 'warn' : 'error'
      this.log[level]({ checkId: check.id, errcode: error.errcode, fault: faultOf(error) }, 'nothing is checked now')
      return { says: 'nothing' }
    }
  }

  private take(): Promise<{ readonly jobs: readonly Job[]; readonly now: EpochMs }> {
    return this.unitOfWork.run(async (work) => {
      const raw = await work.query<RawRow>(
        `SELECT ${contentCheckTable.columnList} FROM content_checks WHERE due_at <= ? ORDER BY due_at, id LIMIT ?`,
        [work.now, BATCH],
        { lock: 'skip-locked' },
      )
      const checks = raw.map(contentCheckTable.fromRaw)
      if (checks.length === 0) return { jobs: [], now: work.now }
      const jobs = await this.jobsOf(work, checks)
      work.write(
        `UPDATE content_checks SET due_at = ? WHERE id IN (${placeholders(checks.length)})`,
        [work.now + LEASE_MS, ...checks.map(({ id }) => id)],
      )
      return { jobs, now: work.now }
    })
  }

  private async jobsOf(work: Work, checks: readonly ContentCheck[]): Promise<readonly Job[]> {
    const said = checks.flatMap(({ messageId }) => messageId ?? [])
    const { tickets, messages } = await work.findTogether({
      tickets: { table: ticketTable, where: { id: checks.map(({ ticketId }) => ticketId) } },
      messages: { table: messageTable, where: { id: said } },
    })
    const jobs: Job[] = []
    for (const check of checks) {
      const ticket = tickets.find(({ id }) => id === check.ticketId)
      const message = messages.find(({ id }) => id === check.messageId)
      const authorId = check.messageId === null ? ticket?.reporterId : message?.authorId
      const accounts = authorId === undefined ? [] : await accountsOf(work, authorId)
      jobs.push({
        check,
        text: check.kind === 'words' ? (check.messageId === null ? ticket?.text : message?.text) ?? '' : '',
        // Of several accounts the one made last is the likeliest to have been used within two hours.
        openid: accounts.filter(({ appId }) => appId === this.roads.appId).at(-1)?.openId ?? null,
        isWanted: ticket !== undefined && isToBePublished(ticket) && authorId !== undefined,
      })
    }
    return jobs
  }
}
