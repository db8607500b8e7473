import type { HoldingsAnswer } from '@huiying/shared/ledger'

/** What is being written: `id` of a known one, `null` for a new one. */
export interface Writing {
  readonly what: 'asset' | 'resource' | 'contract'
  readonly id: string | null
}

export interface HoldingFormProps {
  readonly holdings: HoldingsAnswer
  readonly id: string | null
  readonly isBeside: boolean
  /** `null`: thought better of it; what was written waits on the phone. */
  readonly onDone: (changed: HoldingsAnswer | null) => void
}
