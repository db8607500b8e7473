import { startOfChinaDay, HOUR_MS, type EpochMs } from '../../kernel'
import { post, POSTS, digestOf, hashOf, HANDLER } from '../../expenses/testing/samples'
import type { SigningGround } from '../../expenses'
import { draftSeal, submitSeal } from '../draft-seal'
import type { SealContent } from '../seal-content'
import { currentSealRevision, type SealRequest, type SealSlot } from '../seal-request'
import { signSeal, type SealSignAct } from '../sign-seal'

/** 2026-09-14, a Monday, nine o'clock in China. */
export const NINE: EpochMs = startOfChinaDay('2026-09-14') + 9 * HOUR_MS
export const FILER = HANDLER
export const PLACE = { id: 's1', villageId: 'liushu', subDistrictId: 'qingxi' }

/** Two copies of a contract for the fish pond. */
export function sealContent(changes: Partial<SealContent> = {}): SealContent {
  return {
    kind: 'contracting-out',
    title: '鱼塘承包三年',
    counterparty: { name: '李四', personId: null },
    document: { fileId: 'contract', sha256: hashOf('contract') },
    copies: 2,
    consent: { heldOn: '2026-09-12', minutes: { fileId: 'minutes', sha256: hashOf('minutes') } },
    ...changes,
  }
}

export function groundOf(posts = POSTS, relatives: SigningGround['relatives'] = []): SigningGround {
  return { posts, relatives }
}

export function sealDraft(changes: Partial<SealContent> = {}, id = 's1'): SealRequest {
  return draftSeal({ ...PLACE, id }, sealContent(changes), FILER, POSTS, digestOf, NINE).next
}

export function sealSubmitted(changes: Partial<SealContent> = {}, ground = groundOf(), id = 's1'): SealRequest {
  const request = sealDraft(changes, id)
  return submitSeal(request, FILER, shownOf(request), ground, NINE).next
}

export function shownOf(request: SealRequest): { readonly revision: number; readonly digest: string } {
  const { number, digest } = currentSealRevision(request)
  return { revision: number, digest }
}

let nonces = 0

type Changes = Partial<SealSignAct>

export function sealSigning(request: SealRequest, slot: SealSlot, personId: string, changes: Changes = {}) {
  const nonce = `seal-nonce-${++nonces}`
  const strokes = { fileId: nonce, sha256: hashOf(nonce) }
  const act: SealSignAct = { slot, personId, shown: shownOf(request), nonce, level: 'soter', strokes, ...changes }
  const challenge = {
    nonce: act.nonce, subjectId: request.id, slot, personId, ...act.shown,
    issuedAt: 0, expiresAt: Infinity, usedAt: null,
  }
  return { act, challenge }
}

export function signedSeal(
  request: SealRequest,
  slot: SealSlot,
  personId: string,
  ground = groundOf(),
  changes: Changes = {},
): SealRequest {
  const { act, challenge } = sealSigning(request, slot, personId, changes)
  return signSeal(request, act, { ...ground, challenge }, NINE).next
}

/** Secretary and director are one person, "shu". */
export const ONE_SHOULDER = groundOf([...POSTS.filter(({ kind }) => kind !== 'director'), post('shu', 'director')])

export function approvedSeal(changes: Partial<SealContent> = {}, id = 's1'): SealRequest {
  const request = sealSubmitted(changes, groundOf(), id)
  return signedSeal(signedSeal(signedSeal(request, 'secretary', 'shu'), 'supervisor', 'jian'), 'director', 'ren')
}
