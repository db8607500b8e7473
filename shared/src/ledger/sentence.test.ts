import { addSubAccount } from './account'
import { newBookState } from './book-state'
import { correctionWordsOf, laterCorrectionsOf, sentenceOf, voucherName } from './sentence'
import { BOOK, credit, debit, move, Pen } from './testing/samples'

function started(): Pen {
  const book = [{ code: '10201', name: '农商行' }, { code: '10202', name: '信用社' }].reduce(addSubAccount, BOOK)
  const pen = new Pen(newBookState(book))
  pen.open('2026-08-01', [debit('102', 5_000_000), debit('10201', 230_000), debit('101', 200_000), credit('301', 5_430_000)])
  return pen
}

describe('an entry in plain words', () => {
  it('what was paid, and to whom', () => {
    const pen = started()
    expect(sentenceOf(pen.spend('2026-09-14', '51402', 128_000, { counterparty: '青溪管道店' }))).toBe('9月14日，修下水道，付给青溪管道店 ¥1,280.00')
    expect(sentenceOf(pen.spend('2026-09-14', '51402', 5))).toBe('9月14日，修下水道，付出 ¥0.05')
  })

  it('what came in', () => {
    const pen = started()
    expect(sentenceOf(pen.income('2026-10-01', '50101', 300_000, { counterparty: '老张' }))).toBe('10月1日，鱼塘租金，收到老张 ¥3,000.00')
    expect(sentenceOf(pen.income('2026-10-01', '503', 300_000, { purpose: '上级补助' }))).toBe('10月1日，上级补助，收到 ¥3,000.00')
  })

  it('what only changed its place, and what moved no money', () => {
    const pen = started()
    const words = { purpose: '备用' }
    expect(sentenceOf(pen.post('2026-09-01', move('102', '101', 200_000), words))).toBe('9月1日，备用，从银行取成现金 ¥2,000.00')
    expect(sentenceOf(pen.post('2026-09-01', move('101', '102', 200_000), words))).toBe('9月1日，备用，把现金存进银行 ¥2,000.00')
    expect(sentenceOf(pen.post('2026-09-01', move('10201', '10202', 50), words))).toBe('9月1日，备用，在村里的账户之间转了 ¥0.50')
    expect(sentenceOf(pen.post('2026-09-30', move('152', '513', 50_000), { purpose: '房屋折旧' }))).toBe('9月30日，房屋折旧，记 ¥500.00，没有动钱')
  })

  it('the beginning and the end of a book\'s year', () => {
    const pen = started()
    expect(sentenceOf(pen.written[0] ?? fail())).toBe('8月1日，建账时村里有 ¥54,300.00')
    pen.income('2026-10-01', '50101', 5)
    expect(sentenceOf(pen.post('2026-12-31', move('321', '50101', 5), { source: { type: 'year-end' } }))).toBe('12月31日，年末把一年的收支结清，没有动钱')
  })

  it('what was taken back, on both pages', () => {
    const pen = started()
    const paid = pen.spend('2026-08-14', '51402', 128_000, { counterparty: '青溪管道店' })
    const rent = pen.income('2026-08-14', '50101', 300_000)
    const worn = pen.post('2026-08-30', move('152', '513', 5))
    expect(correctionWordsOf(pen.posted(paid))).toBeNull()
    expect(sentenceOf(pen.reverse(paid, '2026-09-20'))).toBe('9月20日，更正8月第2号：金额写错了，¥1,280.00 记回村里')
    expect(sentenceOf(pen.reverse(rent, '2026-09-20'))).toBe('9月20日，更正8月第3号：金额写错了，¥3,000.00 从账上减掉')
    expect(sentenceOf(pen.reverse(worn, '2026-08-31'))).toBe('8月31日，更正8月第4号：金额写错了，没有动钱')
    expect(correctionWordsOf(pen.posted(paid))).toBe('9月已更正（9月第1号）')
    expect(voucherName(paid)).toBe('8月第2号')
    expect(laterCorrectionsOf('2026-08', pen.entries).map(({ entry }) => entry.id)).toEqual([paid.id, rent.id])
  })

  it('numbers that lead to a person are masked, though somebody brought them in', () => {
    const entry = { ...started().written[0] ?? fail(), source: { type: 'income', contractId: null } as const, purpose: '13800001234 交租' }
    expect(sentenceOf(entry)).toContain('138****1234 交租')
  })
})

function fail(): never {
  throw new Error('the book is empty')
}
