import { DAY_MS, HOUR_MS, MINUTE_MS, type EpochMs } from '@huiying/shared/kernel'
import type { CycleView, PersonTag, TicketRow, TicketView, WaysView } from '@huiying/shared/tickets'

/** 2026-09-14 09:00 in China, a Monday. */
export const SENT_AT: EpochMs = Date.UTC(2026, 8, 14, 1, 0)

export const SECRETARY: PersonTag = { personId: 'p-li', name: '李国强', post: 'secretary', charge: null }
export const COMMITTEE: PersonTag = { personId: 'p-zhang', name: '张桂芳', post: 'committee-member', charge: null }

/** A ticket just sent, as its reporter sees it, with the given things changed. */
export function ticketView(change: Partial<TicketView> = {}, cycle: Partial<CycleView> = {}): TicketView {
  return {
    id: 't1',
    now: SENT_AT,
    village: { id: 'v1', kind: 'village', name: '石桥村' },
    kind: 'help',
    visibility: 'village',
    confidence: null,
    complaint: null,
    role: 'reporter',
    reporter: { name: '王秀兰', maskedPhone: '138****5678' },
    onBehalfOf: null,
    addressee: SECRETARY,
    text: '下水道堵了',
    entry: null,
    photos: [],
    voice: null,
    place: null,
    publication: 'open',
    status: 'submitted',
    heldBySubDistrict: false,
    ways: NO_WAYS,
    heldBy: SECRETARY,
    held: [],
    parts: [],
    submittedAt: SENT_AT,
    openHours: null,
    responseDueAt: SENT_AT + HOUR_MS,
    respondedAt: null,
    respondedBy: null,
    responseMissed: false,
    cycle: cycleView(cycle),
    earlierCycles: [],
    readers: [],
    together: { followers: 0, isFollowing: false, people: [], merged: [], main: null },
    looks: [],
    messages: [],
    timeline: [],
    actions: ['write', 'withdraw'],
    answerUntil: null,
    ...change,
  }
}

/** It never left its village, and nobody asked for more time. */
export const NO_WAYS: WaysView = {
  topic: null, offeredTopics: [], holder: null, moves: [], extensions: [], heldByUnits: [], objectUntil: null,
}

export function cycleView(change: Partial<CycleView> = {}): CycleView {
  return {
    number: 1,
    startedAt: SENT_AT,
    closureDueAt: SENT_AT + DAY_MS,
    closureMissed: false,
    orderNumber: null,
    orderCount: 0,
    closedAt: null,
    outcome: null,
    notAcceptedReason: null,
    rating: null,
    rejected: false,
    ...change,
  }
}

export function ticketRow(change: Partial<TicketRow> = {}): TicketRow {
  return {
    id: 't1',
    villageName: '石桥村',
    kind: 'help',
    words: '下水道堵了',
    hasVoice: false,
    photoCount: 0,
    status: 'submitted',
    submittedAt: SENT_AT,
    responseDueAt: SENT_AT + HOUR_MS,
    respondedAt: null,
    closureDueAt: SENT_AT + DAY_MS,
    closedAt: null,
    responseMissed: false,
    closureMissed: false,
    cycleNumber: 1,
    reporterName: '王秀兰',
    addresseeName: '李国强',
    respondedByName: null,
    followers: 0,
    isMerged: false,
    isConfidential: false,
    mine: true,
    ...change,
  }
}

export const minutesLater = (minutes: number): EpochMs => SENT_AT + minutes * MINUTE_MS
