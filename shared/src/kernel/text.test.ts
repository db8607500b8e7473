import { excerpt, maskPhone, maskNumbersIn, normalizePhone, textLength } from './text'

it('masks a number wherever it stands in the words, and nothing else', () => {
  expect(maskNumbersIn('我电话13800001234，住3组')).toBe('我电话138****1234，住3组')
  expect(maskNumbersIn('138 0000 1234')).toBe('138****1234')
  expect(maskNumbersIn('138-0000-1234，13900005678')).toBe('138****1234，139****5678')
  expect(maskNumbersIn('１３８００００１２３４，138.0000.1234')).toBe('138****1234，138****1234')
  expect(maskNumbersIn('身份证33012119450101123X，卡6222021234567890123')).toBe('身份证3301****123X，卡6222****0123')
  expect(maskNumbersIn('卡 6222 0200 1234 5678，6222-0200-1234-5678-901，330121 19450101 123X'))
    .toBe('卡 6222****5678，6222****901，3301****123X')
  expect(maskNumbersIn('三组12号，电费 380.50 元，2026年9月14日')).toBe('三组12号，电费 380.50 元，2026年9月14日')
})

it('normalizes what people type as a mobile number', () => {
  expect(normalizePhone(' +86 138-0000-1234 ')).toBe('13800001234')
  expect(normalizePhone('12345')).toBeNull()
  expect(normalizePhone('03312345678')).toBeNull()
})

it('counts and cuts characters, not code units', () => {
  expect(textLength('👵🏠好')).toBe(3)
  expect(excerpt('下水道\n堵了，水都漫到路上了', 6)).toBe('下水道 堵…')
  expect(maskPhone('13800001234')).toBe('138****1234')
})
