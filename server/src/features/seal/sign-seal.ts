import type { Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import { signSeal, type SealSignBody, type SealSlot } from '@huiying/shared/seal'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { challengeByNonce, drawingInHand, keepChallenge, signatureLevel, type LevelGround } from '../signing/public'
import { sealInHand } from './act-on-seal'

/**
 * One of the three; the last one gives leave to use the seal.
 * @throws seal.not-found, what `signSeal` of `shared` does, expense.soter-refused, expense.strokes-invalid
 */
export class SignSeal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
    private readonly levelGround: LevelGround,
  ) {}

  async execute(viewer: Viewer, sealId: string, body: SealSignBody): Promise<void> {
    const { slot, nonce, strokes, soter } = body
    if (viewer.personId === null) throw new DomainError('session.not-bound')
    const shown = { revision: body.shown.revision, digest: body.shown.digest }
    const use = { subjectId: sealId, ...shown, slot, personId: viewer.personId, nonce }
    // Asks WeChat, so before the work.
    const level = await signatureLevel(this.levelGround, viewer, use, soter)
    return this.unitOfWork.run(async (work) => {
      const { request, personId, ground, seals } = await sealInHand(work, viewer, sealId)
      const challenge = await challengeByNonce<SealSlot>(work, nonce)
      const drawing = await drawingInHand(work, this.ids, personId, strokes)
      const act = { slot, personId, shown, nonce, level, strokes: drawing.bytes }
      const decision = signSeal(request, act, { ...ground, challenge }, work.now)
      if (decision.challenge === null) return
      drawing.keep()
      keepChallenge(work, decision.challenge)
      seals.store(request, decision.next, decision.facts, personId)
    })
  }
}
