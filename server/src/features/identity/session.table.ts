import type { Session } from '@huiying/shared/identity'
import { code, id, instant, nullable, text } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

export const sessionTable = defineTable<Session>({
  name: 'sessions',
  columns: {
    /** SHA-256 of the token, in hex */
    tokenHash: code(64),
    id: nullable(id()),
    browser: nullable(text(60)),
    accountId: id(),
    createdAt: instant(),
    expiresAt: instant(),
    revokedAt: nullable(instant()),
  },
  primaryKey: ['tokenHash'],
  indices: [['accountId'], ['expiresAt']],
  uniques: [{ name: 'ux_sessions_id', columns: ['id'] }],
})
