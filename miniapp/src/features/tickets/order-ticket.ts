import type { TicketView } from '@huiying/shared/tickets'
import { post } from '@/platform/request'
import { sentenceOf } from '@/platform/say'
import { ask, toast } from '@/ui/toast'

/** Asks, then sends a supervision order; `null` when it was thought better of, or refused with its sentence. */
export async function orderTicket(ticketId: string): Promise<TicketView | null> {
  const isSure = await ask({ title: '发督办单？', words: '村书记、村主任和经办的人马上收到。一天只能发一次。', yes: '发' })
  if (!isSure) return null
  try {
    const ticket = await post<TicketView>(`/api/tickets/${ticketId}/order`)
    toast(ticket.cycle.orderNumber === null ? '督办单发出去了' : `${ticket.cycle.orderNumber}，发出去了`)
    return ticket
  } catch (error) {
    toast(sentenceOf(error))
    return null
  }
}
