import { issueChallenge, type ChallengeAnswer, type Shown, type Slot } from '@huiying/shared/expenses'
import type { Viewer } from '@huiying/shared/identity'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { challengeDigest, keepChallenge, newNonce } from '../signing/public'
import { decided, expenseInHand } from './act-on-expense'

/** Something to sign, once and by him alone. @throws what `mustBeAbleToSign` does */
export class ChallengeExpense {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, expenseId: string, slot: Slot, shown: Shown): Promise<ChallengeAnswer> {
    return this.unitOfWork.run(async (work) => {
      const { request, personId, ground } = await expenseInHand(work, viewer, expenseId)
      const act = { slot, personId, shown, nonce: newNonce() }
      const challenge = await decided(work, request, shown.revision, () =>
        issueChallenge(request, act, ground, work.now))
      keepChallenge(work, challenge)
      const { nonce, expiresAt } = challenge
      return { nonce, challenge: challengeDigest(challenge), expiresAt }
    })
  }
}
