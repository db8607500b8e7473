import type {
  CallbackPhoneAnswer, CallbacksAnswer, CallBody, FiguresAnswer, FigureTicketsAnswer, Measure, SharePermilleBody,
} from '@huiying/shared/figures'
import { get, post, put } from '@/platform/request'

// All of these throw ApiError.

/** Both days "2026-09-14"; left out: the week that runs. */
export interface FigurePeriod {
  readonly fromOn: string
  readonly toOn: string
}

/** Which number's tickets. */
export interface FigureQuery extends FigurePeriod {
  readonly measure: Measure
  readonly class: string
  readonly unitId?: string | undefined
  readonly topicId?: string | undefined
  readonly kind?: string | undefined
  readonly isOlder?: '1' | undefined
}

export function fetchFigures({ fromOn, toOn }: FigurePeriod): Promise<FiguresAnswer> {
  return get('/api/figures', { fromOn, toOn })
}

export function fetchFigureTickets(query: FigureQuery, cursor: string | null): Promise<FigureTicketsAnswer> {
  return get('/api/figures/tickets', { ...query, cursor })
}

export function workbookPath({ fromOn, toOn }: FigurePeriod): string {
  return `/api/figures/workbook?fromOn=${fromOn}&toOn=${toOn}`
}

export function fetchCallbacks(): Promise<CallbacksAnswer> {
  return get('/api/callbacks')
}

/** The look is on record, and the reporter sees who looked. */
export function revealCallbackPhone(ticketId: string): Promise<CallbackPhoneAnswer> {
  return post(`/api/callbacks/${ticketId}/phone`)
}

/** `key`: made once for this call. */
export function recordCallback(ticketId: string, body: CallBody, key: string): Promise<CallbacksAnswer> {
  return post(`/api/callbacks/${ticketId}/calls`, body, key)
}

export function setCallbackShare(sharePermille: number): Promise<CallbacksAnswer> {
  const body: SharePermilleBody = { sharePermille }
  return put('/api/callbacks/policy', body)
}
