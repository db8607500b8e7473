import { DESK_CODE_LIFE_MS, DESK_FETCH_GRACE_MS, LIVE_CODES_LIMIT, type DeskSignIn } from '@huiying/shared/identity'
import { DomainError, type EpochMs } from '@huiying/shared/kernel'
import type { Clock } from '../../platform/clock/clock'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import { AskingTurns } from '../../platform/http/asking-turns'
import { deskSignInTable } from './desk-sign-in.table'
import { hashOfToken, newDeskCode, newSessionToken } from './session-token'

export interface AskedAtDesk {
  readonly code: string
  readonly secret: string
  readonly expiresAt: EpochMs
}

/** A browser asks to be let in. @throws request.too-many from one address, or when too many codes live at once */
export class AskAtDesk {
  private readonly turns = new AskingTurns()

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async execute(browser: string, address: string): Promise<AskedAtDesk> {
    if (!this.turns.take(address, await this.clock.now())) throw new DomainError('request.too-many')
    const secret = newSessionToken()
    return this.unitOfWork.run(async (work) => {
      const [live] = await work.query<{ readonly count: number }>(
        'SELECT COUNT(*) AS count FROM desk_sign_ins WHERE expires_at > ? AND code IS NOT NULL', [work.now],
      )
      if (Number(live?.count ?? 0) >= LIVE_CODES_LIMIT) throw new DomainError('request.too-many')
      // One that is taken is refused by the unique key, and the whole work runs again with another.
      const code = newDeskCode()
      const asking: DeskSignIn = {
        id: this.ids.next(), secretHash: hashOfToken(secret), code, browser, askedAt: work.now,
        expiresAt: work.now + DESK_CODE_LIFE_MS, accountId: null, decidedAt: null, isApproved: null,
      }
      work.write('DELETE FROM desk_sign_ins WHERE expires_at <= ?', [work.now - DESK_FETCH_GRACE_MS])
      // A code that is over must not keep its six digits from the next one.
      work.write('UPDATE desk_sign_ins SET code = NULL WHERE expires_at <= ?', [work.now])
      work.insert(deskSignInTable, asking)
      return { code, secret, expiresAt: asking.expiresAt }
    })
  }
}
