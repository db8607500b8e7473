import type { WaysAction } from '@huiying/shared/tickets'
import { openPage } from '@/features/identity'

export function openReply(ticketId: string): void {
  openPage(`/packages/ticket/reply/index?id=${encodeURIComponent(ticketId)}`)
}

export function openClose(ticketId: string): void {
  openPage(`/packages/ticket/close/index?id=${encodeURIComponent(ticketId)}`)
}

export function openWay(ticketId: string, action: WaysAction): void {
  openPage(`/packages/ticket/way/index?id=${encodeURIComponent(ticketId)}&act=${action}`)
}
