import type { BoardRow, LatePartRow } from '@huiying/shared/tickets'
import { openTicket } from '@/features/identity'
import { openWay } from '@/features/inbox/ways'
import { orderTicket } from '@/features/tickets/order-ticket'
import { openWhistle } from '@/features/tickets/parts'
import { callPhone } from '@/platform/call-phone'

export interface RowActs {
  readonly open: () => void
  readonly whistle: () => void
  /** `null`: it is no village that is late. */
  readonly order: (() => void) | null
  /** `null`: nobody's number is known. */
  readonly call: (() => void) | null
  /** `null`: nobody asked for more time. */
  readonly extension: (() => void) | null
  /** `null`: nobody said that it is not his. */
  readonly ruling: (() => void) | null
}

/** One step each. What the sub-district may not do with this one, the page or the server behind the step says. */
export function actsOn(row: BoardRow, reload: () => Promise<void>): RowActs {
  const { id, holderPhone, asksForTime, isObjectedTo } = row
  return {
    open: () => openTicket(id),
    order: () => void orderTicket(id).then((ordered) => (ordered === null ? undefined : reload())),
    whistle: () => openWhistle(id),
    call: holderPhone === null ? null : () => callPhone(holderPhone),
    extension: asksForTime ? () => openWay(id, 'decide-extension') : null,
    ruling: isObjectedTo ? () => openWay(id, 'rule') : null,
  }
}

export function actsOnPart({ ticketId, officerPhone }: LatePartRow): RowActs {
  return {
    open: () => openTicket(ticketId),
    whistle: () => openWhistle(ticketId),
    call: officerPhone === null ? null : () => callPhone(officerPhone),
    order: null,
    extension: null,
    ruling: null,
  }
}
