import {
  cancelExpense, currentRevision, mustBeAbleToSign, mustBeAccountant, mustBeBeforeApproval, SLOTS, takeBackSignature,
  withdrawExpense, type ExpenseMay, type ExpenseRequest, type SigningGround, type Slot,
} from '@huiying/shared/expenses'
import { DomainError, type EpochMs } from '@huiying/shared/kernel'

/** What the viewer's phone offers him: each asked of the rule that would be asked again when he does it. */
export function whatHeMay(
  request: ExpenseRequest,
  personId: string | null,
  ground: SigningGround,
  now: EpochMs,
): ExpenseMay {
  if (personId === null) return NOTHING
  const { posts } = ground
  const { number, digest } = currentRevision(request)
  const shown = { revision: number, digest }
  const isAccountant = passes(() => mustBeAccountant(request.villageId, personId, posts, now))
  const isEarly = passes(() => mustBeBeforeApproval(request))
  const slots = (rule: (slot: Slot) => unknown): readonly Slot[] => SLOTS.filter((slot) => passes(() => rule(slot)))
  return {
    sign: slots((slot) => mustBeAbleToSign(request, { slot, personId, shown }, ground, now)),
    takeBack: slots((slot) => takeBackSignature(request, { slot, personId, shown }, ground, now)),
    save: isAccountant && isEarly,
    submit: isAccountant && request.status === 'draft',
    withdraw: passes(() => withdrawExpense(request, personId, posts, now)),
    cancel: mayCancel(request, personId, ground, now),
    pay: isAccountant && request.status === 'approved',
    post: isAccountant && request.status === 'paid',
    mask: isAccountant,
  }
}

const NOTHING: ExpenseMay = {
  sign: [], takeBack: [], save: false, submit: false, withdraw: false, cancel: false, pay: false, post: false,
  mask: false,
}

/** Once paid, with a paper that shows the money came back; whether there is one is asked when he brings it. */
function mayCancel(request: ExpenseRequest, personId: string, { posts }: SigningGround, now: EpochMs): boolean {
  const returned = request.status === 'paid' ? { fileId: '', sha256: '0'.repeat(64) } : null
  return passes(() => cancelExpense(request, personId, { reason: '—', returned }, posts, now))
}

function passes(rule: () => unknown): boolean {
  try {
    rule()
    return true
  } catch (error) {
    if (error instanceof DomainError) return false
    throw error
  }
}
