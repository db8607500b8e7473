import { formatLength, formatNear, type EpochMs } from '@huiying/shared/kernel'
import { NOT_ACCEPTED_REASON_NAMES, OUTCOME_NAMES, RATING_NAMES, type TicketView } from '@huiying/shared/tickets'
import type { TrackStep } from '@/ui/track'
import { clockOf, countdownOf, overTimeWords } from './countdown'
import { reroutedSteps } from './holding'
import { keptWithWords } from './kept-from'
import { mergedSteps } from './merged-track'
import { holderSuffix } from './way-words'
import { personWords } from './words'

/** Where a matter stands, like a parcel on its way: 已送达 · 谁已看 · 已回应 · 在办 · 已办结 · 您来评. Late stays late. */
export function trackOf(ticket: TicketView, now: EpochMs): readonly TrackStep[] {
  const { main } = ticket.together
  if (main !== null) return [deliveredStep(ticket, now), ...mergedSteps(ticket, main, now)]
  const steps = [
    deliveredStep(ticket, now),
    ...withWays(readStep(ticket, now), answerStep(ticket, now), ticket, now),
    workStep(ticket, now),
    closeStep(ticket, now),
    rateStep(ticket, now),
  ]
  if (ticket.status !== 'withdrawn') return withOneNow(steps)
  const happened = steps.filter((step) => step.state === 'done' || (step.key === 'answer' && ticket.respondedAt !== null))
  return [...happened, withdrawnStep(ticket, now)]
}

function deliveredStep(ticket: TicketView, now: EpochMs): TrackStep {
  const { addressee, confidence, village } = ticket
  const place = confidence === null ? village.name : keptWithWords(confidence)
  const receiver = addressee === null ? place : personWords(addressee)
  return { key: 'delivered', title: '已送达', state: 'done', note: `${formatNear(ticket.submittedAt, now)} · 送到 ${receiver}` }
}

function readStep({ readers, respondedAt }: TicketView, now: EpochMs): TrackStep {
  const first = [...readers].sort((a, b) => a.at - b.at)[0]
  if (first === undefined) {
    return respondedAt === null ? { key: 'read', title: '还没人看', state: 'now' } : { key: 'read', title: '已看', state: 'done' }
  }
  const who = readers.length === 1 ? personWords(first) : `${personWords(first)} 等 ${readers.length} 人`
  return { key: 'read', title: `${who} 已看`, state: 'done', note: formatNear(first.at, now) }
}

/** Where it went meanwhile stands before the first look, before the answer or after it, as it happened. */
function withWays(read: TrackStep, answer: TrackStep, ticket: TicketView, now: EpochMs): readonly TrackStep[] {
  const firstReadAt = Math.min(...ticket.readers.map(({ at }) => at))
  const answeredAt = ticket.respondedAt ?? Infinity
  const ways = reroutedSteps(ticket, now)
  const between = (fromAt: number, toAt: number): readonly TrackStep[] =>
    ways.filter(({ at }) => at >= fromAt && at < toAt).map(({ step }) => step)
  return [
    ...between(0, Math.min(firstReadAt, answeredAt)),
    read,
    ...between(Math.min(firstReadAt, answeredAt), answeredAt),
    answer,
    ...between(answeredAt, Infinity),
  ]
}

function answerStep(ticket: TicketView, now: EpochMs): TrackStep {
  const { respondedAt, respondedBy, responseDueAt } = ticket
  if (respondedAt !== null) {
    const isLate = ticket.responseMissed
    const who = respondedBy === null ? '' : `${personWords(respondedBy)} · `
    const late = isLate ? ` · 晚了 ${formatLength(respondedAt - responseDueAt)}` : ''
    return {
      key: 'answer',
      title: isLate ? `${overTimeWords(ticket)}才回` : '已回应',
      state: isLate ? 'late' : 'done',
      note: `${who}${formatNear(respondedAt, now)}${late}`,
    }
  }
  const clock = countdownOf(clockOf(ticket), now)
  if (clock !== null && clock.tone === 'late') {
    return { key: 'answer', title: `${overTimeWords(ticket)}没人回`, state: 'late', note: `${clock.words}，已经报给街道` }
  }
  const left = clock === null ? '' : ` · ${clock.words}`
  return { key: 'answer', title: '等回应', state: 'now', note: `${formatNear(responseDueAt, now)} 前有人回${left}` }
}

