import { DAY_MS, HOUR_MS, MINUTE_MS, chinaDateOf, startOfChinaDay, type EpochMs } from '@huiying/shared/kernel'
import type { Viewer } from '@huiying/shared/identity'
import { AskExtension } from '../features/tickets/ask-extension'
import { DecideExtension } from '../features/tickets/decide-extension'
import { EscalateTicket } from '../features/tickets/escalate-ticket'
import { ObjectToTransfer } from '../features/tickets/object-to-transfer'
import { RecordMinutes } from '../features/tickets/record-minutes'
import { SaveTopic } from '../features/tickets/save-topic'
import { TransferTicket } from '../features/tickets/transfer-ticket'
import type { DemoLists } from './demo-lists'
import type { DemoEvent } from './play'
import { firstInstant } from './plan-tickets'
import type { PlannedTicket } from './planned-ticket'
import type { Stage } from './stage'
import { staysOpen } from './stays-open'
import { TOPICS } from './topics'

const IN_HAND = "status = 'in-progress' AND merged_into_id IS NULL AND closure_due_at > ?"
/** Time enough for somebody to decide. */
const LEEWAY_MS = 2 * HOUR_MS

/** The list of topics; and of what is in hand at the end, a few on their way: asked for more time, handed on, up. */
export function waysEvents(
  stage: Stage, { cast }: DemoLists, planned: readonly PlannedTicket[],
): readonly DemoEvent[] {
  const { unitOfWork, ids } = stage.database
  const { now, register } = stage
  const [staff, second] = cast.street.staff.map(({ person }) => person.code)
  const [leader] = cast.street.leaders.map(({ person }) => person.code)
  const ago = (minutes: number): EpochMs => now - minutes * MINUTE_MS
  const secretary = (village: string): string =>
    cast.villages.find((one) => one.village.code === village)?.secretary.code ?? ''
  const promised = startOfChinaDay(chinaDateOf(now)) + 4 * DAY_MS + 18 * HOUR_MS
  const event = (at: EpochMs, run: (as: (code: string) => Viewer) => Promise<unknown>): DemoEvent =>
    ({ at, run: async () => void (await run((code) => register.viewer(register.personId(code), at))) })
  type Act = (viewer: Viewer, ticketId: string) => Promise<unknown>
  const chosen = new Map<string, string>()
  const begin = (village: string, at: EpochMs, by: string, act: Act, goesToVillage = false): DemoEvent =>
    event(at, async (as) => {
      const isFree = (submittedAt: EpochMs): boolean => staysOpen(planned, submittedAt, at)
      const wanted = { fromAt: at + LEEWAY_MS, toAt: promised, goesToVillage, isFree }
      const ticketId = await inHandAt(stage, village, wanted)
      if (ticketId === null) return
      chosen.set(village, ticketId)
      await act(as(by), ticketId)
    })
  /** Goes on with what was begun, if it was, and is open still. */
  const goOn = (village: string, at: EpochMs, by: string, act: Act): DemoEvent =>
    event(at, async (as) => {
      const ticketId = chosen.get(village)
      if (ticketId !== undefined && (await isInHand(stage, ticketId, at))) await act(as(by), ticketId)
    })
  return [
    event(firstInstant(now) - HOUR_MS, async (as) => {
      for (const [name, owner, words] of TOPICS) {
        const departmentUnitId = owner === null ? null : register.unitId(owner)
        const topic = { name, departmentUnitId, words, isActive: true }
        await new SaveTopic(unitOfWork, ids).execute(as(staff ?? ''), null, topic)
      }
    }),
    begin('QX-03', ago(80), secretary('QX-03'), (viewer, ticketId) => new AskExtension(unitOfWork, ids).execute(viewer, {
      ticketId, promisedAt: promised, text: '我们去看过了，一两天办不完：要先和几家商量，再请人来做。每走一步都会告诉您。',
    })),
    begin('QX-05', ago(70), secretary('QX-05'), (viewer, ticketId) => new AskExtension(unitOfWork, ids).execute(viewer, {
      ticketId, promisedAt: promised, text: '今天去了现场，要的东西得等几天才到，到了当天就办，先跟您说一声。',
    })),
    goOn('QX-05', ago(40), second ?? '', (viewer, ticketId) => granted(stage, viewer, ticketId)),
    begin('QX-07', ago(180), secretary('QX-07'), (viewer, ticketId) => new EscalateTicket(unitOfWork, ids).execute(viewer, {
      ticketId, text: '这事牵涉几家单位，社区定不了，请街道开会来定。',
    })),
    goOn('QX-07', ago(55), leader ?? '', (viewer, ticketId) => new RecordMinutes(unitOfWork, ids).execute(viewer, {
      ticketId, heldOn: chinaDateOf(ago(55)), attendees: '分管领导、群众工作办、社区书记、物业经理',
      decision: '三天内把东西换好，社区书记负责盯着，街道出一半的钱。',
    })),
    begin('QX-08', ago(50), secretary('QX-08'), (viewer, ticketId) => new TransferTicket(unitOfWork, ids).execute(viewer, {
      ticketId, toUnitId: register.unitId('QX-D1'), text: '去看过了，这个要城建办才能动，社区没有权力，请他们来办。',
    })),
    begin('QX-04', ago(35), secretary('QX-04'), (viewer, ticketId) => new TransferTicket(unitOfWork, ids).execute(viewer, {
      ticketId, toUnitId: register.unitId('QX-03'), text: '我们先去看过了，他住的地方归半亩塘社区管，请那边接着办。',
    }), true),
    goOn('QX-04', ago(15), secretary('QX-03'), (viewer, ticketId) => new ObjectToTransfer(unitOfWork, ids).execute(viewer, {
      ticketId, text: '查过登记，他家还在望云桥社区，不归我们管。',
    })),
  ]
}

