import type { Viewer } from '@huiying/shared/identity'
import type { HeldAnswer, WithheldAnswer } from '@huiying/shared/tickets'
import type { Clock } from '../../../platform/clock/clock'
import type { Reads } from '../../../platform/database/reads'
import type { FileUrlSigner } from '../../files/public'
import { heldContents, withheldContents } from './held.board'

/** What waits for a person's eye, and where it said no, as of now. */
export class PublicationBoards {
  constructor(
    private readonly reads: Reads,
    private readonly clock: Clock,
    private readonly signer: FileUrlSigner,
  ) {}

  async held(viewer: Viewer): Promise<HeldAnswer> {
    return heldContents(this.reads, this.signer, viewer, await this.clock.now())
  }

  async withheld(viewer: Viewer, cursor: string | null): Promise<WithheldAnswer> {
    return withheldContents(this.reads, this.signer, viewer, await this.clock.now(), cursor)
  }
}
