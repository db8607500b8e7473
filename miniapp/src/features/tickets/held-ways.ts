import type { HeldAnswer, PublicationBody, WithheldAnswer } from '@huiying/shared/tickets'
import { get, post } from '@/platform/request'

export const HELD_URL = '/packages/staff/held/index'

export const fetchHeld = (): Promise<HeldAnswer> => get('/api/publication')
export const fetchWithheld = (cursor: string | null): Promise<WithheldAnswer> =>
  get('/api/publication/withheld', { cursor })
export const decideHeld = (checkId: string, body: PublicationBody): Promise<HeldAnswer> =>
  post(`/api/publication/${checkId}/decision`, body)
