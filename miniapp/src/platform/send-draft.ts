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
