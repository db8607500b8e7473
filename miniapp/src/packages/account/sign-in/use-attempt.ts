import { useCallback, useState } from 'react'
import { ApiError } from '@/platform/api-error'
import { sentenceOf } from '@/platform/say'

export interface Attempt {
  readonly isBusy: boolean
  /** What went wrong, as a sentence; `null` before and after a good try. */
  readonly fault: string | null
  readonly faultCode: string | null
  readonly setFault: (sentence: string | null) => void
  readonly attempt: (act: () => Promise<unknown>) => Promise<void>
}

/** One thing after another that may fail, with its sentence kept on the page. */
export function useAttempt(): Attempt {
  const [isBusy, setIsBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const [faultCode, setFaultCode] = useState<string | null>(null)
  const attempt = useCallback(async (act: () => Promise<unknown>) => {
    setIsBusy(true)
    setFault(null)
    setFaultCode(null)
    try {
      await act()
    } catch (error) {
      setFault(sentenceOf(error))
      setFaultCode(error instanceof ApiError ? error.code : null)
    } finally {
      setIsBusy(false)
    }
  }, [])
  return { isBusy, fault, faultCode, setFault, attempt }
}
