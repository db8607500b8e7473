import { ApiError } from './api-error'
import type { Draft } from './draft'
import { send, type SendOutcome, type Submission } from './outbox'

/**
 * Sends what a draft became: sent or kept empties the draft; a refusal leaves the words and gives the next try a new
 * key, because the server remembers which body came under the old one.
 * @throws ApiError when the server said no.
 */
export async function sendDraft<Answer, Value>(draft: Draft<Value>, submission: Omit<Submission, 'key'>): Promise<SendOutcome<Answer>> {
  try {
    const outcome = await send<Answer>({ ...submission, key: draft.key })
    draft.clear()
    return outcome
  } catch (error) {
    draft.renewKey()
    throw error
  }
}

/**
 * The same without the outbox, for what one waits for: also when nothing went out the words stay, and the next try goes
 * under the same key, because the first may have arrived.
 * @throws ApiError when no answer came or the server said no.
 */
export async function sendDraftNow<Answer, Value>(
  draft: Pick<Draft<Value>, 'key' | 'clear' | 'renewKey'>,
  act: (key: string) => Promise<Answer>,
): Promise<Answer> {
  try {
    const answer = await act(draft.key)
    draft.clear()
    return answer
  } catch (error) {
    if (error instanceof ApiError && !error.passing && error.status !== 401) draft.renewKey()
    throw error
  }
}
