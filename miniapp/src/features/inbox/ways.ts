import { openPage } from '@/features/identity'

export function openReply(ticketId: string): void {
  openPage(`/packages/ticket/reply/index?id=${encodeURIComponent(ticketId)}`)
}

export function openClose(ticketId: string): void {
  openPage(`/packages/ticket/close/index?id=${encodeURIComponent(ticketId)}`)
}
