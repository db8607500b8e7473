import { canonicalJson } from '../proof'
import { canonicalEntry } from './canonical-entry'
import type { Entry } from './entry'
import { credit, debit, Pen } from './testing/samples'

function entries(): readonly Entry[] {
  const pen = new Pen()
  pen.open('2026-08-01', [debit('102', 5_000), credit('301', 5_000)])
  const paid = pen.spend('2026-08-14', '51402', 1_280, { counterparty: '青溪管道店', vouchers: ['ab'.repeat(32)] })
  pen.income('2026-08-15', '50101', 5, { source: { type: 'income', contractId: 'c1' } })
  pen.reverse(paid, '2026-09-01')
  return pen.written
}

it('is fixed: these bytes are in books that cannot be written anew', () => {
  expect(entries().map((entry) => canonicalJson(canonicalEntry(entry)))).toEqual([
    '{"bookId":"book-1","counterparty":"","id":"entry-0","lines":[{"account":"102","amountFen":5000,"side":"debit"},{"account":"301","amountFen":5000,"side":"credit"}],"month":"2026-08","on":"2026-08-01","position":0,"postedAt":1830225600000,"postedBy":"qian","purpose":"期初余额","schema":1,"source":{"approval":"","month":"","of":"","ref":"","type":"opening","voucher":0},"voucher":1,"vouchers":[]}',
    `{"bookId":"book-1","counterparty":"青溪管道店","id":"entry-1","lines":[{"account":"51402","amountFen":1280,"side":"debit"},{"account":"102","amountFen":1280,"side":"credit"}],"month":"2026-08","on":"2026-08-14","position":1,"postedAt":1830225600000,"postedBy":"qian","purpose":"修下水道","schema":1,"source":{"approval":"${'ab'.repeat(32)}","month":"","of":"","ref":"expense-1","type":"expense","voucher":0},"voucher":2,"vouchers":["${'ab'.repeat(32)}"]}`,
    '{"bookId":"book-1","counterparty":"","id":"entry-2","lines":[{"account":"102","amountFen":5,"side":"debit"},{"account":"50101","amountFen":5,"side":"credit"}],"month":"2026-08","on":"2026-08-15","position":2,"postedAt":1830225600000,"postedBy":"qian","purpose":"鱼塘租金","schema":1,"source":{"approval":"","month":"","of":"","ref":"c1","type":"income","voucher":0},"voucher":3,"vouchers":[]}',
    '{"bookId":"book-1","counterparty":"青溪管道店","id":"entry-3","lines":[{"account":"51402","amountFen":1280,"side":"credit"},{"account":"102","amountFen":1280,"side":"debit"}],"month":"2026-09","on":"2026-09-01","position":3,"postedAt":1830225600000,"postedBy":"qian","purpose":"金额写错了","schema":1,"source":{"approval":"","month":"2026-08","of":"expense","ref":"entry-1","type":"reversal","voucher":2},"voucher":1,"vouchers":[]}',
  ])
})

it('holds every field: whatever is changed, the bytes change', () => {
  const [, paid] = entries()
  if (paid === undefined) throw new Error('the book is empty')
  const bytes = canonicalJson(canonicalEntry(paid))
  const changes: { readonly [Field in keyof Entry]: Entry[Field] } = {
    id: 'x', bookId: 'x', position: 9, month: '2026-09', voucher: 9, on: '2026-08-13', purpose: 'x', counterparty: null,
    source: { type: 'expense', expenseId: 'expense-1', approval: 'cd'.repeat(32) }, lines: [...paid.lines].reverse(),
    vouchers: [], postedAt: 9, postedBy: 'x',
  }
  for (const [field, value] of Object.entries(changes)) {
    expect(canonicalJson(canonicalEntry({ ...paid, [field]: value }))).not.toBe(bytes)
  }
})

it('what stands beside the entry is none of it', () => {
  const [, paid] = entries()
  if (paid === undefined) throw new Error('the book is empty')
  expect(canonicalEntry({ ...paid, ...{ reversedBy: 'x' } })).toEqual(canonicalEntry(paid))
})
