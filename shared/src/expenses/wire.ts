import type { PhotoAddress, VoiceAddress } from '../files'
import type { CalendarDate, EpochMs, Fen } from '../kernel'
import type { PersonTag } from '../identity'
import type { PublicVoucher } from '../ledger'
import type { UnitBrief } from '../villages'
import type { ContentField, ExpenseItem, InvoiceNumber, VoucherKind } from './content'
import type { ExpenseStatus, SignatureLevel } from './expense'
import type { Hint } from './hints'
import type { DecisionRow } from './ground-wire'
import type { ExpenseTerms } from './policy'
import type { ShownBody, Strokes } from './signing-wire'
import type { Slot } from './slots'
import type { Block } from './standing'
import type { NobodyReason } from './who-will-sign'
import type { WaitingStep } from './waiting'

/**
 * POST /api/villages/:villageId/expenses (accountant, keyed) and PUT /api/expenses/:id {content, shown}. Answer
 * ExpenseView.
 */
export interface ExpenseBody {
  /** Where a village has two books; left out: its first, and on a change always the same. */
  readonly bookId?: string
  readonly payee: {
    readonly kind: 'person' | 'firm'
    readonly name: string
    readonly personId?: string
    /** All digits; the server keeps a masked form and a keyed digest. Left out on a change: stays as it is. */
    readonly accountNumber?: string
  }
  readonly amountFen: Fen
  readonly payFrom: string
  readonly incurredOn: CalendarDate
  readonly purpose: string
  readonly statement: { readonly text: string; readonly voiceId?: string }
  readonly items: readonly ExpenseItem[]
  readonly accountCode: string
  readonly vouchers: readonly {
    readonly fileId: string
    readonly kind: VoucherKind
    readonly issuerName?: string
    readonly invoice?: InvoiceNumber
  }[]
  readonly handlerId?: string
  readonly witnessId?: string
  readonly decisionId?: string
}
export interface SaveExpenseBody {
  readonly content: ExpenseBody
  readonly shown: ShownBody
}
// POST /api/expenses/:id/submission {shown}; /withdrawal (no body). Answer ExpenseView.

/**
 * GET /api/expenses/:id — for whoever signs or may sign it, the accountant, the village's leads and supervisor,
 * superiors.
 */
export interface ExpenseView {
  readonly id: string
  readonly now: EpochMs
  readonly village: UnitBrief
  readonly bookId: string
  readonly status: ExpenseStatus
  readonly content: ContentView
  readonly revision: number
  readonly digest: string
  readonly savedAt: EpochMs
  readonly savedBy: PersonTag | null
  readonly submittedAt: EpochMs | null
  readonly slots: readonly SlotView[]
  readonly waiting: WaitingView | null
  readonly hints: readonly HintView[]
  /** Oldest first, the current one last. */
  readonly history: readonly RevisionView[]
  readonly payment: {
    readonly paidOn: CalendarDate
    readonly reference: string
    readonly proof: PhotoAddress | null
    readonly by: PersonTag | null
    readonly at: EpochMs
  } | null
  readonly entryId: string | null
  readonly ended: { readonly at: EpochMs; readonly by: PersonTag | null; readonly reason: string | null } | null
  readonly approvedAt: EpochMs | null
  readonly may: ExpenseMay
}
export interface ExpenseMay {
  /** Slots the viewer may sign or refuse now. */
  readonly sign: readonly Slot[]
  readonly takeBack: readonly Slot[]
  readonly save: boolean
  readonly submit: boolean
  readonly withdraw: boolean
  readonly cancel: boolean
  readonly pay: boolean
  readonly post: boolean
  readonly mask: boolean
}
export interface ContentView {
  readonly payee: {
    readonly kind: 'person' | 'firm'
    readonly name: string
    readonly personId: string | null
    readonly maskedAccount: string | null
  }
  readonly amountFen: Fen
  readonly payFrom: { readonly code: string; readonly name: string }
  readonly incurredOn: CalendarDate
  readonly purpose: string
  readonly statement: { readonly text: string; readonly voice: VoiceAddress | null }
  readonly items: readonly ExpenseItem[]
  readonly account: { readonly code: string; readonly name: string; readonly plainName: string }
  readonly vouchers: readonly {
    readonly fileId: string
    readonly kind: VoucherKind
    readonly issuerName: string | null
    readonly invoice: InvoiceNumber | null
    readonly photo: PhotoAddress | null
    readonly sha256: string
    readonly isMasked: boolean
  }[]
  readonly handler: PersonTag | null
  readonly witness: PersonTag | null
  readonly decision: DecisionRow | null
}
export interface SlotView {
  readonly slot: Slot
  readonly stage: number
  readonly isOpen: boolean
  readonly signed: {
    readonly by: PersonTag
    readonly at: EpochMs
    readonly level: SignatureLevel
    readonly strokes: Strokes | null
  } | null
  /** Who may sign it as things stand. */
  readonly people: readonly PersonTag[]
  readonly blocked: readonly { readonly person: PersonTag; readonly block: Block }[]
  readonly nobody: NobodyReason | null
}
/** "正在办，在谁手上，几天了" */
export interface WaitingView {
  readonly on: readonly {
    readonly step: WaitingStep
    readonly people: readonly PersonTag[]
    readonly nobody: NobodyReason | null
  }[]
  readonly sinceAt: EpochMs
  readonly days: number
}
export type HintView = Hint & {
  /** Other expenses the viewer may open. */
  readonly links: readonly { readonly expenseId: string; readonly purpose: string }[]
}
export interface RevisionView {
  readonly number: number
  readonly savedAt: EpochMs
  readonly savedBy: PersonTag | null
  readonly changed: readonly ContentField[]
  readonly signatures: readonly {
    readonly slot: Slot
    readonly by: PersonTag
    readonly at: EpochMs
    readonly isVoided: boolean
  }[]
  readonly over: {
    readonly how: 'changed' | 'refused'
    readonly at: EpochMs
    readonly by: PersonTag | null
    readonly reason: string | null
  } | null
}

