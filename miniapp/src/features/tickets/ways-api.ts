import type {
  AskExtensionBody, DestinationsAnswer, ExtensionDecisionBody, MinutesBody, RulingBody, TicketView, TransferBody,
} from '@huiying/shared/tickets'
import { get, post, put } from '@/platform/request'

// The way a ticket goes; every act answers the ticket as it is afterwards. All throw ApiError.
const way = <Body extends object>(id: string, act: string, body: Body): Promise<TicketView> =>
  post(`/api/tickets/${id}/${act}`, body)

export const transferTicket = (id: string, body: TransferBody) => way(id, 'transfer', body)
export const objectToTicket = (id: string, text: string) => way(id, 'objection', { text })
export const ruleOnTicket = (id: string, body: RulingBody) => way(id, 'ruling', body)
export const escalateTicket = (id: string, text: string) => way(id, 'escalation', { text })
export const askForTime = (id: string, body: AskExtensionBody) => way(id, 'extensions', body)
export const decideOnTime = (id: string, extensionId: string, body: ExtensionDecisionBody) =>
  way(id, `extensions/${extensionId}/decision`, body)
/** `key`: made once for these minutes. */
export const recordMinutes = (id: string, body: MinutesBody, key: string): Promise<TicketView> =>
  post(`/api/tickets/${id}/minutes`, body, key)
export const setTopic = (id: string, topicId: string | null): Promise<TicketView> =>
  put(`/api/tickets/${id}/topic`, { topicId })
export const fetchDestinations = (id: string): Promise<DestinationsAnswer> => get(`/api/tickets/${id}/destinations`)
