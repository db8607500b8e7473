import { DomainError, type EpochMs } from '@huiying/shared/kernel'
import type { Dialect } from '../database/dialect'
import { findQuery, type Query } from '../database/find-query'
import type { RawRow } from '../database/table'
import { type IdempotencyKeyRow, idempotencyKeysTable, type KeptAnswer } from './idempotency-keys.table'
import type { RequestContext } from './request-context'

/** Finds what is kept. */
export function storedAnswerQuery({ accountId, idempotencyKey }: KeyedContext, dialect: Dialect): Query | null {
  return findQuery(idempotencyKeysTable, { accountId, key: idempotencyKey }, {}, dialect)
}

export function keptAnswerIn([raw]: readonly RawRow[]): KeptAnswer | null {
  return raw === undefined ? null : idempotencyKeysTable.fromRaw(raw)
}

/** The same within a query that finds an account `a`. */
export const KEPT_ANSWER = {
  columns: 'k.route AS kept_route, k.body_hash AS kept_body_hash, k.run AS kept_run, k.answer AS kept_answer',
  /** @param key an expression for the key, or null */
  joinOn: (key: string) => `LEFT JOIN idempotency_keys k ON k.account_id = a.id AND k.key_ = ${key}`,
}

export function joinedAnswerIn(row: RawRow): KeptAnswer | null {
  if (row['kept_route'] === null || row['kept_route'] === undefined) return null
  const { kept_route: route, kept_body_hash: bodyHash, kept_run: run, kept_answer: answer } = row
  return {
    route: String(route), bodyHash: String(bodyHash), run: Number(run), answer: answer === null ? null : String(answer),
  }
}

/**
 * What the same request got the first time from the same unit of work; null when it is new.
 * @throws DomainError `request.key-reused` when the key belongs to another request
 */
export function storedAnswer(
  kept: KeptAnswer | null,
  request: KeyedContext,
  run: number,
): { readonly answer: unknown } | null {
  if (kept === null) return null
  if (kept.route !== request.route || kept.bodyHash !== request.bodyHash) throw new DomainError('request.key-reused')
  if (kept.run !== run) return null
  return { answer: kept.answer === null ? undefined : JSON.parse(kept.answer) }
}

export function answerRow(
  request: KeyedContext,
  run: number,
  answer: unknown,
  now: EpochMs,
): IdempotencyKeyRow {
  return {
    accountId: request.accountId,
    key: request.idempotencyKey,
    route: request.route,
    bodyHash: request.bodyHash,
    run,
    answer: answer === undefined ? null : JSON.stringify(answer),
    createdAt: now,
  }
}

type KeyedContext = RequestContext & { readonly idempotencyKey: string }

export function isKeyed(request: RequestContext | null): request is KeyedContext {
  return request !== null && request.idempotencyKey !== null
}
