import {
  checkMayTypeCode, deskStateAt, takeCode, viewerLater, withWrongCode, WRONG_CODES_LIMIT,
  type DeskAskingAnswer, type DeskSignIn, type Viewer, type WrongCodes,
} from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Work } from '../../platform/database/work'
import { deskSignInTable, wrongCodesTable } from './desk-sign-in.table'

/**
 * The code that a browser shows, typed on a phone. A right one does not clear the wrong ones: who has a browser of
 * his own beside him would guess for ever.
 * @throws desk.no-post, desk.code-wrong with the tries left, desk.codes-over
 */
export class TypeDeskCode {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(viewer: Viewer, code: string): Promise<DeskAskingAnswer> {
    const typed = await this.unitOfWork.run(async (work): Promise<DeskSignIn | WrongCodes> => {
      const typist = viewerLater(viewer, work.now)
      const wrong = await work.findOne(wrongCodesTable, { accountId: viewer.accountId }, { lock: true })
      checkMayTypeCode(typist, wrong, work.now)
      const asking = await work.findOne(deskSignInTable, { code }, { lock: true })
      if (asking === null || deskStateAt(asking, work.now) !== 'waiting') return countWrong(work, wrong, typist)
      work.update(deskSignInTable, takeCode(asking, typist))
      return asking
    })
    // Only now: what is thrown inside takes the count back with it.
    if ('count' in typed) throw new DomainError('desk.code-wrong', { left: WRONG_CODES_LIMIT - typed.count })
    const { id, browser, askedAt, expiresAt } = typed
    return { signInId: id, browser, askedAt, expiresAt }
  }
}

function countWrong(work: Work, before: WrongCodes | null, { accountId, personId }: Viewer): WrongCodes {
  const wrong = withWrongCode(before, accountId, work.now)
  if (before === null) work.insert(wrongCodesTable, wrong)
  else work.update(wrongCodesTable, wrong)
  if (wrong.count === WRONG_CODES_LIMIT) {
    work.record(personId, [{ type: 'identity.desk-codes-refused', subjectId: accountId }])
  }
  return wrong
}
