import type { Viewer } from '@huiying/shared/identity'
import type {
  NoticeListAnswer, SubscriptionsAnswer, UndeliveredAnswer, UnreadAnswer,
} from '@huiying/shared/notifications'
import type { Clock } from '../../platform/clock/clock'
import type { Reads } from '../../platform/database/reads'
import { noticesOf, unreadOf } from './notice-list.board'
import { subscriptionsOf, type TemplateIds } from './subscriptions.board'
import { undeliveredOf } from './undelivered.board'

/** The screens of this room, each as of now. */
export class NoticeBoards {
  constructor(
    private readonly reads: Reads,
    private readonly clock: Clock,
    private readonly templateIds: TemplateIds,
  ) {}

  async list(viewer: Viewer, cursor: string | null): Promise<NoticeListAnswer> {
    return noticesOf(this.reads, viewer, await this.clock.now(), cursor)
  }

  async unread(viewer: Viewer): Promise<UnreadAnswer> {
    return { unread: await unreadOf(this.reads, viewer.personId) }
  }

  async undelivered(viewer: Viewer): Promise<UndeliveredAnswer> {
    return undeliveredOf(this.reads, viewer, await this.clock.now())
  }

  subscriptions(viewer: Viewer): Promise<SubscriptionsAnswer> {
    return subscriptionsOf(this.reads, this.templateIds, viewer)
  }
}
