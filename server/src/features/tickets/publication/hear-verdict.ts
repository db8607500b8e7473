import { afterAnswer, afterSilence, awaitsVerdict } from '@huiying/shared/tickets'
import type { UnitOfWork } from '../../../platform/database/unit-of-work'
import type { MediaVerdict } from '../../../platform/wechat'
import { contentCheckTable } from './content-check.table'
import { checkInHand, settleCheck } from './publish'

/** WeChat says what it thinks of a picture. Heard twice, or of one that nobody waits for, it changes nothing. */
export class HearVerdict {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute({ traceId, verdict }: MediaVerdict): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      const [asked] = await work.find(contentCheckTable, { traceId })
      const hand = asked === undefined ? null : await checkInHand(work, asked)
      if (hand === null || hand.check.traceId !== traceId || !awaitsVerdict(hand.check)) return
      const { check } = hand
      if (verdict === null && check.state === 'held') return
      const now = work.now
      settleCheck(work, hand, verdict === null ? afterSilence(check, now) : afterAnswer(check, { says: verdict }, now))
    })
  }
}
