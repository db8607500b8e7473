import type { ExpenseStatus, Slot, SlotView } from '@huiying/shared/expenses'
import type { SignerState } from '@/features/signing/signers'

/** Before submission nobody is asked yet, but that nobody could is known already. */
export function faceOf(
  slot: SlotView,
  status: ExpenseStatus,
  maySign: readonly Slot[],
  myId: string | null,
): SignerState {
  if (slot.signed !== null) return 'done'
  if (slot.nobody !== null) return 'nobody'
  if (status !== 'signing' || !slot.isOpen) return 'later'
  const isMine = maySign.includes(slot.slot) || slot.people.some(({ personId }) => personId === myId)
  return isMine ? 'you' : 'waiting'
}
