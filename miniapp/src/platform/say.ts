import { errorWords, isErrorCode } from '@huiying/shared/facts'
import { DomainError } from '@huiying/shared/kernel'
import { ApiError } from './api-error'

/** What happened and what to do, for anything that was thrown: a server's refusal, a rule's refusal, a dead network. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ApiError && error.offline) return '网络不通，请看看信号，再试一次'
  if ((error instanceof ApiError || error instanceof DomainError) && isErrorCode(error.code)) {
    return errorWords(error.code, error.details)
  }
  if (error instanceof PlainError) return error.message
  if (error instanceof ApiError && error.status >= 500) return errorWords('server.failed')
  return '没有成功，请退出这一页再试一次'
}

/** A refusal whose sentence is already made: by the phone itself, about the microphone or the photos. */
export class PlainError extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'PlainError'
  }
}
