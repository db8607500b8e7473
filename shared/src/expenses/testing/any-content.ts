import * as fc from 'fast-check'
import type { ExpenseContent } from '../content'
import { hashOf } from './samples'

/** Few values, so that two contents often agree in a part; the awkward ones among them. */
const word = fc.constantFrom('', '甲', '乙', 'a', 'a,b', '"', '甲\u0301')
const id = fc.constantFrom('p1', 'p2', 'p3')
const bytes = { fileId: fc.constantFrom('f1', 'f2'), sha256: fc.constantFrom(hashOf('1'), hashOf('2')) }
const amountFen = fc.constantFrom(0, 1, 2, 10_000_000_000)

export const anyContent: fc.Arbitrary<ExpenseContent> = fc.record({
  payee: fc.record({
    kind: fc.constantFrom('person' as const, 'firm' as const),
    name: word,
    personId: fc.option(id),
    account: fc.option(fc.record({ masked: word, key: word })),
  }),
  amountFen,
  payFrom: fc.constantFrom('101', '102', '10201'),
  incurredOn: fc.constantFrom('2026-09-01', '2026-09-02'),
  purpose: word,
  statement: fc.record({ text: word, voice: fc.option(fc.record(bytes)) }),
  items: fc.array(fc.record({ name: word, quantity: word, amountFen }), { maxLength: 2 }),
  accountCode: fc.constantFrom('513', '514'),
  vouchers: fc.array(fc.record({
    ...bytes,
    kind: fc.constantFrom('invoice' as const, 'receipt' as const, 'photo' as const),
    issuerName: fc.option(fc.constantFrom('店', '厂')),
    invoice: fc.option(fc.record({ code: fc.option(fc.constantFrom('1', '2')), number: fc.constantFrom('1', '2') })),
  }), { maxLength: 2 }),
  handlerId: fc.option(id),
  witnessId: fc.option(id),
  decisionId: fc.option(id),
})
