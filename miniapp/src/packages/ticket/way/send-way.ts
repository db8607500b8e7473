import { chinaDateOf, DAY_MS, DomainError, HOUR_MS, startOfChinaDay, type CalendarDate, type EpochMs } from '@huiying/shared/kernel'
import {
  checkMinutes, checkPromise, checkReason, checkReply, type TicketView, type WaysAction,
} from '@huiying/shared/tickets'
import {
  askForTime, decideOnTime, escalateTicket, objectToTicket, recordMinutes, ruleOnTicket, setTopic, transferTicket,
} from '@/features/tickets/ways-api'

/** What is filled in; each act takes of it what it needs. */
export interface WayDraft {
  readonly text: string
  readonly toUnitId: string | null
  readonly isUpheld: boolean | null
  readonly promisedAt: EpochMs | null
  readonly isGranted: boolean | null
  readonly heldOn: CalendarDate
  readonly attendees: string
  readonly topicId: string | null
}

export function emptyWay(ticket: TicketView, now: EpochMs): WayDraft {
  return {
    text: '', toUnitId: null, isUpheld: null, promisedAt: null, isGranted: null, heldOn: chinaDateOf(now), attendees: '',
    topicId: ticket.ways.topic?.id ?? null,
  }
}

interface WayWords {
  /** What to write; `null`: no words are needed. */
  readonly question: string | null
  /** What one should know before. */
  readonly note: string
  /** Said in passing once it is done. */
  readonly done: string
}

export const QUESTIONS: Readonly<Record<WaysAction, WayWords>> = {
  transfer: {
    question: '为什么该那边办。比如：管子在桃园那头', note: '村民的时间接着算，不重来。您还看得到，也还能回。',
    done: '转过去了，村民看得到',
  },
  object: { question: '为什么不该这边办', note: '只能说一次。街道没定下来之前，还请接着办。', done: '报给街道了，等街道定' },
  rule: { question: '为什么由那里办', note: '时间接着算，不重来。', done: '定好了，村民看得到' },
  escalate: { question: '为什么村里定不了', note: '街道开专题会来定。村民的时间接着算。', done: '报给街道了，村民看得到' },
  minutes: { question: '定下来什么：谁、做什么、什么时候', note: '村民会看到这些话。', done: '记好了，村民看得到' },
  'ask-extension': {
    question: '办到哪一步了、差什么、为什么要多几天', note: '这些话先回给村民。街道准了，才换成新的时间。',
    done: '回给村民了，等街道定',
  },
  'decide-extension': { question: '不准的话，写清为什么', note: '准了，按答应的新时间办；不准，还按原来的时间。', done: '定好了，村民看得到' },
  'set-topic': { question: null, note: '归部门的事，不能再转给村里。', done: '归好了' },
}

/** What is to be picked before anything is sent, as a sentence; `null`: all of it is. */
export function missingIn(action: WaysAction, ticket: TicketView, draft: WayDraft): string | null {
  switch (action) {
    case 'transfer':
      return draft.toUnitId === null ? '请选转给谁' : null
    case 'rule':
      if (pendingObjection(ticket) && draft.isUpheld === null) return '请先选：换地方，还是由那边办'
      return needsPlace(ticket, draft) && draft.toUnitId === null ? '请选由谁办' : null
    case 'ask-extension':
      return draft.promisedAt === null ? '请选答应哪天办好' : null
    case 'decide-extension':
      return draft.isGranted === null ? '请先选：准，还是不准' : null
    case 'object':
    case 'escalate':
    case 'minutes':
    case 'set-topic':
      return null
  }
}

/** Checked here first, by the server's own rules, so that most slips cost no round trip. */
export async function sendWay(
  action: WaysAction,
  ticket: TicketView,
  draft: WayDraft,
  { now, key }: { readonly now: EpochMs; readonly key: string },
): Promise<TicketView> {
  const { id } = ticket
  const { text } = draft
  switch (action) {
    case 'transfer': {
      const toUnitId = chosen(draft.toUnitId)
      checkReason(draft)
      return transferTicket(id, { toUnitId, text })
    }
    case 'object':
      checkReason(draft)
      return objectToTicket(id, text)
    case 'rule': {
      const isUpheld = pendingObjection(ticket) ? { isUpheld: draft.isUpheld ?? refuse() } : {}
      const place = needsPlace(ticket, draft) ? { toUnitId: chosen(draft.toUnitId) } : {}
      checkReason(draft)
      return ruleOnTicket(id, { ...isUpheld, ...place, text })
    }
    case 'escalate':
      checkReason(draft)
      return escalateTicket(id, text)
    case 'minutes': {
      const minutes = { heldOn: draft.heldOn.trim(), attendees: draft.attendees, decision: text }
      checkMinutes(minutes, ticket.submittedAt, now)
      return recordMinutes(id, minutes, key)
    }
    case 'ask-extension': {
      const promisedAt = draft.promisedAt ?? Number.NaN
      checkPromise(promisedAt, ticket.cycle.closureDueAt, now)
      checkReply({ text, hasVoice: false })
      return askForTime(id, { promisedAt, text })
    }
    case 'decide-extension': {
      const isGranted = draft.isGranted ?? refuse()
      if (!isGranted) checkReason(draft)
      const asked = ticket.ways.extensions.find(({ state }) => state === 'asked')
      return decideOnTime(id, asked?.id ?? '', { isGranted, ...(text.trim() === '' ? {} : { text }) })
    }
    case 'set-topic':
      return setTopic(id, draft.topicId)
  }
}

/** Days a meeting may have been on: since it was said, the latest first; of a long time the last fortnight. */
export function meetingDays(submittedAt: EpochMs, now: EpochMs): readonly CalendarDate[] {
  const days = Array.from({ length: 14 }, (_, back) => chinaDateOf(now - back * DAY_MS))
  return days.filter((on) => on >= chinaDateOf(submittedAt))
}

/** The evenings that may be promised: after the deadline, and not further away than the rule allows. */
export function promisableDays(ticket: TicketView, now: EpochMs): readonly EpochMs[] {
  const today = startOfChinaDay(chinaDateOf(now))
  const evenings = [1, 2, 3, 4, 5, 7, 10, 14].map((days) => today + days * DAY_MS + 18 * HOUR_MS)
  return evenings.filter((at) => {
    try {
      checkPromise(at, ticket.cycle.closureDueAt, now)
      return true
    } catch {
      return false
    }
  })
}

export function pendingObjection({ ways }: TicketView): boolean {
  const last = ways.moves[ways.moves.length - 1]
  return last !== undefined && last.objectedAt !== null && last.isUpheld === null
}

/** Where an objection is not upheld, it stays where it is. */
function needsPlace(ticket: TicketView, { isUpheld }: WayDraft): boolean {
  return !pendingObjection(ticket) || isUpheld !== false
}

function chosen(unitId: string | null): string {
  return unitId ?? refuse()
}

function refuse(): never {
  throw new DomainError('ticket.ruling-missing')
}
