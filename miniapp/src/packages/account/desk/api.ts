import type {
  DeskAskingAnswer, DeskCodeBody, DeskDecisionBody, DevicesAnswer,
} from '@huiying/shared/identity'
import { get, post, request } from '@/platform/request'

export function typeDeskCode(code: string): Promise<DeskAskingAnswer> {
  const body: DeskCodeBody = { code }
  return post<DeskAskingAnswer>('/api/session/desk/code', body)
}

export function decideDesk(signInId: string, approve: boolean): Promise<unknown> {
  const body: DeskDecisionBody = { approve }
  return post(`/api/session/desk/${encodeURIComponent(signInId)}/decision`, body)
}

export function fetchDevices(): Promise<DevicesAnswer> {
  return get<DevicesAnswer>('/api/me/devices')
}

export function revokeDevice(id: string): Promise<DevicesAnswer> {
  return request<DevicesAnswer>(`/api/me/devices/${encodeURIComponent(id)}`, { method: 'DELETE' })
}
