import { DAY_MS } from '../kernel'
import { currentRevision, liveSignatures, saveExpense, submitExpense, withdrawExpense, draftExpense, type ExpenseRequest } from '.'
import { refusalOf } from './testing/refusal-of'
import {
  ACCOUNTANT, content, digestOf, draft, groundOf, HANDLER, hashOf, NINE, PLACE, POLICY, post, POSTS, SECRETARY, shownOf,
  signedBy, submitted, WITNESS,
} from './testing/samples'

const save = (request: ExpenseRequest, given = content(), shown = shownOf(request), by = ACCOUNTANT) =>
  saveExpense(request, given, by, shown, POSTS, digestOf, NINE + DAY_MS)
const submit = (request: ExpenseRequest, ground = groundOf()) =>
  submitExpense(request, ACCOUNTANT, shownOf(request), ground, NINE)
const submitting = (changes: Parameters<typeof content>[0]) => () => submit(draft(changes))

describe('saving', () => {
  it('a change of the statement’s words alone, after four signatures: revision 2, none live, the old ones kept', () => {
    const request = signedBy(4)
    const statement = { text: '三组的路被水冲坏了，买水泥来补，剩下的留着修桥', voice: null }
    const { next, facts } = save(request, content({ statement }))
    expect(next).toMatchObject({ status: 'draft', waitingSinceAt: null })
    expect(next.revisions.map(({ number, signatures, over }) => [number, signatures.length, over?.how ?? null])).toEqual([[1, 4, 'changed'], [2, 0, null]])
    expect(liveSignatures(next)).toEqual([])
    expect(facts).toMatchObject([{ type: 'expense.changed', revision: 2, voided: [HANDLER, WITNESS, 'jian', 'ren'] }])
  })

  it('the same, blanks around it apart, is nothing, whatever revision was shown', () => {
    const request = signedBy(4)
    expect(save(request, content({ purpose: ' 买水泥修三组的路\n' }), { revision: 9, digest: '' })).toEqual({ next: request, facts: [] })
  })

  it('is refused on top of what one did not see, after approval, and to anybody but the accountant', () => {
    const changed = content({ purpose: '别的' })
    const twice = save(draft(), changed).next
    expect(() => save(twice, content({ purpose: '再别的' }), shownOf(draft()))).toThrow('expense.stale')
    expect(() => save(signedBy(5), changed)).toThrow('expense.frozen')
    expect(() => save(draft(), changed, undefined, SECRETARY)).toThrow('expense.only-accountant')
    const withdrawn = withdrawExpense(draft(), ACCOUNTANT, POSTS, NINE).next
    expect(() => save(withdrawn, changed)).toThrow('expense.ended')
    const elsewhere = [post(ACCOUNTANT, 'accountant', { villageId: 'taoyuan' })]
    expect(() => draftExpense(PLACE, content(), ACCOUNTANT, elsewhere, POLICY, digestOf, NINE)).toThrow('expense.only-accountant')
  })

  it('the same words again two revisions later have another digest: an old signature fits none', () => {
    const there = save(draft(), content({ purpose: '别的' })).next
    const back = save(there, content()).next
    expect(currentRevision(back).number).toBe(3)
    expect(new Set(back.revisions.map(({ digest }) => digest)).size).toBe(3)
  })

  it('takes an unfinished draft, but none that can’t be written down', () => {
    expect(draft({ purpose: '', amountFen: 0, items: [], vouchers: [], handlerId: null }).status).toBe('draft')
    const unsound = [{ amountFen: 0.5 }, { amountFen: -1 }, { amountFen: 10_000_000_001 }, { incurredOn: '2026-02-30' }]
    for (const changes of unsound) expect(() => draft(changes)).toThrow('expense.content-invalid')
    expect(() => draft({ purpose: '半个\ud83d' })).toThrow('expense.content-invalid')
    expect(() => draft({ purpose: '长'.repeat(101) })).toThrow('expense.text-too-long')
    const [voucher] = content().vouchers
    if (voucher === undefined) throw new Error('the sample has a voucher')
    expect(() => draft({ vouchers: [voucher, { ...voucher, fileId: 'again' }] })).toThrow('expense.voucher-twice')
    const sameInvoice = { ...voucher, sha256: hashOf('other'), invoice: { code: ' 0440', number: '0011 2233' } }
    expect(() => draft({ vouchers: [voucher, sameInvoice] })).toThrow('expense.voucher-twice')
  })
})

