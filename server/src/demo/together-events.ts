import { MINUTE_MS, type EpochMs } from '@huiying/shared/kernel'
import { FollowTicket } from '../features/tickets/follow-ticket'
import { MergeTickets } from '../features/tickets/merge-tickets'
import { SubmitTicket } from '../features/tickets/submit-ticket'
import { letAllBeSeen } from './all-seen'
import type { DemoLists } from './demo-lists'
import type { DemoEvent } from './play'
import type { Stage } from './stage'

const VILLAGE = 'QX-01'
/** What the visitor's own villager says of the lamp, in two neighbours' words. The later one waits to be recognised. */
const ALIKE = [
  { minutesAgo: 110, says: '晒谷坪路灯坏了，晚上黑漆漆的，老人出来走路怕摔', isRecognised: true },
  { minutesAgo: 12, says: '一组晒谷坪的灯不亮了，孩子下晚自习看不清路', isRecognised: false },
] as const

export const SAID_ALIKE = ALIKE.length

/** How many met it too, by village: of what is open and public there, the newest first. */
const FOLLOWERS: Readonly<Record<string, readonly number[]>> = {
  [VILLAGE]: [3, 1, 4], 'QX-02': [2], 'QX-04': [5, 1], 'QX-06': [2],
}
const JOINED_MS = 5 * MINUTE_MS

/** Neighbours say the same, a secretary sees that it is one matter, and others only join. */
export function togetherEvents(stage: Stage, { cast, residents }: DemoLists): readonly DemoEvent[] {
  const { database: { unitOfWork, ids }, register, now } = stage
  const secretary = cast.villages.find(({ village }) => village.code === VILLAGE)?.secretary.code ?? ''
  const as = (code: string, at: EpochMs) => register.viewer(register.personId(code), at)
  const said = ALIKE.flatMap(({ minutesAgo, says, isRecognised }, index): readonly DemoEvent[] => {
    const reporter = residents.get(VILLAGE)?.[40 + index]
    if (reporter === undefined) return []
    const at = now - minutesAgo * MINUTE_MS
    let ticketId = ''
    const raise = async (): Promise<void> => {
      ticketId = (await new SubmitTicket(unitOfWork, ids).execute(as(reporter.code, at), {
        villageId: register.unitId(VILLAGE), text: says, kind: 'help', visibility: 'village',
        addresseeId: null, photoIds: [], voiceId: null, place: null, onBehalfOf: null, entryId: null,
      })).ticketId
    }
    const mergedAt = at + 15 * MINUTE_MS
    const recognise = async (): Promise<void> => {
      const [lamp] = await openIn(stage, VILLAGE, "text LIKE '%晒谷坪那盏路灯%'")
      if (lamp !== undefined) await new MergeTickets(unitOfWork, ids).execute(as(secretary, mergedAt), ticketId, lamp)
    }
    return [{ at, run: raise }, ...(isRecognised ? [{ at: mergedAt, run: recognise }] : [])]
  })
  const joined = Object.entries(FOLLOWERS).map(([village, counts]): DemoEvent => ({
    at: now - JOINED_MS,
    run: async () => {
      await letAllBeSeen(unitOfWork)
      const open = await openIn(stage, village, '1 = 1')
      for (const [index, count] of counts.entries()) {
        const ticketId = open[index]
        const who = (residents.get(village) ?? []).slice(60 + 10 * index, 60 + 10 * index + count)
        if (ticketId === undefined) continue
        for (const { code } of who) {
          await new FollowTicket(unitOfWork, ids).execute(as(code, now - JOINED_MS), ticketId, true)
        }
      }
    },
  }))
  return [...said, ...joined]
}

async function openIn({ database, register }: Stage, village: string, condition: string): Promise<readonly string[]> {
  const rows = await database.reads.query<{ readonly id: string }>(
    `SELECT id FROM tickets WHERE village_id = ? AND visibility = 'village' AND merged_into_id IS NULL
     AND status IN ('submitted', 'in-progress') AND ${condition} ORDER BY id DESC`,
    [register.unitId(village)],
  )
  return rows.map(({ id }) => id)
}
