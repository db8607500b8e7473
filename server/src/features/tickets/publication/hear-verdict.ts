import { afterAnswer, afterSilence, awaitsVerdict } from '@huiying/shared/tickets'
import { setTimeout as pause } from 'node:timers/promises'
import type { UnitOfWork } from '../../../platform/database/unit-of-work'
import type { MediaVerdict } from '../../../platform/wechat'
import { contentCheckTable } from './content-check.table'
import { checkInHand, settleCheck } from './publish'

/** A verdict may be here before its id is written down; WeChat itself waits five seconds for an answer. */
const PAUSES_MS: readonly number[] = [200, 1_000]

/** WeChat says what it thinks of a picture. Heard twice, or of one that nobody waits for, it changes nothing. */
export class HearVerdict {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(said: MediaVerdict): Promise<void> {
    for (const pauseMs of [...PAUSES_MS, null]) {
      if ((await this.hear(said)) || pauseMs === null) return
      await pause(pauseMs)
    }
  }

  /** @returns whether anything is known of it */
  private hear({ traceId, verdict }: MediaVerdict): Promise<boolean> {
    return this.unitOfWork.run(async (work) => {
      const [asked] = await work.find(contentCheckTable, { traceId })
      const hand = asked === undefined ? null : await checkInHand(work, asked)
      if (hand === null || hand.check.traceId !== traceId) return false
      const { check } = hand
      if (!awaitsVerdict(check) || (verdict === null && check.state === 'held')) return true
      const now = work.now
      settleCheck(work, hand, verdict === null ? afterSilence(check, now) : afterAnswer(check, { says: verdict }, now))
      return true
    })
  }
}
