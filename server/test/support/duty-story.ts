import type { NoticeData, NoticeKind } from '@huiying/shared/notifications'
import type { TicketView } from '@huiying/shared/tickets'
import { postTable } from '../../src/features/identity/post.table'
import { noticeTable } from '../../src/features/notifications/notice.table'
import { settleRoster, slotOf, startRosterClock, type SeatRow } from './duty-roster'
import { rosterInHand } from './roster-in-hand'
import { postOf } from './small-village'
import { villageStory } from './village-story'

/** "14T09:20" of September 2026, in China. */
export const china = (text: string): number => Date.parse(`2026-09-${text}+08:00`)

/** Li and Chen lead in turn, Zhao and He are members; the shift of the 14th has run since the evening before. */
export const FOUR_DAYS: readonly SeatRow[] = [
  ['2026-09-14', 'lead', 'li'], ['2026-09-14', 'member', 'zhao'],
  ['2026-09-15', 'lead', 'chen'], ['2026-09-15', 'member', 'he'],
  ['2026-09-16', 'lead', 'li'], ['2026-09-16', 'member', 'zhao'],
  ['2026-09-17', 'lead', 'chen'], ['2026-09-17', 'member', 'he'],
]

/** What has nothing to do with duty, or is told of every ticket. */
const OF_TICKETS: readonly NoticeKind[] = [
  'you-are-asked', 'response-reminder', 'response-overdue', 'closure-warning', 'closure-overdue', 'order-issued', 'reporter-wrote',
]

/** The small village with a committee of four on Monday, 2026-09-14, 09:00, and one server. */
export async function dutyStory() {
  const { fresh, server } = await villageStory()
  const roster = rosterInHand(fresh.database)
  await fresh.unitOfWork.run(async (work) =>
    work.insert(postTable, postOf('zhao', 'committee-member', 'liushu'), postOf('he', 'committee-member', 'liushu')))
  const view = async (ticketId: string, who = 'chen'): Promise<TicketView> => server.boards.view(await server.as(who), ticketId)
  return {
    fresh,
    server,
    roster,
    close: () => fresh.close(),
    /** Publishes these seats; whoever sits already has taken over. */
    sits: async (rows: readonly SeatRow[] = FOUR_DAYS, villageId = 'liushu'): Promise<void> => {
      const slots = rows.map((row) => {
        const slot = slotOf(villageId, row)
        const hasBegun = slot.fromAt <= fresh.clock.at() && slot.personId !== null
        return { ...slot, takenOverAt: hasBegun ? slot.fromAt : null }
      })
      await settleRoster(fresh.database, slots)
      await startRosterClock(fresh.database, slots)
    },
    /** It is that time, and the workers have done what is due. */
    at: async (text: string): Promise<void> => {
      fresh.clock.set(china(text))
      await server.settle()
    },
    view,
    holder: async (ticketId: string): Promise<string | null> => (await view(ticketId)).heldBy?.personId ?? null,
    /** What the person was told about duty, oldest first. */
    told: (personId: string): Promise<readonly { readonly kind: NoticeKind; readonly data: NoticeData }[]> =>
      fresh.unitOfWork.run(async (work) =>
        (await work.find(noticeTable, { personId }, { orderBy: { id: 'asc' } })).filter(({ kind }) => !OF_TICKETS.includes(kind))),
    /** "li → chen: leave", oldest first. */
    rerouted: async (): Promise<readonly string[]> =>
      (await fresh.reads.query<{ body: string }>("SELECT body FROM journal WHERE type = 'ticket.rerouted' ORDER BY id"))
        .map(({ body }) => JSON.parse(body) as { fromPersonId: string; toPersonId: string; why: string })
        .map(({ fromPersonId, toPersonId, why }) => `${fromPersonId} → ${toPersonId}: ${why}`),
    /** "2026-09-14 lead li" of everybody who is to sit or sits still. */
    seats: async (): Promise<readonly string[]> =>
      (await fresh.reads.query<{ duty_on: string; seat: string; person_id: string | null }>(
        'SELECT duty_on, seat, person_id FROM duty_slots WHERE to_at > ? ORDER BY duty_on, village_id, seat', [fresh.clock.at()],
      )).map((row) => `${row.duty_on} ${row.seat} ${row.person_id}`),
  }
}

export type DutyStory = Awaited<ReturnType<typeof dutyStory>>
