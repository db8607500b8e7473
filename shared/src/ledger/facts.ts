import type { CalendarDate, Fen } from '../kernel'
import type { Month } from './month'

interface OfBook {
  /** The book. */
  readonly subjectId: string
}

/** What can have happened to a book. */
export type LedgerFact =
  | (OfBook & { readonly type: 'ledger.entry-posted'; readonly entryId: string; readonly month: Month; readonly voucher: number })
  | (OfBook & {
      readonly type: 'ledger.entry-reversed'
      readonly entryId: string
      readonly byEntryId: string
      /** Of the entry that was taken back; its page says so from now on. */
      readonly month: Month
      readonly inMonth: Month
    })
  | (OfBook & { readonly type: 'ledger.reserved'; readonly expenseId: string; readonly account: string; readonly amountFen: Fen })
  | (OfBook & { readonly type: 'ledger.released'; readonly expenseId: string; readonly account: string; readonly amountFen: Fen })
  | (OfBook & { readonly type: 'ledger.month-asserted'; readonly month: Month })
  | (OfBook & { readonly type: 'ledger.assertion-withdrawn'; readonly month: Month })
  | (OfBook & { readonly type: 'ledger.month-closed'; readonly month: Month; readonly size: number })
  | (OfBook & { readonly type: 'ledger.month-published'; readonly month: Month; readonly lastOn: CalendarDate })
  | (OfBook & { readonly type: 'ledger.objection-raised'; readonly objectionId: string; readonly month: Month; readonly entryId: string | null })
  | (OfBook & { readonly type: 'ledger.objection-answered'; readonly objectionId: string; readonly month: Month })
  | (OfBook & { readonly type: 'ledger.book-opened'; readonly villageId: string })
  /** Accounts below the chart's, assets, resources, contracts. */
  | (OfBook & { readonly type: 'ledger.register-changed'; readonly what: 'account' | 'asset' | 'resource' | 'contract'; readonly id: string })
  | (OfBook & { readonly type: 'ledger.imported'; readonly entries: number })
  /** The nightly check found what must not be: the village and whoever watches over it are told. */
  | (OfBook & { readonly type: 'ledger.damage-found'; readonly findingIds: readonly string[] })
  /** `subjectId` is the sub-district. */
  | { readonly type: 'ledger.policy-set'; readonly subjectId: string; readonly version: number }
