import type {
  AlikeAnswer, AlikeBody, FollowingAnswer, MergeBody, MergeCandidatesAnswer, TicketListAnswer, TicketView,
} from '@huiying/shared/tickets'
import { get, post, request } from '@/platform/request'
import { TICKETS_PATH } from './api'

/** Open public matters that may be the one about to be said. */
export function fetchAlike(villageId: string, body: AlikeBody): Promise<AlikeAnswer> {
  return post(`/api/villages/${villageId}/alike`, body)
}

/** 我也遇到, and no longer. */
export function followTicket(id: string, wants: boolean): Promise<FollowingAnswer> {
  return request(`${TICKETS_PATH}/${id}/following`, { method: wants ? 'POST' : 'DELETE' })
}

export function fetchFollowed(cursor: string | null): Promise<TicketListAnswer> {
  return get(`${TICKETS_PATH}/followed`, { cursor })
}

export function fetchMergeCandidates(id: string): Promise<MergeCandidatesAnswer> {
  return get(`${TICKETS_PATH}/${id}/merge-candidates`)
}

export function mergeTicket(id: string, intoTicketId: string): Promise<TicketView> {
  const body: MergeBody = { intoTicketId }
  return post(`${TICKETS_PATH}/${id}/merge`, body)
}

export function comeApart(id: string): Promise<TicketView> {
  return post(`${TICKETS_PATH}/${id}/coming-apart`)
}
