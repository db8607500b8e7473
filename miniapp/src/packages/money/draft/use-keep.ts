import { useState } from 'react'
import type { ExpenseBody, ExpenseFormAnswer, ExpenseView } from '@huiying/shared/expenses'
import type { CalendarDate } from '@huiying/shared/kernel'
import { createExpense, saveExpense } from '@/features/expenses/api'
import { useUploadOnce } from '@/features/expenses/use-upload-once'
import type { Draft } from '@/platform/draft'
import { dropLocalFile } from '@/platform/local-file'
import { sentenceOf } from '@/platform/say'
import { sendDraftNow } from '@/platform/send-draft'
import { bodyOf, faultOf, type DraftValue, type SentFiles } from './draft-value'

export interface Keep {
  readonly isBusy: boolean
  readonly fault: string | null
  /** The paper as the server has it now; `null`: not kept, and `fault` says why. */
  readonly keep: () => Promise<ExpenseView | null>
}

/** Sends the files that are only on the phone, then the paper. What was typed stays until the server has it. */
export function useKeep(
  form: ExpenseFormAnswer,
  expense: ExpenseView | null,
  kept: Draft<DraftValue>,
  today: CalendarDate,
): Keep {
  const [isBusy, setIsBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const uploadOnce = useUploadOnce()

  const sendFiles = async ({ vouchers, localVoice, keptVoice }: DraftValue): Promise<SentFiles> => {
    const voucherIds = await Promise.all(vouchers.map(async ({ local, fileId }) =>
      local === null ? fileId ?? '' : uploadOnce(local)))
    const voiceId = localVoice === null ? keptVoice?.id ?? null : await uploadOnce(localVoice)
    return { voucherIds, voiceId }
  }
  const store = (body: ExpenseBody, key: string): Promise<ExpenseView> => {
    if (expense === null) return createExpense(form.village.id, body, key)
    const { id, revision, digest } = expense
    return saveExpense(id, { content: body, shown: { revision, digest } })
  }
  const keep = async (): Promise<ExpenseView | null> => {
    const draft = kept.value
    const wrong = faultOf(draft)
    setFault(wrong)
    if (wrong !== null) return null
    setIsBusy(true)
    try {
      const body = bodyOf(draft, await sendFiles(draft), today)
      const saved = await sendDraftNow(kept, (key) => store(body, key))
      const locals = [...draft.vouchers.map(({ local }) => local), draft.localVoice]
      await Promise.all(locals.flatMap((local) => (local === null ? [] : [dropLocalFile(local)])))
      setIsBusy(false)
      return saved
    } catch (error) {
      setFault(sentenceOf(error))
      setIsBusy(false)
      return null
    }
  }
  return { isBusy, fault, keep }
}
