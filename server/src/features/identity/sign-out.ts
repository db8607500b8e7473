import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { hashOfToken } from './session-token'

/** Ends the one session; a second time changes nothing. */
export class SignOut {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(token: string): Promise<void> {
    return this.unitOfWork.run(async (work) => {
      work.write('UPDATE sessions SET revoked_at = ? WHERE token_hash = ? AND revoked_at IS NULL', [work.now, hashOfToken(token)])
    })
  }
}
