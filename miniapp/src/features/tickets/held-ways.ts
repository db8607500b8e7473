import type { HeldAnswer, PublicationBody } from '@huiying/shared/tickets'
import { get, post } from '@/platform/request'

export const HELD_URL = '/packages/staff/held/index'

export const fetchHeld = (): Promise<HeldAnswer> => get('/api/publication')
export const decideHeld = (checkId: string, body: PublicationBody): Promise<HeldAnswer> =>
  post(`/api/publication/${checkId}/decision`, body)
