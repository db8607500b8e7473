import { useRef, useState } from 'react'
import { ApiError } from '@/platform/api-error'
import { newIdempotencyKey } from '@/platform/idempotency-key'
import { sentenceOf } from '@/platform/say'

export interface Act {
  readonly isBusy: boolean
  readonly fault: string | null
  readonly forget: () => void
  /** Says beforehand what the phone itself finds missing. */
  readonly complain: (words: string) => void
  /** `true` once it is done. The key stays the same while nobody answered: the first try may have arrived. */
  readonly run: (act: (key: string) => Promise<void>) => Promise<boolean>
}

/** One act by a tap: busy, done, or why not. @param onConflict when the paper has changed meanwhile */
export function useAct(onConflict: () => void = () => undefined): Act {
  const [isBusy, setIsBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const key = useRef<string | null>(null)
  const run = async (act: (key: string) => Promise<void>): Promise<boolean> => {
    key.current ??= newIdempotencyKey()
    setIsBusy(true)
    setFault(null)
    try {
      await act(key.current)
      key.current = null
      setIsBusy(false)
      return true
    } catch (error) {
      const isAnswered = !(error instanceof ApiError) || !error.passing
      if (isAnswered) key.current = null
      setFault(sentenceOf(error))
      setIsBusy(false)
      if (error instanceof ApiError && error.status === 409) onConflict()
      return false
    }
  }
  return { isBusy, fault, run, forget: () => setFault(null), complain: setFault }
}