describe('submission', () => {
  it('asks handler and witness, and twice is once', () => {
    const { next, facts } = submit(draft())
    expect(next).toMatchObject({ status: 'signing', waitingSinceAt: NINE, revisions: [{ submittedAt: NINE, weighedFen: 128_000 }] })
    expect(facts).toMatchObject([{ type: 'expense.submitted', opened: ['handler', 'witness'] }])
    expect(submit(next)).toEqual({ next, facts: [] })
  })

  it('wants all of it, and that it adds up', () => {
    const statement = { text: '', voice: null }
    const missing = [
      { purpose: '' }, { statement }, { items: [] }, { accountCode: '' }, { vouchers: [] }, { handlerId: null }, { witnessId: null },
      { incurredOn: '2026-09-15' }, { amountFen: 0 }, { payFrom: '513' }, { payFrom: '' }, { accountCode: '102' }, { payee: { ...content().payee, name: ' ' } }, { payee: { ...content().payee, account: null } },
    ]
    for (const changes of missing) expect(submitting(changes)).toThrow('expense.content-invalid')
    expect(submitting({ items: [{ name: '水泥', quantity: '', amountFen: 127_999 }] })).toThrow('expense.items-sum')
    expect(submitting({ witnessId: HANDLER })).toThrow('expense.handler-is-witness')
    expect(submitting({ statement: { text: '', voice: { fileId: 'v', sha256: hashOf('v') } } })).not.toThrow()
    expect(submitting({ payFrom: '101', amountFen: 49_999, payee: { ...content().payee, account: null } })).not.toThrow()
  })

  it('says at once which slot nobody can sign', () => {
    const without = (kind: string) => groundOf(POSTS.filter((one) => one.kind !== kind))
    expect(refusalOf(() => submit(draft(), without('supervisor')))).toEqual({
      code: 'expense.nobody-can-sign', details: { slot: 'supervisor', reason: 'no-holder', block: null },
    })
    expect(() => submit(draft({ amountFen: 500_000 }), without('stationed-cadre'))).toThrow('expense.nobody-can-sign')
    expect(() => submit(draft({ amountFen: 499_999 }), without('stationed-cadre'))).not.toThrow()
  })

  it('weighs what was added up for the review, too', () => {
    const first = submitted({ amountFen: 300_000 })
    const { content: other, submittedAt } = currentRevision(first)
    const others = [{ id: 'e0', status: first.status, content: other, submittedAt }]
    const ground = { ...groundOf(POSTS.filter((one) => one.kind !== 'stationed-cadre')), others }
    expect(() => submit(draft({ amountFen: 199_999 }), ground)).not.toThrow()
    expect(() => submit(draft({ amountFen: 200_000 }), ground)).toThrow('expense.nobody-can-sign')
  })
})

describe('withdrawal', () => {
  it('is the accountant’s or the handler’s, before approval', () => {
    expect(withdrawExpense(signedBy(4), HANDLER, POSTS, NINE).next).toMatchObject({ status: 'withdrawn', waitingSinceAt: null })
    expect(withdrawExpense(draft(), ACCOUNTANT, POSTS, NINE).next.status).toBe('withdrawn')
    expect(() => withdrawExpense(signedBy(4), WITNESS, POSTS, NINE)).toThrow('expense.only-accountant')
    expect(() => withdrawExpense(signedBy(5), ACCOUNTANT, POSTS, NINE)).toThrow('expense.frozen')
    const handlerGone = POSTS.filter(({ personId }) => personId !== HANDLER)
    expect(() => withdrawExpense(signedBy(4), HANDLER, handlerGone, NINE)).toThrow('expense.only-accountant')
  })
})
