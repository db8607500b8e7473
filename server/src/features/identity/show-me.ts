import type { Me, SessionAnswer } from '@huiying/shared/identity'
import type { Clock } from '../../platform/clock/clock'
import type { Reads } from '../../platform/database/reads'
import { meOf } from './me.board'
import type { OpenedSession } from './open-session'

/** What an account is told about itself, now. */
export class ShowMe {
  constructor(
    private readonly reads: Reads,
    private readonly clock: Clock,
    private readonly isDemo: boolean,
  ) {}

  async execute(accountId: string): Promise<Me> {
    return meOf(this.reads, accountId, await this.clock.now(), this.isDemo)
  }

  async withSession({ token, expiresAt, accountId }: OpenedSession): Promise<SessionAnswer> {
    return { token, expiresAt, me: await this.execute(accountId) }
  }
}
