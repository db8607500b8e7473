import fc from 'fast-check'
import { formatYuan, formatYuanShort, isFen, MAX_FEN, parseYuan, sumFen } from './money'

const anyFen = fc.oneof(fc.integer({ min: -MAX_FEN, max: MAX_FEN }), fc.integer({ min: -200_000, max: 200_000 }))

describe('parseYuan', () => {
  it.each([
    ['0', 0], ['-0', 0], ['-0.00', 0], ['1', 100], ['1.5', 150], ['0.29', 29], ['1.15', 115], ['4.35', 435], ['0.07', 7],
    ['1280', 128_000], ['1,280.00', 128_000], ['¥1,280.00', 128_000], ['￥1280', 128_000], ['-¥5', -500], ['¥-5', -500],
    ['－５．０１', -501], ['−5', -500], ['１，２８０．５０', 128_050], ['１２８０．５元', 128_050], [' 1280元 ', 128_000],
    ['　12　', 1200], ['1,234,567.89', 123_456_789], ['999,999,999,999.99', MAX_FEN], ['-999999999999.99', -MAX_FEN],
  ])('reads %j', (text, amountFen) => {
    expect(Object.is(parseYuan(text), amountFen)).toBe(true)
  })

  it.each([
    '', ' ', '¥', '-', '元', '.', '.5', '5.', '1.234', '1.2.3', '1e3', '1E3', '0x10', 'Infinity', 'NaN', '十二', '12,80', '1,2345',
    '1234,567', '1,,234', ',123', '123,', '01', '00', '0,123', '--5', '-¥-5', '+5', '¥¥5', '5¥', '5 000', '$5', '5元5', '5角', '(5)',
    '1,280.5,0', '1000000000000', '-1000000000000.00', '999,999,999,999.999', '99999999999999999999', '٣', '5\n6',
  ])('refuses %j', (text) => {
    expect(parseYuan(text)).toBeNull()
  })

  it('reads back whatever formatYuan writes', () => {
    fc.assert(fc.property(anyFen, (amountFen) => Object.is(parseYuan(formatYuan(amountFen)), amountFen)))
  })

  it('gives a Fen or nothing, and for digits what whole numbers say', () => {
    const character = fc.constantFrom(...'0123456789,.-¥￥元e０９．，')
    fc.assert(fc.property(fc.string({ unit: character, maxLength: 20 }), (text) => {
      const amountFen = parseYuan(text)
      return amountFen === null || isFen(amountFen)
    }))
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.integer({ min: 0, max: 99 }), (yuan, cents) => {
      const wanted = yuan * 100n + BigInt(cents)
      const read = parseYuan(`${yuan}.${`${cents}`.padStart(2, '0')}`)
      return wanted > BigInt(MAX_FEN) ? read === null : read !== null && BigInt(read) === wanted
    }))
  })
})

describe('formatYuan', () => {
  it.each([
    [0, '¥0.00'], [-0, '¥0.00'], [5, '¥0.05'], [-5, '-¥0.05'], [50, '¥0.50'], [100, '¥1.00'], [99_999, '¥999.99'], [100_000, '¥1,000.00'],
    [128_000, '¥1,280.00'], [-128_000, '-¥1,280.00'], [123_456_789, '¥1,234,567.89'], [MAX_FEN, '¥999,999,999,999.99'],
  ])('writes %d fen', (amountFen, text) => {
    expect(formatYuan(amountFen)).toBe(text)
  })

  it.each([0.5, NaN, Infinity, MAX_FEN + 1, -MAX_FEN - 1, 2 ** 53])('writes no %d', (amount) => {
    expect(() => formatYuan(amount)).toThrow(RangeError)
    expect(() => formatYuanShort(amount)).toThrow(RangeError)
  })
})

describe('formatYuanShort', () => {
  it.each([
    [0, '0元'], [5, '0.05元'], [38_050, '380.5元'], [128_000, '1,280元'], [999_999, '9,999.99元'], [1_000_000, '1万元'],
    [1_280_000, '1.28万元'], [1_284_999, '1.28万元'], [1_285_000, '1.29万元'], [-1_285_000, '-1.29万元'], [12_300_000, '12.3万元'],
    [1_234_567_800, '1,234.57万元'], [9_999_994_999, '9,999.99万元'], [9_999_995_000, '1亿元'], [20_500_000_000, '2.05亿元'],
    [MAX_FEN, '10,000亿元'],
  ])('says %d fen in short', (amountFen, text) => {
    expect(formatYuanShort(amountFen)).toBe(text)
  })

  it('is never further away than half a hundredth of its unit', () => {
    fc.assert(fc.property(anyFen, (amountFen) => {
      const [, sign = '', digits = '', unit = ''] = /^(-?)([\d,.]+)(元|万元|亿元)$/.exec(formatYuanShort(amountFen)) ?? []
      const unitFen = { 元: 100n, 万元: 1_000_000n, 亿元: 10_000_000_000n }[unit] ?? 0n
      const [whole = '', rest = ''] = digits.replace(/,/g, '').split('.')
      const saidFen = (BigInt(whole + rest.padEnd(2, '0')) * unitFen) / 100n
      const offFen = saidFen - BigInt(Math.abs(amountFen))
      const absoluteOff = offFen < 0n ? -offFen : offFen
      return (sign === '-') === (amountFen < 0) && (unit === '元' ? offFen === 0n : absoluteOff * 200n <= unitFen)
    }))
  })
})

describe('sumFen', () => {
  it('adds exactly, or not at all', () => {
    expect(sumFen([])).toBe(0)
    expect(sumFen([128_000, -128_000, 5])).toBe(5)
    expect(() => sumFen([MAX_FEN, 1])).toThrow(RangeError)
    expect(() => sumFen([0.5, 0.5])).toThrow(RangeError)
  })
})
