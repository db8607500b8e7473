import { DAY_MS, HOUR_MS, MINUTE_MS, type EpochMs } from '@huiying/shared/kernel'
import type { AboutWhom } from '@huiying/shared/tickets'
import { CloseTicket } from '../features/tickets/close-ticket'
import { OpenTicket } from '../features/tickets/open-ticket'
import { RateTicket } from '../features/tickets/rate-ticket'
import { ReplyToTicket } from '../features/tickets/reply-to-ticket'
import { SubmitTicket } from '../features/tickets/submit-ticket'
import type { DemoLists } from './demo-lists'
import type { DemoEvent } from './play'
import type { Stage } from './stage'

interface Told {
  readonly villageCode: string
  readonly agoMs: number
  readonly about: AboutWhom
  readonly says: string
  readonly answeredAfterMs: number
  readonly answer: string
  /** What was found; `null`: still in hand. */
  readonly found: string | null
}

/** What the village does not know of: one looked into and explained, one for a leader alone, one about this product. */
const TOLD: readonly Told[] = [
  {
    villageCode: 'QX-03', agoMs: 3 * DAY_MS, about: 'village-cadre', answeredAfterMs: 25 * MINUTE_MS,
    says: '公益岗的名额给了干部的亲戚，没有公示，想请街道查一查',
    answer: '收到您说的情况，纪检和民政明天上午一起调公益岗的报名表和会议记录，后天给您回话。',
    found: '查了报名表和会议记录：名额开过会，也贴过公示，只贴在三组，别的组没看到。已要求每个组都贴，再公示七天。',
  },
  {
    villageCode: 'QX-05', agoMs: 13 * HOUR_MS, about: 'staff', answeredAfterMs: 40 * MINUTE_MS,
    says: '到街道办事，窗口的人说话不好听，让跑了三趟', answer: '对不住您，我今天找窗口的人和您核对是哪三趟，下午四点前给您打电话。',
    found: null,
  },
  {
    villageCode: 'QX-02', agoMs: 5 * HOUR_MS, about: 'app', answeredAfterMs: 30 * MINUTE_MS,
    says: '老人机上字看不清，说话的按钮老按不住',
    answer: '我们下周一带人到您家看您的手机，先把字调到最大：我的，字的大小。', found: null,
  },
]

export const TOLD_IN_CONFIDENCE = TOLD.length
export const CLOSED_IN_CONFIDENCE = TOLD.filter(({ found }) => found !== null).length

/** Residents speak past their village, and the sub-district answers them. */
export function confidenceEvents(stage: Stage, lists: DemoLists): readonly DemoEvent[] {
  return TOLD.flatMap((told) => roadOf(stage, lists, told))
}

function roadOf({ database, register, now }: Stage, { cast, residents }: DemoLists, told: Told): readonly DemoEvent[] {
  const { unitOfWork, ids } = database
  const { villageCode, about, agoMs, answeredAfterMs, says, answer, found } = told
  const [reporter] = (residents.get(villageCode) ?? []).slice(-1)
  const [handler] = about === 'staff' ? cast.street.leaders : cast.street.staff
  if (reporter === undefined || handler === undefined) return []
  const at = now - agoMs
  const as = (code: string, then: EpochMs) => register.viewer(register.personId(code), then)
  let ticketId = ''
  const words = (text: string) => ({ ticketId, text, photoIds: [], voiceId: null })
  const raised: DemoEvent = {
    at,
    run: async () => {
      const input = {
        villageId: register.unitId(villageCode), text: says, kind: 'complaint', visibility: 'confidential',
        addresseeId: null, photoIds: [], voiceId: null, place: null, onBehalfOf: null, entryId: null,
        inConfidence: { about, aboutPersonId: null, regardingTicketId: null },
      } as const
      const viewer = as(reporter.code, at)
      ticketId = (await new SubmitTicket(unitOfWork, ids).execute(viewer, input)).ticketId
    },
  }
  const answeredAt = at + answeredAfterMs
  const answered: DemoEvent = {
    at: answeredAt,
    run: async () => {
      const viewer = as(handler.person.code, answeredAt)
      await new OpenTicket(unitOfWork).execute(viewer, ticketId)
      await new ReplyToTicket(unitOfWork, ids).execute(viewer, { ...words(answer), byCall: false })
    },
  }
  if (found === null) return [raised, answered]
  const closedAt = at + 20 * HOUR_MS
  const ratedAt = closedAt + 2 * HOUR_MS
  return [
    raised,
    answered,
    {
      at: closedAt,
      run: async () => {
        const closure = { ...words(found), outcome: 'explained', reason: null } as const
        await new CloseTicket(unitOfWork, ids).execute(as(handler.person.code, closedAt), closure)
      },
    },
    {
      at: ratedAt,
      run: async () => {
        await new RateTicket(unitOfWork, ids).execute(as(reporter.code, ratedAt), { ticketId, rating: 'fairly-satisfied' })
      },
    },
  ]
}
