import type { ChallengeAnswer, ShownBody } from '@huiying/shared/expenses'
import type {
  SaveSealBody, SealBody, SealFormAnswer, SealRefusalBody, SealsAnswer, SealSignBody, SealSlot, SealUseBody, SealView,
} from '@huiying/shared/seal'
import { get, post, put } from '@/platform/request'

// All of these throw ApiError. Each act answers the request as it stands afterwards.

export function fetchSeals(villageId: string): Promise<SealsAnswer> {
  return get(`/api/villages/${encodeURIComponent(villageId)}/seals`)
}

export function fetchSealForm(villageId: string): Promise<SealFormAnswer> {
  return get(`/api/villages/${encodeURIComponent(villageId)}/seal-form`)
}

export function fetchSeal(id: string): Promise<SealView> {
  return get(pathOf(id))
}

/** The key keeps a second tap from making a second request. */
export function createSeal(villageId: string, body: SealBody, key: string): Promise<SealView> {
  return post(`/api/villages/${encodeURIComponent(villageId)}/seals`, body, key)
}

export function saveSeal(id: string, body: SaveSealBody): Promise<SealView> {
  return put(pathOf(id), body)
}

export function submitSeal(id: string, shown: ShownBody, key: string): Promise<SealView> {
  return post(`${pathOf(id)}/submission`, { shown }, key)
}

export function withdrawSeal(id: string, key: string): Promise<SealView> {
  return post(`${pathOf(id)}/withdrawal`, {}, key)
}

export function askForSealChallenge(id: string, slot: SealSlot, shown: ShownBody): Promise<ChallengeAnswer> {
  return post(`${pathOf(id)}/challenges`, { slot, shown })
}

export function signSeal(id: string, body: SealSignBody, key: string): Promise<SealView> {
  return post(`${pathOf(id)}/signatures`, body, key)
}

export function refuseSeal(id: string, body: SealRefusalBody, key: string): Promise<SealView> {
  return post(`${pathOf(id)}/refusal`, body, key)
}

export function takeBackSealSignature(id: string, slot: SealSlot, shown: ShownBody, key: string): Promise<SealView> {
  return post(`${pathOf(id)}/take-back`, { slot, shown }, key)
}

export function registerSealUse(id: string, body: SealUseBody, key: string): Promise<SealView> {
  return post(`${pathOf(id)}/uses`, body, key)
}

const pathOf = (id: string): string => `/api/seals/${encodeURIComponent(id)}`
