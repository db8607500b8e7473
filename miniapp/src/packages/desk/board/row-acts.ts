import type { BoardRow } from '@huiying/shared/tickets'
import { openPage, openTicket } from '@/features/identity'
import { orderTicket } from '@/features/tickets/order-ticket'
import { openWhistle } from '@/features/tickets/parts'
import { callPhone } from '@/platform/call-phone'

export interface RowActs {
  readonly open: () => void
  readonly order: () => void
  readonly whistle: () => void
  /** `null`: nobody's number is known. */
  readonly call: (() => void) | null
  /** `null`: nobody asked for more time. */
  readonly extension: (() => void) | null
}

/** One step each. What the sub-district may not do with this one, the page or the server behind the step says. */
export function actsOn({ id, holderPhone, asksForTime }: BoardRow, reload: () => Promise<void>): RowActs {
  return {
    open: () => openTicket(id),
    order: () => void orderTicket(id).then((ordered) => (ordered === null ? undefined : reload())),
    whistle: () => openWhistle(id),
    call: holderPhone === null ? null : () => callPhone(holderPhone),
    extension: asksForTime
      ? () => openPage(`/packages/ticket/way/index?id=${encodeURIComponent(id)}&act=decide-extension`)
      : null,
  }
}
