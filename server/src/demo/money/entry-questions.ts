import { MINUTE_MS, type EpochMs } from '@huiying/shared/kernel'
import { CloseTicket } from '../../features/tickets/close-ticket'
import { OpenTicket } from '../../features/tickets/open-ticket'
import { RateTicket } from '../../features/tickets/rate-ticket'
import { ReplyToTicket } from '../../features/tickets/reply-to-ticket'
import { SubmitTicket } from '../../features/tickets/submit-ticket'
import type { DemoEvent } from '../play'
import { daysAgo } from './book-months'
import type { VillageHands } from './village-hands'

/** "我要问" under an entry: so many matters more than the nine days' own. */
export const QUESTIONS = 2

const UNANSWERED_MS = 22 * MINUTE_MS

/** One is answered and stands under the entry for all; one was asked a moment ago. */
export function entryQuestions(
  hands: VillageHands,
  askedEntryId: () => Promise<string>,
  now: EpochMs,
): readonly DemoEvent[] {
  const { unitOfWork, ids } = hands.stage.database
  const answerer = hands.codeOf('approver')
  const asker = hands.resident(5).code
  let ticketId = ''
  const ask = async (code: string, text: string): Promise<string> => {
    const asked = await new SubmitTicket(unitOfWork, ids).execute(await hands.viewer(code), {
      villageId: hands.villageId, text, kind: 'question', visibility: 'village', addresseeId: hands.personId(answerer),
      photoIds: [], voiceId: null, place: null, onBehalfOf: null, entryId: await askedEntryId(),
    })
    return asked.ticketId
  }
  const answer = (text: string) => ({ ticketId, text, photoIds: [], voiceId: null })
  return [
    {
      at: daysAgo(now, 4, 9.7),
      run: async () => {
        ticketId = await ask(asker, '这笔钱花在哪些人身上？我家老人怎么没听说')
      },
    },
    {
      at: daysAgo(now, 4, 10),
      run: async () => {
        const viewer = await hands.viewer(answerer)
        await new OpenTicket(unitOfWork).execute(viewer, ticketId)
        await new ReplyToTicket(unitOfWork, ids).execute(viewer, { ...answer('我叫报账员把名单和签收单找出来，今天下午回您'), byCall: false })
      },
    },
    {
      at: daysAgo(now, 4, 15),
      run: async () => {
        const text = '名单贴在村务公开栏，您家老人在第 18 个，是孙子代签的。签收单给您看过了，对得上。'
        await new CloseTicket(unitOfWork, ids).execute(await hands.viewer(answerer), { ...answer(text), outcome: 'explained', reason: null })
      },
    },
    {
      at: daysAgo(now, 4, 19),
      run: async () => {
        await new RateTicket(unitOfWork, ids).execute(await hands.viewer(asker), { ticketId, rating: 'satisfied' })
      },
    },
    { at: now - UNANSWERED_MS, run: async () => void (await ask(hands.resident(8).code, '这一笔是跟哪几家比过价的？')) },
  ]
}
