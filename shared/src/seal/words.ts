import type { SealField, SealKind } from './seal-content'
import type { SealSlot, SealStatus } from './seal-request'
import type { SealBlock } from './seal-standing'

/** The words of the field as the screens show them (handbook §4). */
export const SEAL_KIND_NAMES: Readonly<Record<SealKind, string>> = {
  loan: '借款', 'contracting-out': '发包', 'outside-contract': '对外合同', 'project-application': '项目申报',
}
export const SEAL_STATUS_NAMES: Readonly<Record<SealStatus, string>> = {
  draft: '还在填', signing: '正在签字', approved: '可以盖章', used: '已盖章', refused: '没有签，要改', withdrawn: '已撤回',
}
export const SEAL_SLOT_NAMES: Readonly<Record<SealSlot, string>> = {
  supervisor: '监委会主任', director: '村委会主任', secretary: '书记',
}
export const SEAL_FIELD_NAMES: Readonly<Record<SealField, string>> = {
  kind: '什么事', title: '事由', counterparty: '对方', document: '要盖章的文件', copies: '份数', consent: '联席会议的记录',
}
export const SEAL_BLOCK_NAMES: Readonly<Record<SealBlock, string>> = {
  'no-post': '现在不担任这个职务',
  counterparty: '对方就是他',
  'counterparty-relative': '对方是他的近亲属',
  'signed-elsewhere': '他已经在别处签了',
  'not-independent': '监委会主任不能兼任村里管事的职务，也不能是他们的近亲属',
}
