import { alikeDistance } from './alike-distance'

test.each([
  ['0000000000000000', '0000000000000000', 0],
  ['0000000000000000', 'ffffffffffffffff', 64],
  ['8000000000000001', '0000000000000000', 2],
  ['00ff00ff00ff00ff', '00ff00ff00ff00fe', 1],
  ['00000000f0000000', '0000000000000000', 4],
  ['a5a5a5a5a5a5a5a5', '5a5a5a5a5a5a5a5a', 64],
])('%s and %s are %i bits apart', (one, other, bits) => {
  expect(alikeDistance(one, other)).toBe(bits)
  expect(alikeDistance(other, one)).toBe(bits)
})

test.each(['', 'abc', 'g000000000000000', '00000000000000000', '0000000g00000000'])('%j is no hash', (text) => {
  expect(() => alikeDistance(text, '0000000000000000')).toThrow(TypeError)
  expect(() => alikeDistance('0000000000000000', text)).toThrow(TypeError)
})
