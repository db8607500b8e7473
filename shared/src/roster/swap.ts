import type { EpochMs } from '../kernel'

export type SwapStatus = 'asked' | 'accepted' | 'declined' | 'withdrawn'

/** "Will you sit for me?", with or without a day in return. Nothing moves before the other has said yes. */
export interface Swap {
  readonly id: string
  readonly subDistrictId: string
  /** The asker's slot. */
  readonly slotId: string
  /** The other's slot that the asker would sit in return; `null`: none. */
  readonly returnSlotId: string | null
  readonly fromPersonId: string
  readonly toPersonId: string
  readonly status: SwapStatus
  readonly askedAt: EpochMs
  readonly answeredAt: EpochMs | null
  readonly version: number
}
