import { useState } from 'react'
import type { HoldingsAnswer } from '@huiying/shared/ledger'
import type { Draft } from '@/platform/draft'
import { sentenceOf } from '@/platform/say'
import { sendDraftNow } from '@/platform/send-draft'
import { toast } from '@/ui/toast'
import type { Read } from './holding-value'

export interface Saving {
  readonly isBusy: boolean
  readonly fault: string | null
  readonly save: () => Promise<void>
}

export interface SavingWish<Value, Body> {
  readonly kept: Draft<Value>
  /** `null`: a new one, under the draft's own key, which stays the same until it is stored. */
  readonly id: string | null
  readonly read: (value: Value) => Read<Body>
  readonly store: (id: string, body: Body) => Promise<HoldingsAnswer>
  readonly onDone: (changed: HoldingsAnswer) => void
}

/** Stores one line of the register; what is wrong with it is said before anything is sent. */
export function useSaving<Value, Body>({ kept, id, read, store, onDone }: SavingWish<Value, Body>): Saving {
  const [isBusy, setIsBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const save = async () => {
    const known = read(kept.value)
    setFault('fault' in known ? known.fault : null)
    if ('fault' in known) return
    setIsBusy(true)
    try {
      const changed = await sendDraftNow(kept, (key) => store(id ?? key, known.body))
      toast('存好了')
      onDone(changed)
    } catch (error) {
      setFault(sentenceOf(error))
    }
    setIsBusy(false)
  }
  return { isBusy, fault, save }
}
