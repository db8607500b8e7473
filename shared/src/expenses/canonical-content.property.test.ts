import * as fc from 'fast-check'
import { canonicalFields, changedFields, cleanContent, contentOf, isSameContent, type CanonicalValue, type ExpenseContent } from '.'
import { anyContent } from './testing/any-content'
import { content, PLACE } from './testing/samples'

const written = (given: ExpenseContent) => JSON.stringify(contentOf(PLACE, 1, given))

it('two contents are written alike only if they are the same', () => {
  fc.assert(fc.property(anyContent, anyContent, (one, other) => {
    const isSame = JSON.stringify(one) === JSON.stringify(other)
    expect(written(one) === written(other)).toBe(isSame)
    expect(isSameContent(one, other)).toBe(isSame)
  }))
})

it('any one part that differs is named, and nothing else', () => {
  const parts = Object.keys(content()) as (keyof ExpenseContent)[]
  fc.assert(fc.property(anyContent, anyContent, fc.constantFrom(...parts), (one, other, part) => {
    const mixed = { ...one, [part]: other[part] }
    const changed = changedFields(one, mixed)
    expect(changed.length).toBe(JSON.stringify(one[part]) === JSON.stringify(other[part]) ? 0 : 1)
    for (const field of changed) expect(canonicalFields(mixed)[field]).toEqual(canonicalFields(other)[field])
  }))
})

it('is made of strings and whole numbers only', () => {
  const isPlain = (value: CanonicalValue): boolean =>
    typeof value === 'string' || Number.isSafeInteger(value) || (typeof value === 'object' && Object.values(value).every(isPlain))
  fc.assert(fc.property(anyContent, (given) => isPlain(contentOf(PLACE, 1, given))))
})

it('belongs to its request, its book and its revision', () => {
  const texts = [
    contentOf(PLACE, 1, content()), contentOf(PLACE, 2, content()), contentOf({ ...PLACE, id: 'e2' }, 1, content()),
    contentOf({ ...PLACE, bookId: 'b2' }, 1, content()), contentOf({ ...PLACE, villageId: 'v2' }, 1, content()),
  ].map((one) => JSON.stringify(one))
  expect(new Set(texts).size).toBe(texts.length)
})

it('cleaning twice is cleaning once', () => {
  fc.assert(fc.property(anyContent, (given) => {
    expect(cleanContent(cleanContent(given))).toEqual(cleanContent(given))
  }))
})
