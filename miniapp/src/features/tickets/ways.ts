import { openPage } from '@/features/identity'
import type { LocalFile } from '@/platform/local-file'

const SEND_URL = '/packages/ticket/send/index'

// What was said on the home page goes to the send page by hand: the page's own draft is only read once it is there.
let spoken: LocalFile | null = null

/** To the send page, with what was just said. */
export function openSend(voice: LocalFile | null = null): void {
  spoken = voice
  openPage(SEND_URL)
}

/** To the send page, to complain about how this ticket was handled; it goes over the heads of who handled it. */
export function openSecondRoad(ticketId: string): void {
  openPage(`${SEND_URL}?regarding=${encodeURIComponent(ticketId)}`)
}

/** To the send page, to say something about this product. */
export function openAboutApp(): void {
  openPage(`${SEND_URL}?about=app`)
}

/** To the send page, with this cadre @-ed. */
export function openSendTo(personId: string): void {
  openPage(`${SEND_URL}?to=${encodeURIComponent(personId)}`)
}

/** Once: the recording that the send page was opened with. */
export function takeSpoken(): LocalFile | null {
  const taken = spoken
  spoken = null
  return taken
}

export function openMyTickets(): void {
  openPage('/packages/ticket/mine/index')
}
