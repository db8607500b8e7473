import type {
  DemoPeopleAnswer, DirectoryAnswer, MembershipDecisionBody, MembershipRequestsAnswer, SetDutyBody,
} from '@huiying/shared/identity'
import type { VillageSearchAnswer } from '@huiying/shared/villages'
import { get, post, put } from '@/platform/request'

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

/** Who is planned to sit on the day; every cadre of the village with him. */
export function fetchDutyOn(villageId: string, on: string): Promise<DirectoryAnswer> {
  return get<DirectoryAnswer>(`/api/villages/${encodeURIComponent(villageId)}/directory`, { on })
}

export function setDuty(villageId: string, on: string, personIds: readonly string[]): Promise<DirectoryAnswer> {
  const body: SetDutyBody = { on, personIds }
  return put<DirectoryAnswer>(`/api/villages/${encodeURIComponent(villageId)}/duty`, body)
}
