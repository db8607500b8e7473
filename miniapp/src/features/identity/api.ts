import type {
  DemoPeopleAnswer, MembershipDecisionBody, MembershipRequestsAnswer,
} from '@huiying/shared/identity'
import type { VillageSearchAnswer } from '@huiying/shared/villages'
import { get, post } from '@/platform/request'

export function fetchDemoPeople(): Promise<DemoPeopleAnswer> {
  return get<DemoPeopleAnswer>('/api/demo/people')
}

export function searchVillages(query: string): Promise<VillageSearchAnswer> {
  return get<VillageSearchAnswer>('/api/villages', { query })
}

export function fetchMembershipRequests(villageId: string): Promise<MembershipRequestsAnswer> {
  return get<MembershipRequestsAnswer>(`/api/villages/${encodeURIComponent(villageId)}/membership-requests`)
}

export function decideMembership(requestId: string, approve: boolean): Promise<unknown> {
  const body: MembershipDecisionBody = { approve }
  return post(`/api/membership-requests/${encodeURIComponent(requestId)}/decision`, body)
}
