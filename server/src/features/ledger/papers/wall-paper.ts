import type { EpochMs, Fen } from '@huiying/shared/kernel'
import type { EntryRow, HoldingsAnswer, Month, MoneyFlow, MonthStatus, NoticeView, Use } from '@huiying/shared/ledger'

/** A month of a book as it hangs on the public board: all that is drawn, and nothing that must be looked up. */
export interface WallPaper {
  readonly villageName: string
  readonly bookName: string
  readonly month: Month
  readonly monthStatus: MonthStatus
  readonly printedAt: EpochMs
  /** In cash and banks at the end of the month. */
  readonly moneyFen: Fen
  readonly flow: MoneyFlow
  readonly out: readonly Use[]
  readonly in: readonly Use[]
  /** Oldest first; where they are many, those that moved most. */
  readonly entries: readonly EntryRow[]
  readonly entryCount: number
  readonly notice: NoticeView | null
  readonly holdings: Pick<HoldingsAnswer, 'assetTotals' | 'resourceTotals' | 'overdueFen'> & { readonly contractCount: number }
  readonly head: WallHead | null
  /** Where the QR code leads; `null`: nobody has said by which address residents reach the product. */
  readonly address: string | null
}

/** The signed head that covers all of the month. */
export interface WallHead {
  readonly size: number
  /** In hex, whole: for the phone, in the code. */
  readonly root: string
  /** For the eye. */
  readonly fingerprint: string
  readonly isWitnessed: boolean
}
