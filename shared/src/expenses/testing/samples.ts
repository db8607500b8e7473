import { HOUR_MS, startOfChinaDay, type EpochMs } from '../../kernel'
import type { PostKind, SeatedPost } from '../../identity'
import { canonicalJson, hexOf, utf8Of } from '../../proof'
import { sha256 } from '../../proof/testing/node-sha-256'
import type { DigestOf } from '../canonical-content'
import type { ExpenseContent } from '../content'
import type { SigningChallenge } from '../challenge'
import { draftExpense, submitExpense, type SubmitGround } from '../draft-acts'
import { currentRevision, type ExpenseRequest } from '../expense'
import { DEFAULT_EXPENSE_TERMS } from '../policy'
import { signExpense, type SignAct, type SignGround } from '../sign-acts'
import type { Slot } from '../slots'
import type { SigningGround } from '../standing'

/** 2026-09-14, a Monday, nine o'clock in China. */
export const NINE: EpochMs = startOfChinaDay('2026-09-14') + 9 * HOUR_MS
export const POLICY = { version: 1, terms: DEFAULT_EXPENSE_TERMS }
export const PLACE = { id: 'e1', villageId: 'liushu', subDistrictId: 'qingxi', bookId: 'book' }

export const digestOf: DigestOf = (content) => hashOf(canonicalJson(content))

export function hashOf(text: string): string {
  return hexOf(sha256(utf8Of(text)))
}

export function post(personId: string, kind: PostKind, changes: Partial<SeatedPost> = {}): SeatedPost {
  return {
    id: `${personId}-${kind}`, personId, kind, unitId: 'liushu', charge: null, fromAt: 0, toAt: null,
    villageId: 'liushu', subDistrictId: 'qingxi', ...changes,
  }
}

export const SECRETARY = 'shu'
export const DIRECTOR = 'ren'
export const SUPERVISOR = 'jian'
export const HANDLER = 'jing'
export const WITNESS = 'zheng'
export const ACCOUNTANT = 'bao'
export const CADRE = 'cun'

/** A village with everybody in office. */
export const POSTS: readonly SeatedPost[] = [
  post(SECRETARY, 'secretary'), post(DIRECTOR, 'director'), post(SUPERVISOR, 'supervisor'), post(HANDLER, 'committee-member'),
  post(WITNESS, 'resident'), post(ACCOUNTANT, 'accountant'), post(CADRE, 'stationed-cadre'),
]

/** The same, the secretary being director too. */
export const ONE_SHOULDER_POSTS: readonly SeatedPost[] = [
  ...POSTS.filter(({ kind }) => kind !== 'director'), post(SECRETARY, 'director'),
]

export function groundOf(posts: readonly SeatedPost[] = POSTS, relatives: SigningGround['relatives'] = []): SubmitGround {
  return { posts, relatives, others: [], vouchersInUse: [], decision: null }
}

/** 1,280 yuan for cement. */
export function content(changes: Partial<ExpenseContent> = {}): ExpenseContent {
  const amountFen = changes.amountFen ?? 128_000
  return {
    payee: { kind: 'firm', name: '清溪建材店', personId: null, account: { masked: '6222****0123', key: 'key-jiancai' } },
    amountFen,
    payFrom: '102',
    incurredOn: '2026-09-10',
    purpose: '买水泥修三组的路',
    statement: { text: '三组的路被水冲坏了，买水泥来补', voice: null },
    items: [{ name: '水泥', quantity: '40 袋', amountFen }],
    accountCode: '514',
    vouchers: [{ fileId: 'f1', sha256: hashOf('f1'), kind: 'invoice', issuerName: '清溪建材店', invoice: { code: '0440', number: '00112233' } }],
    handlerId: HANDLER,
    witnessId: WITNESS,
    decisionId: null,
    ...changes,
  }
}

export function draft(changes: Partial<ExpenseContent> = {}, posts: readonly SeatedPost[] = POSTS, id = 'e1'): ExpenseRequest {
  return draftExpense({ ...PLACE, id }, content(changes), ACCOUNTANT, posts, POLICY, digestOf, NINE).next
}

export function submitted(changes: Partial<ExpenseContent> = {}, ground: SubmitGround = groundOf(), id = 'e1'): ExpenseRequest {
  const request = draft(changes, ground.posts, id)
  return submitExpense(request, ACCOUNTANT, shownOf(request), ground, NINE).next
}

export function shownOf(request: ExpenseRequest): { readonly revision: number; readonly digest: string } {
  const { number, digest } = currentRevision(request)
  return { revision: number, digest }
}

let nonces = 0

/** A signing act of somebody who has just looked, with a challenge of its own. */
export function signing(
  request: ExpenseRequest,
  slot: Slot,
  personId: string,
  now: EpochMs,
  changes: Partial<SignAct> = {},
): { readonly act: SignAct; readonly challenge: SigningChallenge<Slot> } {
  const nonce = `nonce-${++nonces}`
  const strokes = { fileId: `strokes-${nonces}`, sha256: hashOf(`strokes-${nonces}`) }
  const act: SignAct = { slot, personId, shown: shownOf(request), nonce, level: 'drawn', strokes, ...changes }
  const challenge = {
    nonce: act.nonce, subjectId: request.id, slot, personId, ...act.shown,
    issuedAt: now, expiresAt: now + HOUR_MS, usedAt: null,
  }
  return { act, challenge }
}

export function sign(
  request: ExpenseRequest,
  slot: Slot,
  personId: string,
  now: EpochMs = NINE,
  ground: Partial<SignGround> = {},
  changes: Partial<SignAct> = {},
): ExpenseRequest {
  const { act, challenge } = signing(request, slot, personId, now, changes)
  return signExpense(request, act, { ...groundOf(), challenge, availableFen: 100_000_000, ...ground }, now).next
}

export const SIGNERS: readonly (readonly [Slot, string])[] = [
  ['handler', HANDLER], ['witness', WITNESS], ['supervisor', SUPERVISOR], ['director', DIRECTOR], ['approver', SECRETARY],
]

/** The first `count` of the five have signed, an hour apart. */
export function signedBy(count: number, request = submitted(), posts = POSTS): ExpenseRequest {
  return SIGNERS.slice(0, count).reduce(
    (current, [slot, personId], index) => sign(current, slot, personId, NINE + (index + 1) * HOUR_MS, { posts }),
    request,
  )
}

