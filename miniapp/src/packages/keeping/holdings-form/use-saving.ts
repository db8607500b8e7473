import type { HoldingsAnswer } from '@huiying/shared/ledger'
import type { Draft } from '@/platform/draft'
import { sendDraftNow } from '@/platform/send-draft'
import { useAct } from '@/platform/use-act'
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
  const { isBusy, fault, complain, run } = useAct()
  const save = async () => {
    const known = read(kept.value)
    if ('fault' in known) return complain(known.fault)
    await run(async () => {
      const changed = await sendDraftNow(kept, (key) => store(id ?? key, known.body))
      toast('存好了')
      onDone(changed)
    })
  }
  return { isBusy, fault, save }
}
