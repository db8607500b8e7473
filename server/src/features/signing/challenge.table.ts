import type { SigningChallenge } from '@huiying/shared/expenses'
import { code, id, instant, int, nullable } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

export const challengeTable = defineTable<SigningChallenge>({
  name: 'signing_challenges',
  columns: {
    nonce: code(64), subjectId: id(), slot: code(16), personId: id(), revision: int(), digest: code(64),
    issuedAt: instant(), expiresAt: instant(), usedAt: nullable(instant()),
  },
  primaryKey: ['nonce'],
  indices: [['expiresAt']],
})
