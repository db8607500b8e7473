import { excerpt, maskPhone, maskPhonesIn, normalizePhone, textLength } from './text'

it('masks a number wherever it stands in the words, and nothing else', () => {
  expect(maskPhonesIn('我电话13800001234，住3组')).toBe('我电话138****1234，住3组')
  expect(maskPhonesIn('138 0000 1234')).toBe('138****1234')
  expect(maskPhonesIn('138-0000-1234，13900005678')).toBe('138****1234，139****5678')
  expect(maskPhonesIn('低保号 3301211380000123456')).toBe('低保号 3301211380000123456')
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
