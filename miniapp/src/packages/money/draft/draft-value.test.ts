import { contentView } from '@/features/expenses/testing/expense-view'
import { bodyOf, draftOf, EMPTY_DRAFT, faultOf, itemsFen, newVoucher } from './draft-value'

const NO_FILES = { voucherIds: [], voiceId: null }
const today = '2026-11-22'

test('what stands on the paper comes back as it was, its account number untouched', () => {
  const content = contentView()
  const body = bodyOf(draftOf(content), { voucherIds: ['f1'], voiceId: null }, today)
  expect(body).toEqual({
    payee: { kind: 'firm', name: '清河建材店' },
    amountFen: 128_000,
    payFrom: '10201',
    incurredOn: '2026-11-18',
    purpose: '修三组水渠的水泥',
    statement: { text: content.statement.text },
    items: [{ name: '水泥', quantity: '40 袋', amountFen: 128_000 }],
    accountCode: '514',
    vouchers: [{
      fileId: 'f1', kind: 'invoice', issuerName: '清河建材店', invoice: { code: null, number: '26372000000123456789' },
    }],
    handlerId: 'person-1',
    witnessId: 'p-he',
  })
})

test('an empty draft can be kept: nothing is made up but the day', () => {
  expect(faultOf(EMPTY_DRAFT)).toBeNull()
  expect(bodyOf(EMPTY_DRAFT, NO_FILES, today)).toEqual({
    payee: { kind: 'firm', name: '', accountNumber: '' }, amountFen: 0, payFrom: '', incurredOn: today, purpose: '',
    statement: { text: '' }, items: [], accountCode: '', vouchers: [],
  })
})

test('another payee never keeps the account of the one before', () => {
  const draft = { ...draftOf(contentView()), payeeName: '李记五金', keptAccount: null }
  expect(bodyOf(draft, { voucherIds: ['f1'], voiceId: null }, today).payee.accountNumber).toBe('')
  expect(bodyOf({ ...draft, accountNumber: '6222 0000 1111 0123' }, NO_FILES, today).payee.accountNumber)
    .toBe('6222000011110123')
})

test('the one thing bought is the whole, several have each their own', () => {
  const cement = { name: '水泥', quantity: '40 袋', amountText: '' }
  const one = { amountText: '1280', items: [cement] }
  expect(itemsFen(one)).toBe(128_000)
  const two = { amountText: '1280', items: [{ ...cement, amountText: '1000' }, { name: '运费', quantity: '', amountText: '' }] }
  expect(itemsFen(two)).toBe(100_000)
  expect(itemsFen({ ...two, items: [{ ...cement, amountText: '一千' }] })).toBeNull()
  expect(bodyOf({ ...EMPTY_DRAFT, ...one }, NO_FILES, today).items).toEqual([{ name: '水泥', quantity: '40 袋', amountFen: 128_000 }])
})

test('what nobody can read is said before it is sent', () => {
  expect(faultOf({ ...EMPTY_DRAFT, amountText: '12,80' })).toContain('金额没看懂')
  expect(faultOf({ ...EMPTY_DRAFT, amountText: '-5' })).toContain('金额没看懂')
  expect(faultOf({ ...EMPTY_DRAFT, items: [{ name: '', quantity: '', amountText: 'x' }] })).toContain('明细')
  const photo = { kind: 'photo', ref: 'wxfile://1', durationMs: null } as const
  expect(faultOf({ ...EMPTY_DRAFT, vouchers: [{ ...newVoucher(photo), invoiceCode: '4200' }] })).toContain('发票号码')
})

test('a plain photo has no issuer and no number, whatever was typed before it became one', () => {
  const photo = { kind: 'photo', ref: 'wxfile://1', durationMs: null } as const
  const voucher = { ...newVoucher(photo), kind: 'photo' as const, issuerName: '清河建材店', invoiceNumber: '123' }
  expect(bodyOf({ ...EMPTY_DRAFT, vouchers: [voucher] }, { voucherIds: ['f9'], voiceId: null }, today).vouchers)
    .toEqual([{ fileId: 'f9', kind: 'photo' }])
})
