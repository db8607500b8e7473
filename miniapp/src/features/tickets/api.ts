import type { DirectoryAnswer } from '@huiying/shared/identity'
import type {
  BoardAnswer, CountyOrdersAnswer, HomeAnswer, InboxAnswer, Rating, RatingBody, ReporterPhoneAnswer, ReporterPhoneBody,
  TicketListAnswer, TicketView,
} from '@huiying/shared/tickets'
import type { PromiseView } from '@huiying/shared/sla'
import { get, post } from '@/platform/request'

// Reading and the acts without words; all of these throw ApiError. What carries words, photos or a voice goes to one of
// these addresses through the outbox (`sendDraft`), so that it survives a dead network and arrives once.

/** SubmitTicketBody; answers SentTicket. */
export const TICKETS_PATH = '/api/tickets'

/** ReplyBody; answers ReplyAnswer. */
export const repliesPath = (id: string): string => `${TICKETS_PATH}/${id}/replies`
/** ReplyBody; answers TicketView. */
export const messagesPath = (id: string): string => `${TICKETS_PATH}/${id}/messages`
/** ClosureBody; answers TicketView. */
export const closurePath = (id: string): string => `${TICKETS_PATH}/${id}/closure`
/** RejectionBody; answers TicketView. */
export const rejectionPath = (id: string): string => `${TICKETS_PATH}/${id}/rejection`

export function fetchHome(): Promise<HomeAnswer> {
  return get('/api/home')
}

export function fetchDirectory(villageId: string): Promise<DirectoryAnswer> {
  return get(`/api/villages/${villageId}/directory`)
}

/** By when somebody answers what is said now. */
export function fetchPromise(villageId: string): Promise<PromiseView> {
  return get(`/api/villages/${villageId}/promise`)
}

/** `cursor`: the `nextCursor` of the page before; `null` for the first. */
export function fetchMyTickets(cursor: string | null): Promise<TicketListAnswer> {
  return get('/api/tickets/mine', { cursor })
}

/** What the village may see, names hidden. */
export function fetchVillageTickets(villageId: string, cursor: string | null): Promise<TicketListAnswer> {
  return get(`/api/villages/${villageId}/tickets`, { cursor })
}

export function fetchTicket(id: string): Promise<TicketView> {
  return get(`/api/tickets/${id}`)
}

/** A handler's first look goes on record; the reporter sees it. Looking again changes nothing. */
export function recordOpening(id: string): Promise<TicketView> {
  return post(`/api/tickets/${id}/opening`)
}

export function rateTicket(id: string, rating: Rating): Promise<TicketView> {
  const body: RatingBody = { rating }
  return post(`/api/tickets/${id}/rating`, body)
}

export function withdrawTicket(id: string): Promise<TicketView> {
  return post(`/api/tickets/${id}/withdrawal`)
}

/** The reporter reads who looked and why; within half an hour of one's last look no reason is needed. */
export function revealReporterPhone(id: string, reason?: string): Promise<ReporterPhoneAnswer> {
  const body: ReporterPhoneBody = reason === undefined ? {} : { reason }
  return post(`/api/tickets/${id}/reporter-phone`, body)
}

export function fetchInbox(): Promise<InboxAnswer> {
  return get('/api/inbox')
}

export function fetchBoard(): Promise<BoardAnswer> {
  return get('/api/board')
}

export function fetchCountyOrders(): Promise<CountyOrdersAnswer> {
  return get('/api/county/orders')
}
