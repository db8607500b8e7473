import type { DirectoryAnswer } from '@huiying/shared/identity'
import type {
  BoardAnswer, ClosureBody, HomeAnswer, InboxAnswer, RatingBody, RejectionBody, ReplyAnswer, ReplyBody, ReporterPhoneAnswer,
  SubmitTicketBody, TicketListAnswer, TicketView,
} from '@huiying/shared/tickets'
import { get, post } from '@/platform/request'

// Every write takes the key its draft was given, so that a sentence sent again after a lost answer counts once.
// All of these throw ApiError.

export function fetchHome(): Promise<HomeAnswer> {
  return get('/api/home')
}

export function fetchDirectory(villageId: string): Promise<DirectoryAnswer> {
  return get(`/api/villages/${villageId}/directory`)
}

export function submitTicket(body: SubmitTicketBody, idempotencyKey: string): Promise<TicketView> {
  return post('/api/tickets', body, idempotencyKey)
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

export function sendReply(id: string, body: ReplyBody, idempotencyKey: string): Promise<ReplyAnswer> {
  return post(`/api/tickets/${id}/replies`, body, idempotencyKey)
}

export function writeMessage(id: string, body: ReplyBody, idempotencyKey: string): Promise<TicketView> {
  return post(`/api/tickets/${id}/messages`, body, idempotencyKey)
}

export function closeTicket(id: string, body: ClosureBody, idempotencyKey: string): Promise<TicketView> {
  return post(`/api/tickets/${id}/closure`, body, idempotencyKey)
}

export function rateTicket(id: string, body: RatingBody, idempotencyKey: string): Promise<TicketView> {
  return post(`/api/tickets/${id}/rating`, body, idempotencyKey)
}

export function rejectClosure(id: string, body: RejectionBody, idempotencyKey: string): Promise<TicketView> {
  return post(`/api/tickets/${id}/rejection`, body, idempotencyKey)
}

export function withdrawTicket(id: string): Promise<TicketView> {
  return post(`/api/tickets/${id}/withdrawal`)
}

/** The look is on record and the reporter sees who looked. */
export function revealReporterPhone(id: string): Promise<ReporterPhoneAnswer> {
  return post(`/api/tickets/${id}/reporter-phone`)
}

export function fetchInbox(): Promise<InboxAnswer> {
  return get('/api/inbox')
}

export function fetchBoard(): Promise<BoardAnswer> {
  return get('/api/board')
}
