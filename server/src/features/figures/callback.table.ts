import type { Callback, CallbackPolicy, CallbackResult } from '@huiying/shared/figures'
import type { EpochMs } from '@huiying/shared/kernel'
import { bool, code, date, id, instant, int, longText, nullable } from '../../platform/database/column'
import { defineTable } from '../../platform/database/table'

export const callbackTable = defineTable<Callback>({
  name: 'callbacks',
  columns: {
    ticketId: id(), subDistrictId: id(), drawnAt: instant(), missedCalls: int(),
    result: nullable(code<CallbackResult>(16)), endedAt: nullable(instant()), calledBy: nullable(id()),
    cycle: nullable(int()), isAnswered: nullable(bool()), isSettled: nullable(bool()), words: nullable(longText()),
    version: int(),
  },
  primaryKey: ['ticketId'],
  indices: [['subDistrictId', 'result', 'ticketId']],
  checks: { ck_callbacks_ended: '(result IS NULL) = (ended_at IS NULL)' },
})

/** Versions are only added: what was drawn under one stays drawn. */
export const callbackPolicyTable = defineTable<CallbackPolicy>({
  name: 'callback_policies',
  columns: { subDistrictId: id(), version: int(), firstOn: date(), sharePermille: int() },
  primaryKey: ['subDistrictId', 'version'],
})

/** Made once, told to nobody, never changed: whoever knew it could know beforehand who will be asked. */
export interface CallbackSeed {
  readonly subDistrictId: string
  readonly seed: string
  readonly madeAt: EpochMs
}

export const callbackSeedTable = defineTable<CallbackSeed>({
  name: 'callback_seeds',
  columns: { subDistrictId: id(), seed: code(64), madeAt: instant() },
  primaryKey: ['subDistrictId'],
})
