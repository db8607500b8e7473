import { useState } from 'react'
import { revealReporterPhone } from '@/features/tickets/api'
import { callPhone } from '@/platform/call-phone'
import { sentenceOf } from '@/platform/say'
import { ask, toast } from '@/ui/toast'

const TOLD_WORDS = '村民会看到您看过号码。打完电话，请点“回应”写下说了什么，才算回应。'

/** Calls who raised the ticket. The number is shown to nobody but the dialler, and the reporter sees who looked. */
export function useCallReporter(ticketId: string): { readonly isBusy: boolean; readonly call: () => void } {
  const [isBusy, setIsBusy] = useState(false)
  const call = async () => {
    if (!(await ask({ title: '给村民打电话', words: TOLD_WORDS, yes: '打电话' }))) return
    setIsBusy(true)
    try {
      callPhone((await revealReporterPhone(ticketId)).phone)
    } catch (error) {
      toast(sentenceOf(error))
    }
    setIsBusy(false)
  }
  return { isBusy, call: () => void call() }
}
