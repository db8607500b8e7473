import { formatLength, formatNear, type EpochMs } from '@huiying/shared/kernel'
import type {
  DepartmentsAnswer, PartListAnswer, PartReviewBody, PartState, PartView, TicketView, WhistleBody,
} from '@huiying/shared/tickets'
import { openPage } from '@/features/identity'
import { get, post } from '@/platform/request'
import type { Tone } from '@/ui/tag'

export function openWhistle(ticketId: string): void {
  openPage(`/packages/ticket/whistle/index?id=${encodeURIComponent(ticketId)}`)
}

export function openParts(): void {
  openPage('/packages/ticket/parts/index')
}

export function fetchParts(): Promise<PartListAnswer> {
  return get('/api/parts')
}

export function fetchDepartments(): Promise<DepartmentsAnswer> {
  return get('/api/departments')
}

export function callDepartments(ticketId: string, calls: WhistleBody['calls']): Promise<TicketView> {
  const body: WhistleBody = { calls }
  return post(`/api/tickets/${ticketId}/whistle`, body)
}

/** `act`: report (no body), refusal, review, closure. */
export const partPath = (ticketId: string, partId: string, act: string): string =>
  `/api/tickets/${ticketId}/parts/${partId}/${act}`

export function reportIn(ticketId: string, partId: string): Promise<TicketView> {
  return post(partPath(ticketId, partId, 'report'))
}

/** What goes with the leader's words. */
export const reviewBody = (isExcused: boolean): Omit<PartReviewBody, 'text'> => ({ isExcused })

export interface PartTag {
  readonly words: string
  readonly tone: Tone
}

type Standing = Pick<PartView, 'state' | 'reportDueAt'>

/** Where a part stands, as a tag says it. */
export function partTag({ state, reportDueAt }: Standing, now: EpochMs): PartTag {
  if (state === 'called') return { words: `${formatNear(reportDueAt, now)}前到`, tone: 'soon' }
  if (state === 'late') return { words: `晚了 ${formatLength(now - reportDueAt)}，还没到`, tone: 'late' }
  return { words: STATE_WORDS[state], tone: state === 'done' || state === 'there' ? 'ok' : 'plain' }
}

const STATE_WORDS: Readonly<Record<Exclude<PartState, 'called' | 'late'>, string>> = {
  refused: '说来不了，等领导定',
  there: '已到，在办',
  done: '办完了',
  excused: '不用来了',
}
