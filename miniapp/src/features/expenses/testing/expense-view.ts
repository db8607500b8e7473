import type { ContentView, ExpenseMay, ExpenseRow, ExpenseView, SlotView, WaitingView } from '@huiying/shared/expenses'
import type { PersonTag } from '@huiying/shared/identity'
import { DAY_MS, type EpochMs } from '@huiying/shared/kernel'

/** 2026-11-20 10:00 in China. */
export const SUBMITTED_AT: EpochMs = Date.UTC(2026, 10, 20, 2, 0)

const person = (personId: string, name: string, post: PersonTag['post']): PersonTag =>
  ({ personId, name, post, charge: null })

export const CHEN = person('person-1', '陈志远', 'committee-member')
export const HE = person('p-he', '何秀英', 'resident')
export const LIU = person('p-liu', '刘芳', 'supervisor')
export const WANG = person('p-wang', '王建民', 'director')
export const LI = person('p-li', '李国强', 'secretary')
export const SUN = person('p-sun', '孙明', 'accountant')

export const NOTHING: ExpenseMay = {
  sign: [], takeBack: [],
  save: false, submit: false, withdraw: false, cancel: false, pay: false, post: false, mask: false,
}

export function contentView(change: Partial<ContentView> = {}): ContentView {
  return {
    payee: { kind: 'firm', name: '清河建材店', personId: null, maskedAccount: '6222****0123' },
    amountFen: 128_000,
    payFrom: { code: '10201', name: '银行存款（农商行）' },
    incurredOn: '2026-11-18',
    purpose: '修三组水渠的水泥',
    statement: { text: '三组水渠上个月冲坏了一段，买水泥 40 袋，由三组出工修好。', voice: null },
    items: [{ name: '水泥', quantity: '40 袋', amountFen: 128_000 }],
    account: { code: '514', name: '公益支出', plainName: '修路修渠这些公益的事' },
    vouchers: [{
      fileId: 'f1', kind: 'invoice', issuerName: '清河建材店', invoice: { code: null, number: '26372000000123456789' },
      photo: { id: 'f1', url: '/f1', thumbUrl: '/f1t' }, sha256: 'a'.repeat(64), isMasked: false,
    }],
    handler: CHEN,
    witness: HE,
    decision: null,
    ...change,
  }
}

export function slotView(change: Partial<SlotView> = {}): SlotView {
  return { slot: 'handler', stage: 0, isOpen: true, signed: null, people: [CHEN], blocked: [], nobody: null, ...change }
}

/** Handler and witness are asked, and have not signed yet. */
export const WAITING: WaitingView = {
  on: [{ step: 'handler', people: [CHEN], nobody: null }, { step: 'witness', people: [HE], nobody: null }],
  sinceAt: SUBMITTED_AT,
  days: 2,
}

/** Submitted two days ago. */
export function expenseView(change: Partial<ExpenseView> = {}): ExpenseView {
  return {
    id: 'e1',
    now: SUBMITTED_AT + 2 * DAY_MS,
    village: { id: 'village-1', kind: 'village', name: '青石桥村' },
    bookId: 'b1',
    status: 'signing',
    content: contentView(),
    revision: 1,
    digest: 'd1',
    savedAt: SUBMITTED_AT,
    savedBy: SUN,
    submittedAt: SUBMITTED_AT,
    slots: [
      slotView(),
      slotView({ slot: 'witness', people: [HE] }),
      slotView({ slot: 'supervisor', stage: 1, isOpen: false, people: [LIU] }),
      slotView({ slot: 'director', stage: 3, isOpen: false, people: [WANG] }),
      slotView({ slot: 'approver', stage: 4, isOpen: false, people: [LI] }),
    ],
    waiting: WAITING,
    hints: [],
    history: [{
      number: 1, savedAt: SUBMITTED_AT, savedBy: SUN, changed: [], signatures: [], over: null,
    }],
    payment: null,
    entryId: null,
    ended: null,
    approvedAt: null,
    may: NOTHING,
    ...change,
  }
}

export function expenseRow(change: Partial<ExpenseRow> = {}): ExpenseRow {
  const { id, village, status, waiting } = expenseView()
  return {
    id, village, status, waiting, purpose: '修三组水渠的水泥', payeeName: '清河建材店', amountFen: 128_000,
    createdAt: SUBMITTED_AT, mySlots: [], ...change,
  }
}
