import type { PromiseAnswer, PromiseBody } from '@huiying/shared/sla'
import { get, put } from '@/platform/request'

// Both throw ApiError.

export function fetchPromiseTerms(): Promise<PromiseAnswer> {
  return get('/api/promise')
}

export function setPromiseTerms(body: PromiseBody): Promise<PromiseAnswer> {
  return put('/api/promise', body)
}
