import { useRef, useState } from 'react'
import {
  checkStrokes, type ChallengeAnswer, type ExpenseView, type Slot, type StaleChange, type Strokes,
} from '@huiying/shared/expenses'
import { SECOND_MS } from '@huiying/shared/kernel'
import { askForChallenge, signExpense } from '@/features/expenses/api'
import { confirmByPhone } from '@/features/signing/soter'
import { ApiError } from '@/platform/api-error'
import { serverNow } from '@/platform/clock'
import { newIdempotencyKey } from '@/platform/idempotency-key'
import { sentenceOf } from '@/platform/say'
import { withPatience } from './not-your-turn'

/** With less left than this, the time to lay a finger on the phone might be too short. */
const LEAST_LEFT_MS = 30 * SECOND_MS

export interface Signing {
  readonly isBusy: boolean
  readonly fault: string | null
  /** What has changed since he looked; `null`: nothing has. */
  readonly changes: readonly StaleChange[] | null
  readonly signed: ExpenseView | null
  /** Did not confirm by finger or face, so it would be a drawn one alone. */
  readonly hasDeclined: boolean
  /** The pen was lifted: fetches the challenge while he looks at what he wrote. */
  readonly prepare: () => void
  /** @param how drawn: by the hand alone, after he declined the rest */
  readonly sign: (strokes: Strokes | null, how: 'confirmed' | 'drawn') => Promise<void>
}

/** One signature on exactly what was shown. @param expense as it stood on the screen from the first moment on */
export function useSigning(expense: ExpenseView, slot: Slot): Signing {
  const [isBusy, setIsBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const [changes, setChanges] = useState<readonly StaleChange[] | null>(null)
  const [signed, setSigned] = useState<ExpenseView | null>(null)
  const [hasDeclined, setHasDeclined] = useState(false)
  const challenge = useRef<Promise<ChallengeAnswer> | null>(null)
  const shown = { revision: expense.revision, digest: expense.digest }

  const fetchChallenge = () => {
    const asked = askForChallenge(expense.id, { slot, shown })
    challenge.current = asked
    // Failed is not fetched: the next try asks again.
    asked.catch(() => {
      if (challenge.current === asked) challenge.current = null
    })
    return asked
  }
  const freshChallenge = async (): Promise<ChallengeAnswer> => {
    const held = await challenge.current
    return held !== null && held.expiresAt - serverNow() > LEAST_LEFT_MS ? held : fetchChallenge()
  }
  const fail = (error: unknown) => {
    if (error instanceof ApiError && error.code === 'expense.stale') setChanges(changesIn(error))
    else setFault(sentenceOf(error))
  }

  const prepare = () => {
    if (challenge.current !== null) return
    // Whatever else is wrong is said when he signs; that he looks at something old is said at once.
    fetchChallenge().catch((error: unknown) => {
      if (error instanceof ApiError && error.code === 'expense.stale') fail(error)
    })
  }
  const sign: Signing['sign'] = async (strokes, how) => {
    setFault(null)
    if (strokes === null) return setFault('请先写上您的名字')
    setIsBusy(true)
    try {
      checkStrokes(strokes)
      const { nonce, challenge: text } = await withPatience(freshChallenge, expense, slot)
      const confirmation = how === 'drawn' ? null : await confirmByPhone(text)
      if (confirmation?.status === 'declined') {
        setHasDeclined(true)
        setIsBusy(false)
        return undefined
      }
      const soter = confirmation?.status === 'confirmed'
        ? { soter: { json: confirmation.json, signature: confirmation.signature } }
        : {}
      const body = { slot, shown, nonce, strokes, ...soter }
      setSigned(await withPatience(() => signExpense(expense.id, body, newIdempotencyKey()), expense, slot))
    } catch (error) {
      // A used or outlived one helps nobody again; after a dead network the same one may still be good.
      if (error instanceof ApiError && !error.passing) challenge.current = null
      fail(error)
    }
    setIsBusy(false)
    return undefined
  }
  return { isBusy, fault, changes, signed, hasDeclined, prepare, sign }
}

function changesIn({ problem }: ApiError): readonly StaleChange[] {
  return Array.isArray(problem['changes']) ? problem['changes'] as readonly StaleChange[] : []
}
