import type { EpochMs } from '@huiying/shared/kernel'
import type { TicketRow } from '@huiying/shared/tickets'
import type { TrackStep } from '@/ui/track'
import { countdownOf } from './countdown'

/** The short track of a card: four words side by side. */
export function trackOfRow(row: TicketRow, now: EpochMs): readonly TrackStep[] {
  const delivered: TrackStep = { key: 'delivered', title: '已送达', state: 'done' }
  if (row.status === 'withdrawn') return [delivered, { key: 'withdrawn', title: '已撤回', state: 'done' }]
  if (row.isMerged) return [delivered, ...answerBefore(row), { key: 'merged', title: '和另一件一起办', state: 'now' }]
  const clock = countdownOf(row, now)
  const isLate = clock !== null && clock.tone === 'late'
  return [delivered, answerStep(row, isLate), closeStep(row, isLate), rateStep(row)]
}

/** Of one merged into another only what is past: how that one stands its own page says. */
function answerBefore(row: TicketRow): readonly TrackStep[] {
  return row.respondedAt !== null || row.responseMissed ? [answerStep(row, row.responseMissed)] : []
}

function answerStep(row: TicketRow, isLate: boolean): TrackStep {
  const key = 'answer'
  if (row.respondedAt !== null) return { key, title: row.responseMissed ? '晚回了' : '已回应', state: row.responseMissed ? 'late' : 'done' }
  return isLate ? { key, title: '没人回', state: 'late' } : { key, title: '等回应', state: 'now' }
}

function closeStep(row: TicketRow, isLate: boolean): TrackStep {
  const key = 'close'
  if (row.closedAt !== null) return { key, title: row.closureMissed ? '晚办完' : '已办结', state: row.closureMissed ? 'late' : 'done' }
  if (row.respondedAt === null) return { key, title: '办结', state: 'ahead' }
  return isLate ? { key, title: '没办完', state: 'late' } : { key, title: '在办', state: 'now' }
}

function rateStep(row: TicketRow): TrackStep {
  const key = 'rate'
  if (row.status === 'rated') return { key, title: '已评', state: 'done' }
  if (row.status === 'unrated') return { key, title: '没评', state: 'done' }
  const title = row.mine ? '您来评' : '村民评'
  return { key, title, state: row.status === 'closed' ? 'now' : 'ahead' }
}