function workStep(ticket: TicketView, now: EpochMs): TrackStep {
  const { cycle, respondedAt } = ticket
  const key = 'work'
  if (cycle.closedAt !== null) return { key, title: '在办', state: 'done' }
  const isAgain = cycle.number > 1
  const holder = holderSuffix(ticket)
  if (cycle.closureDueAt < now) {
    return { key, title: `还没办完${holder}`, state: 'late', note: `晚了 ${formatLength(now - cycle.closureDueAt)}${orderWords(ticket)}` }
  }
  if (respondedAt === null) return { key, title: '在办', state: 'ahead' }
  return {
    key,
    title: isAgain ? `第 ${cycle.number} 次办${holder}` : `在办${holder}`,
    state: 'now',
    note: `${formatNear(cycle.closureDueAt, now)} 前办完 · 还剩 ${formatLength(cycle.closureDueAt - now)}`,
  }
}

function orderWords({ cycle }: TicketView): string {
  if (cycle.orderCount === 0) return ''
  return cycle.orderCount === 1 ? '，街道已督办' : `，街道已督办 ${cycle.orderCount} 次`
}

function closeStep({ cycle }: TicketView, now: EpochMs): TrackStep {
  if (cycle.closedAt === null) return { key: 'close', title: '办结', state: 'ahead' }
  const outcome = cycle.outcome === null ? '' : `：${OUTCOME_NAMES[cycle.outcome]}`
  const reason = cycle.notAcceptedReason === null ? '' : ` · ${NOT_ACCEPTED_REASON_NAMES[cycle.notAcceptedReason]}`
  const late = cycle.closureMissed ? ` · 晚了 ${formatLength(cycle.closedAt - cycle.closureDueAt)}才办完` : ''
  return {
    key: 'close',
    title: `已办结${outcome}`,
    state: cycle.closureMissed ? 'late' : 'done',
    note: `${formatNear(cycle.closedAt, now)}${late}${reason}`,
  }
}

function rateStep(ticket: TicketView, now: EpochMs): TrackStep {
  const key = 'rate'
  const isReporter = ticket.role === 'reporter'
  const you = isReporter ? '您' : '村民'
  const { rating } = ticket.cycle
  if (rating !== null) return { key, title: `${you}评了：${RATING_NAMES[rating]}`, state: 'done' }
  if (ticket.answerUntil !== null) {
    return { key, title: '您来评', state: 'now', note: `${formatNear(ticket.answerUntil, now)} 前都能评，没办好也能说` }
  }
  if (ticket.status === 'unrated') return { key, title: `${you}没有评`, state: 'done' }
  if (ticket.status === 'closed') return { key, title: `等${you}评`, state: 'now' }
  return { key, title: `${you}来评`, state: 'ahead' }
}

function withdrawnStep(ticket: TicketView, now: EpochMs): TrackStep {
  const taken = ticket.timeline.find((step) => step.type === 'ticket.withdrawn')
  const who = ticket.role === 'reporter' ? '您' : '村民'
  return {
    key: 'withdrawn',
    title: `${who}撤回了，不用再办`,
    state: 'done',
    ...(taken === undefined ? {} : { note: formatNear(taken.at, now) }),
  }
}

/** Only the first of what is going on is marked as the place where the matter stands; the others lie ahead. */
function withOneNow(steps: readonly TrackStep[]): readonly TrackStep[] {
  const current = steps.findIndex((step) => step.state === 'now')
  return steps.map((step, index) => (step.state === 'now' && index > current ? { ...step, state: 'ahead' } : step))
}
