import { DomainError, type EpochMs } from '@huiying/shared/kernel'
import type { Dialect } from '../database/dialect'
import { findQuery, type Query } from '../database/find-query'
import type { RawRow } from '../database/table'
import { type IdempotencyKeyRow, idempotencyKeysTable } from './idempotency-keys.table'
import type { RequestContext } from './request-context'

/** Finds what `storedAnswer` looks at. */
export function storedAnswerQuery({ accountId, idempotencyKey }: KeyedContext, dialect: Dialect): Query | null {
  return findQuery(idempotencyKeysTable, { accountId, key: idempotencyKey }, {}, dialect)
}

/**
 * What the same request got the first time from the same unit of work; null when it is new.
 * @throws DomainError `request.key-reused` when the key belongs to another request
 */
export function storedAnswer(
  [raw]: readonly RawRow[],
  request: KeyedContext,
  run: number,
): { readonly answer: unknown } | null {
  if (raw === undefined) return null
  const row = idempotencyKeysTable.fromRaw(raw)
  if (row.route !== request.route || row.bodyHash !== request.bodyHash) throw new DomainError('request.key-reused')
  if (row.run !== run) return null
  return { answer: row.answer === null ? undefined : JSON.parse(row.answer) }
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
