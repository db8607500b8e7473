import type { DeskFetchAnswer, DeskFetchBody, DeskSignInAnswer } from '@huiying/shared/identity'
import { post } from '@/platform/request'

/** A browser asks to be let in. */
export function askAtDesk(): Promise<DeskSignInAnswer> {
  return post<DeskSignInAnswer>('/api/session/desk')
}

export function fetchAtDesk(secret: string): Promise<DeskFetchAnswer> {
  const body: DeskFetchBody = { secret }
  return post<DeskFetchAnswer>('/api/session/desk/fetch', body)
}
