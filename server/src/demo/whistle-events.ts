import { MINUTE_MS, type EpochMs } from '@huiying/shared/kernel'
import { AnswerCall } from '../features/tickets/answer-call'
import { CallDepartments } from '../features/tickets/call-departments'
import { ClosePart } from '../features/tickets/close-part'
import type { DemoLists } from './demo-lists'
import type { DemoEvent } from './play'
import type { Stage } from './stage'

type Does =
  | { readonly does: 'call'; readonly tasks: { readonly [unitCode: string]: string } }
  | { readonly does: 'come'; readonly unit: string }
  | { readonly does: 'refuse'; readonly unit: string; readonly text: string }
  | { readonly does: 'finish'; readonly unit: string; readonly text: string }

/** Minutes before now. One department is late, one has still to come, one waits for the leader's word. */
const STEPS: readonly (Does & { readonly minutesAgo: number; readonly village: string })[] = [
  {
    minutesAgo: 165, village: 'QX-05', does: 'call', tasks: {
      'QX-D1': '请派人到现场看看，要修的列个单子',
      'QX-D7': '请把附近的管道查一遍，有漏的先堵上',
    },
  },
  { minutesAgo: 120, village: 'QX-05', does: 'come', unit: 'QX-D7' },
  {
    minutesAgo: 100, village: 'QX-01', does: 'call', tasks: {
      'QX-D1': '村里一时弄不了，请带工具去，今天弄好',
      'QX-D5': '请到现场劝一劝，把路让出来',
    },
  },
  { minutesAgo: 55, village: 'QX-05', does: 'finish', unit: 'QX-D7', text: '管道查了一遍，有一处接头漏水，已经换好' },
  { minutesAgo: 40, village: 'QX-01', does: 'refuse', unit: 'QX-D5', text: '现场没有占道，是村里自己的场地，请村里劝' },
]

/** What was too much for two villages: the sub-district has whistled for departments this morning. */
export function whistleEvents(stage: Stage, { cast }: DemoLists): readonly DemoEvent[] {
  const { database: { unitOfWork, ids }, register, now } = stage
  const staff = cast.street.staff[2]?.person.code ?? ''
  const officerOf = (unit: string): string =>
    cast.street.officers.find(({ unitCode }) => unitCode === unit)?.person.code ?? ''
  return STEPS.map((step) => ({
    at: now - step.minutesAgo * MINUTE_MS,
    run: async () => {
      const at = now - step.minutesAgo * MINUTE_MS
      const ticketId = await longestOpen(stage, register.unitId(step.village), at)
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

/** Of those that a village answered and has not finished, the one that lies about longest. */
async function longestOpen({ database }: Stage, villageId: string, at: EpochMs): Promise<string | null> {
  const [row] = await database.reads.query<{ readonly id: string }>(
    `SELECT id FROM tickets WHERE village_id = ? AND status = 'in-progress' AND visibility <> 'confidential'
       AND entry_id IS NULL AND closed_at IS NULL AND submitted_at < ? ORDER BY submitted_at, id LIMIT 1`,
    [villageId, at],
  )
  return row?.id ?? null
}

async function partOf({ database }: Stage, ticketId: string, unitId: string): Promise<string> {
  const [row] = await database.reads.query<{ readonly id: string }>(
    'SELECT id FROM ticket_parts WHERE ticket_id = ? AND unit_id = ? ORDER BY called_at DESC LIMIT 1', [ticketId, unitId],
  )
  return row?.id ?? ''
}