/**
 * GET /api/expenses — mine to act on first; cadres of the village. GET
 * /api/villages/:villageId/expenses?status=&after=
 */
export interface ExpenseListAnswer {
  readonly now: EpochMs
  /** Waits for my signature, my payment or my posting. */
  readonly mine: readonly ExpenseRow[]
  readonly others: readonly ExpenseRow[]
  readonly more: string | null
  readonly mayDraft: readonly UnitBrief[]
}
export interface ExpenseRow {
  readonly id: string
  readonly village: UnitBrief
  readonly status: ExpenseStatus
  readonly purpose: string
  readonly payeeName: string
  readonly amountFen: Fen
  readonly createdAt: EpochMs
  readonly waiting: WaitingView | null
  readonly mySlots: readonly Slot[]
}

/** GET /api/villages/:villageId/expense-form?bookId= — all a draft is filled from. */
export interface ExpenseFormAnswer {
  readonly village: UnitBrief
  readonly bookId: string
  readonly terms: ExpenseTerms
  readonly payFrom: readonly { readonly code: string; readonly name: string; readonly availableFen: Fen }[]
  readonly accounts: readonly { readonly code: string; readonly name: string; readonly plainName: string }[]
  /** Who can be handler or witness. */
  readonly people: readonly PersonTag[]
  readonly payees: readonly {
    readonly kind: 'person' | 'firm'
    readonly name: string
    readonly personId: string | null
    readonly maskedAccount: string | null
  }[]
  readonly decisions: readonly DecisionRow[]
}

/**
 * GET /api/expenses/:id/public — what every villager reads of a paid one, and of one that waits ("正在办"). Before it is
 * submitted, and once it was refused, withdrawn or cancelled, it is not there.
 */
export interface PublicExpense {
  readonly id: string
  readonly village: UnitBrief
  readonly status: ExpenseStatus
  readonly purpose: string
  readonly payeeName: string
  readonly amountFen: Fen
  readonly incurredOn: CalendarDate
  readonly statement: { readonly text: string; readonly voice: VoiceAddress | null }
  readonly items: readonly ExpenseItem[]
  /** Five faces with roles and times. */
  readonly signed: readonly {
    readonly slot: Slot
    readonly by: PersonTag
    readonly at: EpochMs
    readonly level: SignatureLevel
  }[]
  readonly waiting: WaitingView | null
  readonly decision: DecisionRow | null
  readonly vouchers: readonly PublicVoucher[]
  readonly revisions: number
  readonly paidOn: CalendarDate | null
  /** Where it stands in the book. */
  readonly entryId: string | null
}
/**
 * GET /api/villages/:villageId/waiting-expenses — what is waiting, and on whom; for every villager. Oldest first, ≤ 50.
 */
export interface WaitingExpensesAnswer {
  readonly expenses: readonly PublicExpense[]
}
