import { asOther, hintsFor, type ExpenseContent, type ExpenseRequest, type Hint, type HintGround, type OtherExpense } from '.'
import { content, draft, hashOf } from './testing/samples'

const quiet: HintGround = { approved: [], sameAccount: [], vouchers: [], alike: [], signers: [] }
const asApproved = (request: ExpenseRequest): OtherExpense => ({ ...asOther(request), status: 'published' })
const earlier = (amounts: readonly number[], changes: Partial<ExpenseContent> = {}) =>
  amounts.map((amountFen, index) => asApproved(draft({ amountFen, ...changes }, undefined, `old-${index}`)))
const kinds = (ground: Partial<HintGround>, changes: Partial<ExpenseContent> = {}): readonly Hint['kind'][] =>
  hintsFor(draft(changes), { ...quiet, ...ground }).map(({ kind }) => kind)
const payee = content().payee

it('the payee is new until one expense to him was approved', () => {
  expect(kinds({})).toEqual(['payee-new'])
  expect(kinds({ approved: earlier([1_000]) })).toEqual([])
  expect(kinds({ approved: earlier([1_000], { payee: { ...payee, name: '别的店', account: null } }) })).toEqual(['payee-new'])
})

it('an amount is unusual when it leaves the median far behind, whatever one outlier did before', () => {
  const unusual = (amountFen: number, before: readonly number[]) => kinds({ approved: earlier(before) }, { amountFen }).includes('amount-unusual')
  expect(unusual(200_001, [100_000, 100_000, 100_000, 100_000, 100_000])).toBe(true)
  expect(unusual(200_000, [100_000, 100_000, 100_000, 100_000, 100_000])).toBe(false)
  expect(unusual(400_000, [100_000, 110_000, 90_000, 100_000, 9_000_000])).toBe(true)
  expect(unusual(400_000, [100_000, 200_000, 20_000, 180_000, 30_000])).toBe(false)
  expect(unusual(9_000_000, [100_000, 100_000, 100_000, 100_000])).toBe(false)
  const elsewhere = earlier([1, 1, 1, 1, 1], { accountCode: '513' })
  expect(kinds({ approved: elsewhere })).toEqual([])
})

it('an account that another payee has too', () => {
  const open = (amounts: readonly number[], changes: Partial<ExpenseContent> = {}) =>
    earlier(amounts, changes).map((other) => ({ ...other, isOpen: true }))
  const shared = open([1_000, 2_000], { payee: { ...payee, name: '李家饭店' } })
  const told = (payeeNames: readonly string[], isElsewhere: boolean) => ({ kind: 'account-shared', payeeNames, isElsewhere })
  expect(hintsFor(draft(), { ...quiet, sameAccount: shared })).toContainEqual(told(['李家饭店'], false))
  const closed = shared.map((other) => ({ ...other, isOpen: false }))
  expect(hintsFor(draft(), { ...quiet, sameAccount: closed })).toContainEqual(told([], true))
  expect(hintsFor(draft(), { ...quiet, sameAccount: [...shared, ...closed] })).toContainEqual(told(['李家饭店'], true))
  expect(kinds({ sameAccount: shared.map((other) => ({ ...other, status: 'draft' })) })).toEqual(['payee-new'])
  expect(kinds({ sameAccount: open([1_000]) })).toEqual(['payee-new'])
  expect(kinds({ sameAccount: open([1_000], { payee: { ...payee, name: '李家饭店', account: { masked: '', key: 'x' } } }) })).toEqual(['payee-new'])
})

it('the same attachment elsewhere, given up there or not, and pictures that look alike', () => {
  const there = { expenseId: 'e7', villageId: 'x', isLive: false, sha256: hashOf('f1'), invoice: null }
  expect(hintsFor(draft(), { ...quiet, vouchers: [there, { ...there, expenseId: 'e1' }, { ...there, sha256: hashOf('z'), expenseId: 'e8' }] }))
    .toContainEqual({ kind: 'attachment-elsewhere', fileId: 'f1', expenseIds: ['e7'] })
  const alike = (distanceBits: number, fileId = 'f1') => kinds({ alike: [{ fileId, expenseId: 'e7', distanceBits }] })
  expect(alike(8)).toContain('picture-alike')
  expect(alike(9)).not.toContain('picture-alike')
  expect(alike(0, 'f2')).not.toContain('picture-alike')
})

it('a payee from outside the register with a signer’s name', () => {
  const signers = [{ personId: 'ren', name: '清溪 建材店' }, { personId: 'shu', name: '王建国' }]
  expect(hintsFor(draft(), { ...quiet, signers })).toContainEqual({ kind: 'payee-namesake', personId: 'ren' })
  expect(kinds({ signers }, { payee: { ...payee, personId: 'li' } })).toEqual(['payee-new'])
})
