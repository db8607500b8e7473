import { callbackPolicyOn, isDrawn } from '@huiying/shared/figures'
import { chinaDateOf } from '@huiying/shared/kernel'
import type { Ticket } from '@huiying/shared/tickets'
import { createHmac } from 'node:crypto'
import type { Work } from '../../platform/database/work'
import { lockUnit } from '../villages/public'
import { callbackPolicyTable, callbackSeedTable, callbackTable, type CallbackSeed } from './callback.table'
import { newSeed } from './new-seed'

/**
 * Draws, or does not draw, a ticket that was just raised for a call afterwards. It follows from the secret seed and the
 * ticket's id alone, so it makes no difference when, or how often, this runs. Reads; gives back the writing.
 */
export async function drawCallback(
  work: Work,
  { id, subDistrictId, submittedAt }: Pick<Ticket, 'id' | 'subDistrictId' | 'submittedAt'>,
): Promise<() => void> {
  const [kept, isNew] = await seedOf(work, subDistrictId)
  const policies = await work.find(callbackPolicyTable, { subDistrictId })
  const { sharePermille } = callbackPolicyOn(policies, subDistrictId, chinaDateOf(submittedAt))
  return () => {
    if (isNew) work.insertIfAbsent(callbackSeedTable, kept)
    if (!isDrawn(fractionOf(kept.seed, id), sharePermille)) return
    work.insertIfAbsent(callbackTable, {
      ticketId: id, subDistrictId, drawnAt: submittedAt, missedCalls: 0, result: null, endedAt: null, calledBy: null,
      cycle: null, isAnswered: null, isSettled: null, words: null, version: 1,
    })
  }
}

/** In [0, 1), evenly spread: the first 32 bits of a keyed digest. */
export function fractionOf(seed: string, ticketId: string): number {
  return createHmac('sha256', seed).update(ticketId).digest().readUInt32BE(0) / 2 ** 32
}

/** Two servers that both find none meet at the unit's row, and the second finds the first one's. */
async function seedOf(work: Work, subDistrictId: string): Promise<readonly [CallbackSeed, boolean]> {
  const kept = await work.findOne(callbackSeedTable, { subDistrictId })
  if (kept !== null) return [kept, false]
  await lockUnit(work, subDistrictId)
  const meanwhile = await work.findOne(callbackSeedTable, { subDistrictId })
  if (meanwhile !== null) return [meanwhile, false]
  const ofWork = made.get(work) ?? new Map<string, CallbackSeed>()
  made.set(work, ofWork)
  const seed = ofWork.get(subDistrictId) ?? { subDistrictId, seed: newSeed(), madeAt: work.now }
  ofWork.set(subDistrictId, seed)
  return [seed, true]
}

/** One for all that are drawn in the same work before any of it is written. */
const made = new WeakMap<Work, Map<string, CallbackSeed>>()
