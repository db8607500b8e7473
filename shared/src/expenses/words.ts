import type { ContentField, VoucherKind } from './content'
import type { ExpenseStatus, SignatureLevel } from './expense'
import type { Slot } from './slots'
import type { Block } from './standing'
import type { WaitingStep } from './waiting'
import type { NobodyReason } from './who-will-sign'

/** The words of the field as the screens show them (handbook §4). */
export const EXPENSE_STATUS_NAMES: Readonly<Record<ExpenseStatus, string>> = {
  draft: '还在填', signing: '正在签字', approved: '已批准，等付款', paid: '已付款，等记账', posted: '已记账', published: '已公示',
  refused: '没有签，要改', withdrawn: '已撤回', cancelled: '不付了',
}
export const SLOT_NAMES: Readonly<Record<Slot, string>> = {
  handler: '经手人', witness: '证明人', supervisor: '监委会主任', reviewer: '包村干部审核', director: '村委会主任', approver: '审批人（书记）',
}
export const WAITING_STEP_NAMES: Readonly<Record<WaitingStep, string>> = {
  ...SLOT_NAMES, payment: '付款', posting: '记账',
}
export const CONTENT_FIELD_NAMES: Readonly<Record<ContentField, string>> = {
  payee: '付给谁', amount: '金额', payFrom: '从哪里付', date: '日期', purpose: '用途', statement: '说明', items: '明细', accountCode: '科目',
  vouchers: '票据', handler: '经手人', witness: '证明人', decision: '村里的决定',
}
export const VOUCHER_KIND_NAMES: Readonly<Record<VoucherKind, string>> = { invoice: '发票', receipt: '收据', photo: '照片' }
export const SIGNATURE_LEVEL_NAMES: Readonly<Record<SignatureLevel, string>> = {
  soter: '手写，并用指纹或人脸确认', drawn: '手写',
}
export const BLOCK_NAMES: Readonly<Record<Block, string>> = {
  'no-post': '现在不担任这个职务',
  accountant: '记账的人不签字',
  payee: '钱是付给他的',
  'payee-relative': '收款的是他的近亲属',
  'receipt-missing': '垫付的钱要有别人开的发票或收据',
  handler: '他已经是经手人',
  witness: '他已经是证明人',
  'signed-elsewhere': '他已经在别处签了',
  'not-independent': '监委会主任不能兼任村里管事的职务，也不能是他们的近亲属',
}
export const NOBODY_REASON_NAMES: Readonly<Record<NobodyReason, string>> = {
  'not-named': '还没有写是谁', 'no-holder': '这个职务现在没有人', 'all-blocked': '该签的人不能签', 'needed-elsewhere': '能签的人要签别的地方',
}
