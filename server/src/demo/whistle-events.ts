import { MINUTE_MS, type EpochMs } from '@huiying/shared/kernel'
import { AnswerCall } from '../features/tickets/answer-call'
import { CallDepartments } from '../features/tickets/call-departments'
import { ClosePart } from '../features/tickets/close-part'
import type { DemoLists } from './demo-lists'
import { SUB_DISTRICT } from './places'
import type { PlannedTicket } from './planned-ticket'
import type { DemoEvent } from './play'
import type { Stage } from './stage'
import { staysOpen } from './stays-open'

type Does =
  | { readonly does: 'call'; readonly tasks: { readonly [unitCode: string]: string } }
  | { readonly does: 'come'; readonly unit: string }
  | { readonly does: 'refuse'; readonly unit: string; readonly text: string }
  | { readonly does: 'finish'; readonly unit: string; readonly text: string }

/** The first of these words that a villager says is what it is about; nobody any: the one that lies about longest. */
const MATTERS = {
  water: ['水', '漏', '管'],
  street: ['车', '占', '吵', '噪', '摊', '路', '灯'],
} as const

/** Minutes before now. One department is late, one has still to come, one waits for the leader's word. */
const STEPS: readonly (Does & { readonly minutesAgo: number; readonly matter: keyof typeof MATTERS })[] = [
  {
    minutesAgo: 165, matter: 'water', does: 'call', tasks: {
      'QX-D1': '请派人到现场看看，今天说清楚谁来弄、哪天弄好',
      'QX-D7': '请把附近的水管查一遍，有漏的先堵上',
    },
  },
  { minutesAgo: 120, matter: 'water', does: 'come', unit: 'QX-D7' },
  {
    minutesAgo: 100, matter: 'street', does: 'call', tasks: {
      'QX-D1': '请派人到现场看看，要弄的今天先弄起来',
      'QX-D5': '请到现场看看，归你们管的今天就办',
    },
  },
  { minutesAgo: 55, matter: 'water', does: 'finish', unit: 'QX-D7', text: '水管查了一遍，有一处接头漏水，已经换好' },
  { minutesAgo: 40, matter: 'street', does: 'refuse', unit: 'QX-D5', text: '到现场看过了，没有违建，也没有占道，不归我们管' },
]

/** Two matters were too much for their villages: the sub-district has whistled for departments this morning. */
export function whistleEvents(
  stage: Stage, { cast }: DemoLists, planned: readonly PlannedTicket[],
): readonly DemoEvent[] {
  const { database: { unitOfWork, ids }, register, now } = stage
  const staff = cast.street.staff[2]?.person.code ?? ''
  const chosen = new Map<string, string>()
  const ticketOf = async (matter: keyof typeof MATTERS, at: EpochMs): Promise<string | null> => {
    // What its village will finish itself is not taken out of its hands.
    const known = chosen.get(matter) ?? (await longestOpen(stage, MATTERS[matter], at, (one) =>
      staysOpen(planned, one.submittedAt, at) && ![...chosen.values()].includes(one.id)))
    if (known !== null) chosen.set(matter, known)
    return known
  }
  const officerOf = (unit: string): string =>
    cast.street.officers.find(({ unitCode }) => unitCode === unit)?.person.code ?? ''
  return STEPS.map((step) => ({
    at: now - step.minutesAgo * MINUTE_MS,
    run: async () => {
      const at = now - step.minutesAgo * MINUTE_MS
      const ticketId = await ticketOf(step.matter, at)
      if (ticketId === null) return
      const viewer = register.viewer(register.personId(step.does === 'call' ? staff : officerOf(step.unit)), at)
      if (step.does === 'call') {
        const calls = Object.entries(step.tasks).map(([code, task]) => ({ unitId: register.unitId(code), task }))
        await new CallDepartments(unitOfWork, ids).execute(viewer, { ticketId, calls })
        return
      }
      const part = { ticketId, partId: await partOf(stage, ticketId, register.unitId(step.unit)) }
      if (step.does === 'finish') {
        await new ClosePart(unitOfWork, ids).execute(viewer, { ...part, text: step.text, photoIds: [] })
        return
      }
      const refusal = step.does === 'refuse' ? step.text : null
      await new AnswerCall(unitOfWork, ids).execute(viewer, { ...part, refusal })
    },
  }))
}

interface OpenRow {
  readonly id: string
  readonly text: string
  readonly submittedAt: EpochMs
}

/** Of those that a village answered and has not finished, the one that lies about longest; rather one about that. */
async function longestOpen(
  { database, register }: Stage, words: readonly string[], at: EpochMs, isFree: (row: OpenRow) => boolean,
): Promise<string | null> {
  const rows = await database.reads.query<OpenRow>(
    `SELECT id, text, submitted_at AS submittedAt FROM tickets WHERE sub_district_id = ? AND status = 'in-progress' AND visibility = 'village'
       AND entry_id IS NULL AND merged_into_id IS NULL AND holder_unit_id = village_id AND submitted_at < ?
     ORDER BY submitted_at, id`,
    [register.unitId(SUB_DISTRICT.code), at],
  )
  const free = rows.filter((row) => isFree({ ...row, submittedAt: Number(row.submittedAt) }))
  const about = words.flatMap((word) => free.filter(({ text }) => text.includes(word)))
  return (about[0] ?? free[0])?.id ?? null
}

async function partOf({ database }: Stage, ticketId: string, unitId: string): Promise<string> {
  const [row] = await database.reads.query<{ readonly id: string }>(
    'SELECT id FROM ticket_parts WHERE ticket_id = ? AND unit_id = ? ORDER BY called_at DESC LIMIT 1', [ticketId, unitId],
  )
  return row?.id ?? ''
}
