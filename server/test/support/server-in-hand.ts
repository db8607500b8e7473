import { TEMPLATE_KEYS, type NoticePreferences } from '@huiying/shared/notifications'
import { AcceptSubscriptions } from '../../src/features/notifications/accept-subscriptions'
import { ClimbLadders } from '../../src/features/notifications/climb-ladders'
import { DeliveryWorker } from '../../src/features/notifications/delivery-worker'
import { SendDeliveries } from '../../src/features/notifications/send-deliveries'
import { SendGroupMessages } from '../../src/features/notifications/send-group-messages'
import { SendTexts } from '../../src/features/notifications/send-texts'
import { ReadNotices } from '../../src/features/notifications/read-notices'
import { SetPreferences } from '../../src/features/notifications/set-preferences'
import { noticesOf } from '../../src/features/notifications/notice-list.board'
import { undeliveredOf } from '../../src/features/notifications/undelivered.board'
import { FileUrlSigner } from '../../src/features/files/public'
import { letAllBeSeen } from '../../src/demo/all-seen'
import { CloseTicket } from '../../src/features/tickets/close-ticket'
import { OpenTicket } from '../../src/features/tickets/open-ticket'
import { RateTicket } from '../../src/features/tickets/rate-ticket'
import { RejectTicket } from '../../src/features/tickets/reject-ticket'
import { ReplyToTicket } from '../../src/features/tickets/reply-to-ticket'
import { SubmitTicket, type SubmitTicketInput } from '../../src/features/tickets/submit-ticket'
import { TicketBoards } from '../../src/features/tickets/ticket-boards'
import { WithdrawTicket } from '../../src/features/tickets/withdraw-ticket'
import { WriteOnTicket } from '../../src/features/tickets/write-on-ticket'
import type { Database } from '../../src/platform/database/open-database'
import type { SmsClient } from '../../src/platform/sms'
import type { WeChatClient } from '../../src/platform/wechat'
import { createGroupRobot } from '../../src/platform/wecom/group-robot'
import { timeAndConsequences } from '../../src/workers'
import { viewerOf } from './small-village'

const TEMPLATE_IDS = {
  answer: 'template-answer', duty: 'template-duty', supervision: 'template-supervision', roster: 'template-roster',
  money: 'template-money',
}
/** Errors that a worker would only log fail the test that caused them. */
const LOUD_LOG = { warn: (details: object, message: string) => fail(details, message), error: fail }

/** What a test about delivery brings along; the others hear of nobody who was not reached. */
export interface Channels {
  readonly sms?: SmsClient
  /** Addresses of robots by the code of their sub-district. */
  readonly groupRobots?: ReadonlyMap<string, string>
  /** The next ones are told where nobody was reached. */
  readonly climbs?: boolean
}

/**
 * One server without HTTP: the real use cases and workers, run when the test says so. All may see at once what is for
 * all: how that comes about is a story of its own.
 */
export function serverInHand(
  database: Database,
  weChat: Pick<WeChatClient, 'sendSubscribeMessage'>,
  { sms, groupRobots = new Map(), climbs = false }: Channels = {},
) {
  const { unitOfWork, reads, dialect, clock, ids } = database
  const workers = { unitOfWork, reads, dialect, clock, log: LOUD_LOG }
  const { timers, outbox } = timeAndConsequences({ database, clock, ids, log: LOUD_LOG })
  const deliveries = new DeliveryWorker({
    ...workers,
    senders: [
      new SendDeliveries(unitOfWork, weChat, TEMPLATE_IDS, LOUD_LOG),
      new SendTexts(unitOfWork, sms ?? null, LOUD_LOG),
      ...(climbs ? [new ClimbLadders(unitOfWork, ids)] : []),
      new SendGroupMessages(unitOfWork, ids, createGroupRobot(), groupRobots, LOUD_LOG),
    ],
  })
  const as = (personId: string) => viewerOf(database, personId)
  const submitTicket = new SubmitTicket(unitOfWork, ids)
  return {
    database,
    timers,
    outbox,
    deliveries,
    boards: new TicketBoards(reads, clock, new FileUrlSigner('a key for tests only, 32 characters')),
    as,
    /** The grandmother's blocked sewer, unless told otherwise. */
    submit: async (personId: string, changes: Partial<SubmitTicketInput> = {}): Promise<string> => {
      const { ticketId } = await submitTicket.execute(await as(personId), { ...BLOCKED_SEWER, ...changes })
      await letAllBeSeen(unitOfWork)
      return ticketId
    },
    reply: async (personId: string, ticketId: string, text: string) => {
      const said = { ticketId, text, byCall: false, photoIds: [], voiceId: null }
      const answer = await new ReplyToTicket(unitOfWork, ids).execute(await as(personId), said)
      await letAllBeSeen(unitOfWork)
      return answer
    },
    write: async (personId: string, ticketId: string, text: string) =>
      new WriteOnTicket(unitOfWork, ids).execute(await as(personId), { ticketId, text, photoIds: [], voiceId: null }),
    close: async (personId: string, ticketId: string, text: string) => {
      await new CloseTicket(unitOfWork, ids).execute(await as(personId), {
        ticketId,
        text,
        outcome: 'settled',
        reason: null,
        photoIds: [],
        voiceId: null,
      })
      await letAllBeSeen(unitOfWork)
    },
    rate: async (personId: string, ticketId: string) =>
      new RateTicket(unitOfWork, ids).execute(await as(personId), { ticketId, rating: 'satisfied' }),
    reject: async (personId: string, ticketId: string, text: string) =>
      new RejectTicket(unitOfWork, ids).execute(await as(personId), { ticketId, text, photoIds: [], voiceId: null }),
    withdraw: async (personId: string, ticketId: string) =>
      new WithdrawTicket(unitOfWork, ids).execute(await as(personId), ticketId),
    open: async (personId: string, ticketId: string) =>
      new OpenTicket(unitOfWork).execute(await as(personId), ticketId),
    prefer: async (personId: string, wanted: NoticePreferences) =>
      new SetPreferences(unitOfWork).execute(await as(personId), wanted),
    readAll: async (personId: string) => new ReadNotices(unitOfWork).execute(await as(personId), {}),
    /** Accepts one WeChat message of each template. */
    accept: async (personId: string) => new AcceptSubscriptions(unitOfWork).execute(await as(personId), TEMPLATE_KEYS),
    /** Lets everything happen that is due: time, what follows from facts, messages to WeChat. */
    settle: async (): Promise<void> => {
      await timers.drain()
      await outbox.drain()
      await letAllBeSeen(unitOfWork)
      await deliveries.drain()
    },
    undelivered: async (personId: string) => undeliveredOf(reads, await as(personId), await clock.now()),
    notices: async (personId: string): Promise<readonly string[]> =>
      (await noticesOf(reads, await as(personId), await clock.now(), null)).rows.map((row) => row.kind),
  }
}

export type ServerInHand = ReturnType<typeof serverInHand>

export const BLOCKED_SEWER: SubmitTicketInput = {
  villageId: 'liushu',
  text: '门口下水道堵了，脏水漫到路上了',
  kind: 'help',
  visibility: 'village',
  addresseeId: null,
  photoIds: [],
  voiceId: null,
  place: null,
  onBehalfOf: null,
  entryId: null,
}

function fail(details: object, message: string): never {
  throw new Error(`${message}: ${JSON.stringify(details)}`)
}
