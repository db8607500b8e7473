import { formatLength, formatNear, type EpochMs } from '@huiying/shared/kernel'
import { OUTCOME_NAMES, type MainView, type TicketView } from '@huiying/shared/tickets'
import type { TrackStep } from '@/ui/track'
import { overTimeWords } from './countdown'
import { personWords } from './words'

/** How a matter goes on in the one it is merged into. What came late before, or comes late there, is said here too. */
export function mergedSteps(ticket: TicketView, main: MainView, now: EpochMs): readonly TrackStep[] {
  const late = lateThere(main, now)
  return [
    ...answerBefore(ticket, now),
    {
      key: 'merged',
      title: '和另一件事一起办',
      state: late !== null ? 'late' : main.closedAt === null ? 'now' : 'done',
      note: `${formatNear(main.mergedAt, now)} 并的${late === null ? '' : ` · ${late}`}`,
    },
    ...closedThere(main, now),
  ]
}

/** What was answered here, or should have been, before the two were one. */
function answerBefore(ticket: TicketView, now: EpochMs): readonly TrackStep[] {
  const { respondedAt, respondedBy, responseDueAt, responseMissed } = ticket
  const key = 'answer'
  const state = responseMissed ? 'late' : 'done'
  if (respondedAt !== null) {
    const who = respondedBy === null ? '' : `${personWords(respondedBy)} · `
    const title = responseMissed ? `${overTimeWords(ticket)}才回` : '已回应'
    return [{ key, title, state, note: `${who}${formatNear(respondedAt, now)}` }]
  }
  if (!responseMissed) return []
  return [{ key, title: `${overTimeWords(ticket)}没人回`, state, note: `${formatNear(responseDueAt, now)} 前该回的，已经报给街道` }]
}

function lateThere(main: MainView, now: EpochMs): string | null {
  const { answerDueAt, finishDueAt, closedAt } = main
  if (answerDueAt !== null && answerDueAt < now) return `那一件没人回，晚了 ${formatLength(now - answerDueAt)}`
  if (finishDueAt !== null && finishDueAt < now) return `那一件没办完，晚了 ${formatLength(now - finishDueAt)}`
  if (main.closureMissed && closedAt !== null) return '那一件办晚了'
  return main.responseMissed ? '那一件回晚了' : null
}

function closedThere({ closedAt, outcome }: MainView, now: EpochMs): readonly TrackStep[] {
  if (closedAt === null) return []
  const how = outcome === null ? '' : `：${OUTCOME_NAMES[outcome]}`
  return [{ key: 'close', title: `那一件已办结${how}`, state: 'done', note: formatNear(closedAt, now) }]
}
