import { DAY_MS } from '../kernel'
import {
  cancelExpense, invoiceKey, markPaid, mustBeUnused, refuseExpense, vouchersOf, withdrawExpense, type VoucherInUse,
} from '.'
import { refusalOf } from './testing/refusal-of'
import { ACCOUNTANT, content, draft, hashOf, NINE, POSTS, shownOf, signedBy, submitted, SUPERVISOR, groundOf } from './testing/samples'

const me = { id: 'e1', villageId: 'liushu' }
const use = (changes: Partial<VoucherInUse> = {}): VoucherInUse =>
  ({ expenseId: 'e9', villageId: 'taoyuan', isLive: true, sha256: hashOf('else'), invoice: null, ...changes })
const check = (...inUse: readonly VoucherInUse[]) => () => mustBeUnused(me, content(), inUse)

it('one invoice or image supports one live expense of the sub-district', () => {
  const invoice = { code: '0440', number: '00112233' }
  expect(check(use())).not.toThrow()
  expect(check(use({ sha256: hashOf('f1') }))).toThrow('expense.file-used')
  expect(check(use(), use({ invoice }))).toThrow('expense.invoice-used')
  expect(check(use({ invoice: { code: '０４４０', number: ' 0011-2233' } }))).toThrow('expense.invoice-used')
  expect(check(use({ invoice: { code: '0441', number: '00112233' } }))).not.toThrow()
  expect(check(use({ sha256: hashOf('f1'), isLive: false }), use({ invoice, isLive: false }))).not.toThrow()
  expect(check(use({ sha256: hashOf('f1'), invoice, expenseId: 'e1' }))).not.toThrow()
})

it('names the other one only within the village', () => {
  expect(refusalOf(check(use({ sha256: hashOf('f1') })))).toMatchObject({ details: { expenseId: null } })
  expect(refusalOf(check(use({ sha256: hashOf('f1'), villageId: 'liushu' })))).toMatchObject({ details: { expenseId: 'e9' } })
})

it('a code and a number run together are not another pair run together', () => {
  expect(invoiceKey({ code: '12', number: '3' })).not.toBe(invoiceKey({ code: '1', number: '23' }))
  expect(invoiceKey({ code: null, number: '26512000000012345678' })).toBe(invoiceKey({ code: ' ', number: '2651 2000 0000 1234 5678' }))
})

it('a request holds its vouchers from submission until it is given up, and its proof of payment too', () => {
  const held = (request: ReturnType<typeof draft>) => vouchersOf(request).filter(({ isLive }) => isLive).length
  expect(held(draft())).toBe(0)
  expect(held(submitted())).toBe(1)
  expect(held(withdrawExpense(submitted(), ACCOUNTANT, POSTS, NINE).next)).toBe(0)
  const no = { slot: 'supervisor' as const, personId: SUPERVISOR, shown: shownOf(submitted()), reason: '不对' }
  expect(held(refuseExpense(signedBy(2), no, groundOf(), NINE).next)).toBe(0)
  const approved = signedBy(5)
  expect(held(cancelExpense(approved, ACCOUNTANT, { reason: '不买了', returned: null }, POSTS, NINE).next)).toBe(0)
  const proof = { paidOn: '2026-09-14', proof: { fileId: 'p', sha256: hashOf('p') }, reference: '9901' }
  const ground = { posts: POSTS, vouchersInUse: [] }
  expect(held(markPaid(approved, ACCOUNTANT, proof, ground, NINE + DAY_MS).next)).toBe(2)
})
