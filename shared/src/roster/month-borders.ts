import { addDays, type EpochMs } from '../kernel'
import { isCommitteeSeat, type Cell } from './duty-slot'
import type { RosterTerms } from './policy'
import { spanOf, type SlotSpan } from './shift'

/** Where the committees' duty of the months around one leaves off and goes on; `null`: there is no such month yet. */
export interface MonthBorders {
  /** The end of the last shift of the month before. */
  readonly beginsAt: EpochMs | null
  /** The beginning of the first shift of the month after. */
  readonly endsAt: EpochMs | null
}

/**
 * When a cell of a month is sat: as the terms say, but its first shift begins where the month before ends, and its last
 * ends where the month after begins. Else new terms would leave hours to nobody, or to two shifts at once.
 */
export function spanInMonth({ seat, on }: Pick<Cell, 'seat' | 'on'>, terms: RosterTerms, borders: MonthBorders): SlotSpan {
  const { fromAt, toAt } = spanOf(seat, on, terms)
  if (!isCommitteeSeat({ seat })) return { fromAt, toAt }
  const isFirst = on.endsWith('-01')
  const isLast = addDays(on, 1).endsWith('-01')
  return { fromAt: isFirst ? borders.beginsAt ?? fromAt : fromAt, toAt: isLast ? borders.endsAt ?? toAt : toAt }
}