/**
 * The youngest matter of the village that somebody has answered and nobody finishes, due within the span (by service
 * hours the end of a matter may lie days away, behind what would be promised); `null`: it has none.
 */
async function inHandAt(
  { database, register }: Stage, village: string, { fromAt, toAt, goesToVillage, isFree }: Wanted,
): Promise<string | null> {
  const rows = await database.reads.query<{ readonly id: string; readonly submittedAt: EpochMs }>(
    `SELECT id, submitted_at AS submittedAt FROM tickets WHERE village_id = ? AND ${IN_HAND} AND closure_due_at < ? AND visibility <> 'confidential' AND entry_id IS NULL
       AND holder_unit_id = village_id AND (SELECT COUNT(*) FROM ticket_cycles c WHERE c.ticket_id = tickets.id) = 1
       ${goesToVillage ? IS_NO_DEPARTMENTS : ''}
     ORDER BY id DESC`,
    [register.unitId(village), fromAt, toAt],
  )
  return rows.find(({ submittedAt }) => isFree(Number(submittedAt)))?.id ?? null
}

interface Wanted {
  readonly fromAt: EpochMs
  readonly toAt: EpochMs
  readonly goesToVillage: boolean
  /** What its village will finish itself is left to it. */
  readonly isFree: (submittedAt: EpochMs) => boolean
}

/** What belongs to a department is never handed to a village. */
const IS_NO_DEPARTMENTS = `AND NOT EXISTS (SELECT 1 FROM ticket_topics o
  WHERE o.id = tickets.topic_id AND o.department_unit_id IS NOT NULL)`

async function isInHand({ database }: Stage, ticketId: string, at: EpochMs): Promise<boolean> {
  const rows = await database.reads.query(`SELECT id FROM tickets WHERE id = ? AND ${IN_HAND}`, [ticketId, at])
  return rows.length > 0
}

async function granted({ database }: Stage, viewer: Viewer, ticketId: string): Promise<void> {
  const { unitOfWork, ids, reads } = database
  const [asked] = await reads.query<{ id: string }>('SELECT id FROM ticket_extensions WHERE ticket_id = ?', [ticketId])
  if (asked === undefined) return
  const decision = { ticketId, extensionId: asked.id, isGranted: true, text: null }
  await new DecideExtension(unitOfWork, ids).execute(viewer, decision)
}
