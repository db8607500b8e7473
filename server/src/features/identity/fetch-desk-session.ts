import {
  DESK_SESSION_LIFE_MS, deskStateAt, mayWorkAtDesk, type DeskSignIn, type DeskState,
} from '@huiying/shared/identity'
import type { Clock } from '../../platform/clock/clock'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Work } from '../../platform/database/work'
import type { Ids } from '../../platform/ids/ids'
import { accountTable } from './account.table'
import { deskSignInTable } from './desk-sign-in.table'
import { startSession, type OpenedSession } from './open-session'
import { postsOf } from './public'
import { hashOfToken } from './session-token'

export type DeskFetched = Exclude<DeskState, 'approved'> | OpenedSession

/** The browser asks how far it is; once the phone has said yes, it gets a session of its own, and that only once. */
export class FetchDeskSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: Reads,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute(secret: string): Promise<DeskFetched> {
    const secretHash = hashOfToken(secret)
    // Every browser asks every two seconds: that takes no turn from those who write.
    const state = deskStateAt(await this.standing(secretHash), await this.clock.now())
    return state === 'approved' ? this.unitOfWork.run((work) => this.open(work, secretHash)) : state
  }

  private async standing(secretHash: string): Promise<DeskSignIn | null> {
    const [row] = await this.reads.query<RawRow>(
      `SELECT ${deskSignInTable.columnList} FROM desk_sign_ins WHERE secret_hash = ?`, [secretHash],
    )
    return row === undefined ? null : deskSignInTable.fromRaw(row)
  }

  private async open(work: Work, secretHash: string): Promise<DeskFetched> {
    const signIn = await work.findOne(deskSignInTable, { secretHash }, { lock: true })
    if (signIn === null || signIn.accountId === null || deskStateAt(signIn, work.now) !== 'approved') return 'over'
    const account = await work.findOne(accountTable, { id: signIn.accountId })
    if (account === null || account.personId === null) return 'over'
    // His post may have ended since he said yes.
    if (!mayWorkAtDesk({ posts: await postsOf(work, account.personId, work.now) })) return 'over'
    work.delete(deskSignInTable, { id: signIn.id })
    const { browser } = signIn
    work.record(account.personId, [{ type: 'identity.desk-opened', subjectId: account.id, browser }])
    return startSession(work, this.ids, account.id, DESK_SESSION_LIFE_MS, browser)
  }
}
