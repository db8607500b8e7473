import type { ChallengeAnswer, Shown } from '@huiying/shared/expenses'
import type { Viewer } from '@huiying/shared/identity'
import { issueSealChallenge, type SealSlot } from '@huiying/shared/seal'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { challengeDigest, keepChallenge, newNonce } from '../signing/public'
import { sealInHand } from './act-on-seal'

/** Something to sign, once and by him alone. @throws seal.not-found, and what `mustBeAbleToSignSeal` does */
export class ChallengeSeal {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, sealId: string, slot: SealSlot, { revision, digest }: Shown): Promise<ChallengeAnswer> {
    return this.unitOfWork.run(async (work) => {
      const { request, personId, ground } = await sealInHand(work, viewer, sealId)
      const act = { slot, personId, shown: { revision, digest } }
      const challenge = issueSealChallenge(request, act, newNonce(), ground, work.now)
      keepChallenge(work, challenge)
      const { nonce, expiresAt } = challenge
      return { nonce, challenge: challengeDigest(challenge), expiresAt }
    })
  }
}
