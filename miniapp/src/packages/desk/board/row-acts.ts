import type { BoardRow, LatePartRow } from '@huiying/shared/tickets'
import { openTicket } from '@/features/identity'
import { openWay } from '@/features/inbox/ways'
import { orderTicket } from '@/features/tickets/order-ticket'
import { openWhistle } from '@/features/tickets/parts'
import { callPhone } from '@/platform/call-phone'
import { toast } from '@/ui/toast'

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
  const { id, holder, holderPhone, asksForTime, isObjectedTo } = row
  return {
    open: () => openTicket(id),
    order: () => void orderTicket(id).then((ordered) => (ordered === null ? undefined : reload())),
    whistle: () => openWhistle(id),
    call: holderPhone === null ? null : () => dial(holder?.name ?? '', holderPhone),
    extension: asksForTime ? () => openWay(id, 'decide-extension') : null,
    ruling: isObjectedTo ? () => openWay(id, 'rule') : null,
  }
}

export function actsOnPart({ ticketId, officer, officerPhone }: LatePartRow): RowActs {
  return {
    open: () => openTicket(ticketId),
    whistle: () => openWhistle(ticketId),
    call: officerPhone === null ? null : () => dial(officer?.name ?? '', officerPhone),
    order: null,
    extension: null,
    ruling: null,
  }
}

/** What is said when an act is `null`: a key that does nothing says so. */
export const WHY_NOT: Readonly<Record<Exclude<keyof RowActs, 'open' | 'whistle'>, string>> = {
  order: '督办单是发给村里的。部门没到，请打电话，或者叫别的部门',
  call: '没有登记电话',
  extension: '没有人要延期',
  ruling: '没有人说不该他们办',
}

/** Most desks have a telephone beside the screen and none in it: there the number itself is the answer. */
function dial(name: string, phoneNumber: string): void {
  toast(`请打${name} ${phoneNumber}`)
  callPhone(phoneNumber)
}
