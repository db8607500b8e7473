import type { Viewer } from '@huiying/shared/identity'
import type { AlikeAnswer, AlikeBody, FollowingAnswer, MergeCandidatesAnswer, TicketListAnswer } from '@huiying/shared/tickets'
import type { Clock } from '../../platform/clock/clock'
import type { Reads } from '../../platform/database/reads'
import { alikeIn, mergeCandidatesOf } from './alike.board'
import { followedTickets, followingOf } from './followed.board'

/** What people have in common, as of now. */
export class TogetherBoards {
  constructor(
    private readonly reads: Reads,
    private readonly clock: Clock,
  ) {}

  async alike(viewer: Viewer, villageId: string, body: AlikeBody): Promise<AlikeAnswer> {
    return alikeIn(this.reads, viewer, villageId, body, await this.clock.now())
  }

  async followed(viewer: Viewer, cursor: string | null): Promise<TicketListAnswer> {
    return followedTickets(this.reads, viewer, await this.clock.now(), cursor)
  }

  following(viewer: Viewer, ticketId: string): Promise<FollowingAnswer> {
    return followingOf(this.reads, viewer, ticketId)
  }

  async mergeCandidates(viewer: Viewer, ticketId: string): Promise<MergeCandidatesAnswer> {
    return mergeCandidatesOf(this.reads, viewer, ticketId, await this.clock.now())
  }
}
