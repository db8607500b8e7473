import type { EpochMs } from '@huiying/shared/kernel'
import type { TicketRow } from '@huiying/shared/tickets'
import type { Tone } from '@/ui/tag'
import { countdownOf, lateWords } from './countdown'

export interface RowTag {
  readonly tone: Tone
  readonly words: string
}

/** The one word of a row in a list: where the matter stands, or how late it is. */
export function rowTag(row: TicketRow, now: EpochMs): RowTag {
  const clock = countdownOf(row, now)
  if (clock !== null) {
    if (clock.tone === 'late') return { tone: 'late', words: lateWords(clock) }
    if (clock.goal === 'answer') return { tone: clock.tone === 'soon' ? 'soon' : 'plain', words: `等回应，${clock.words}` }
    return clock.tone === 'soon' ? { tone: 'soon', words: `在办，${clock.words}` } : { tone: 'plain', words: '在办' }
  }
  if (row.status === 'withdrawn') return { tone: 'plain', words: '已撤回' }
  if (row.isMerged) return { tone: 'plain', words: '和另一件一起办' }
  if (row.status === 'closed' && row.mine) return { tone: 'soon', words: '已办结，等您评' }
  return { tone: 'ok', words: row.status === 'rated' && row.mine ? '已办结，您评了' : '已办结' }
}

/** What came late and is past; the mark stays (handbook §2). */
export function lateMarks(row: TicketRow): readonly string[] {
  return [
    ...(row.responseMissed && row.respondedAt !== null ? ['回晚了'] : []),
    // Merged into another, no clock of its own says it any more.
    ...(row.responseMissed && row.respondedAt === null && row.isMerged ? ['没按时回'] : []),
    ...(row.closureMissed && row.closedAt !== null ? ['办晚了'] : []),
  ]
}
