import { addDays, chinaDateOf, type EpochMs } from '@huiying/shared/kernel'
import type { SealBody, SealSlot } from '@huiying/shared/seal'
import { ChallengeSeal } from '../../features/seal/challenge-seal'
import { DraftSeal } from '../../features/seal/draft-seal'
import { sealById } from '../../features/seal/seals-by'
import { SignSeal } from '../../features/seal/sign-seal'
import { SubmitSeal } from '../../features/seal/submit-seal'
import { UseSeal } from '../../features/seal/use-seal'
import type { DemoEvent } from '../play'
import { daysAgo } from './book-months'
import { handwrite } from './handwriting'
import type { VillageHands } from './village-hands'

/** One whose copies bear the seal, one that waits for two of the three. */
export function sealEvents(hands: VillageHands, now: EpochMs): readonly DemoEvent[] {
  const used = new SealActing(hands)
  const waiting = new SealActing(hands)
  return [
    { at: daysAgo(now, 12, 9), run: () => used.ask('contracting-out', '东鱼塘承包合同补充协议', '彭家渔业合作社', 2) },
    { at: daysAgo(now, 12, 15), run: () => used.sign('supervisor', 'director', 'secretary') },
    { at: daysAgo(now, 11, 10), run: () => used.use(2) },
    { at: daysAgo(now, 2, 14), run: () => waiting.ask('outside-contract', '光伏电站清洗维护合同', '云岭县绿能维护队', 3) },
    { at: daysAgo(now, 1, 15), run: () => waiting.sign('director') },
  ]
}

class SealActing {
  private sealId = ''
  private documentSha256 = ''

  constructor(private readonly hands: VillageHands) {}

  async ask(kind: SealBody['kind'], title: string, other: string, copies: number): Promise<void> {
    const { unitOfWork, ids } = this.hands.stage.database
    const filer = this.hands.codeOf('handler')
    const villageName = this.hands.cast.village.name
    const heldOn = addDays(chinaDateOf(await this.hands.stage.clock.now()), -1)
    const document = await this.hands.photograph(filer, {
      title: '合同', rows: [['名称', title], ['甲方', villageName], ['乙方', other], ['份数', `${copies} 份`], ['签订', heldOn]], stamp: other,
    })
    const minutes = await this.hands.photograph(filer, {
      title: '两委联席会议记录', rows: [['时间', heldOn], ['地点', '村委会会议室'], ['议题', title], ['到会', '7 人'], ['同意', '7 人']],
      stamp: villageName,
    })
    this.documentSha256 = document.sha256
    const body = {
      kind, title, counterparty: { name: other }, documentPhotoId: document.id, copies,
      consent: { heldOn, minutesPhotoId: minutes.id },
    }
    const viewer = await this.hands.viewer(filer)
    this.sealId = await new DraftSeal(unitOfWork, ids).execute(viewer, this.hands.villageId, body)
    await new SubmitSeal(unitOfWork).execute(viewer, this.sealId, await this.shown())
  }

  async sign(...slots: readonly SealSlot[]): Promise<void> {
    const { unitOfWork, ids, reads } = this.hands.stage.database
    for (const slot of slots) {
      const code = this.hands.codeOf(slot === 'secretary' ? 'approver' : slot)
      const viewer = await this.hands.viewer(code)
      const shown = await this.shown()
      const { nonce } = await new ChallengeSeal(unitOfWork).execute(viewer, this.sealId, slot, shown)
      const strokes = handwrite(this.hands.nameOf(code), this.hands.chance)
      const ground = { reads, weChat: { verifySoter: () => Promise.resolve(false) } }
      await new SignSeal(unitOfWork, ids, ground).execute(viewer, this.sealId, { slot, shown, nonce, strokes })
    }
  }

  async use(copies: number): Promise<void> {
    const { unitOfWork, ids } = this.hands.stage.database
    const viewer = await this.hands.viewer(this.hands.codeOf('handler'))
    await new UseSeal(unitOfWork, ids).execute(viewer, this.sealId, { documentSha256: this.documentSha256, copies })
  }

  private async shown(): Promise<{ readonly revision: number; readonly digest: string }> {
    const revision = (await sealById(this.hands.stage.database.reads, this.sealId))?.revisions.at(-1)
    if (revision === undefined) throw new Error('an act came before its seal request')
    return { revision: revision.number, digest: revision.digest }
  }
}
