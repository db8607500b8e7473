import type { DeskSignIn, WrongCodes } from '@huiying/shared/identity'
import { bool, code, id, instant, int, nullable, text } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

/** Lives for minutes: over, declined or fetched, the row goes with the next browser that asks. */
export const deskSignInTable = defineTable<DeskSignIn>({
  name: 'desk_sign_ins',
  columns: {
    id: id(),
    secretHash: code(64),
    code: nullable(code(6)),
    browser: text(60),
    askedAt: instant(),
    expiresAt: instant(),
    accountId: nullable(id()),
    decidedAt: nullable(instant()),
    isApproved: nullable(bool()),
  },
  primaryKey: ['id'],
  indices: [['expiresAt']],
  uniques: [['secretHash'], ['code']],
})

export const wrongCodesTable = defineTable<WrongCodes>({
  name: 'wrong_codes',
  columns: { accountId: id(), firstAt: instant(), count: int() },
  primaryKey: ['accountId'],
})
