import { useRef, useState } from 'react'
import { ApiError } from './api-error'
import { newIdempotencyKey } from './idempotency-key'
import { sentenceOf } from './say'

export interface Act {
  readonly isBusy: boolean
  /** What went wrong, as a sentence; `null` before and after a good try. */
  readonly fault: string | null
  /** The refusal's code, for the few pages that go another way on it; `null` where nobody refused. */
  readonly faultCode: string | null
  readonly forget: () => void
  /** Says beforehand what the phone itself finds missing. */
  readonly complain: (words: string | null) => void
  /**
   * `true` once it is done; a second one meanwhile does nothing. The key stays the same while nobody answered: the
   * first try may have arrived.
   */
  readonly run: (act: (key: string) => Promise<unknown>) => Promise<boolean>
}

export interface ActWish {
  /** The paper has changed meanwhile. */
  readonly onConflict?: () => void
  /** Says in passing what went wrong, where the page has no place to keep it. */
  readonly say?: (words: string) => void
  /** Once done, the page or form goes: it stays busy, so that a quick second tap does nothing. */
  readonly isLast?: boolean
}

/** One act by a tap: busy, done, or why not. */
export function useAct({ onConflict, say, isLast = false }: ActWish = {}): Act {
  const [isBusy, setIsBusy] = useState(false)
  const [wrong, setWrong] = useState(NOTHING_WRONG)
  const key = useRef<string | null>(null)
  const isUnderWay = useRef(false)
  const rest = () => {
    isUnderWay.current = false
    setIsBusy(false)
  }
  const run = async (act: (key: string) => Promise<unknown>): Promise<boolean> => {
    if (isUnderWay.current) return false
    isUnderWay.current = true
    key.current ??= newIdempotencyKey()
    setIsBusy(true)
    setWrong(NOTHING_WRONG)
    try {
      await act(key.current)
      key.current = null
      if (!isLast) rest()
      return true
    } catch (error) {
      const refusal = error instanceof ApiError ? error : null
      if (refusal === null || !refusal.passing) key.current = null
      setWrong({ fault: sentenceOf(error), faultCode: refusal?.code ?? null })
      rest()
      say?.(sentenceOf(error))
      if (refusal?.status === 409) onConflict?.()
      return false
    }
  }
  const complain = (fault: string | null) => setWrong({ fault, faultCode: null })
  return { isBusy, ...wrong, run, forget: () => complain(null), complain }
}

const NOTHING_WRONG: Pick<Act, 'fault' | 'faultCode'> = { fault: null, faultCode: null }
