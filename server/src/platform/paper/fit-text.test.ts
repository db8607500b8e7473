import fc from 'fast-check'
import { fitText, LEADING } from './fit-text'

/** Every character as wide as high, as Chinese ones are; a dot a third of it. */
const widthAtOne = (text: string) => Array.from(text).reduce((sum, character) => sum + (character === '·' ? 0.33 : 1), 0)
const linesOf = (text: string, width: number, height: number, mostPt = 18) =>
  fitText(text, { width, height }, mostPt, widthAtOne)

test('a short name stands on one line, as large as it may be', () => {
  expect(linesOf('李建国', 60, 30)).toEqual({ lines: ['李建国'], sizePt: 18 })
  expect(linesOf('陈明', 60, 30)).toEqual({ lines: ['陈明'], sizePt: 18 })
})

test('a name of four shrinks a little rather than be torn', () => {
  const { lines, sizePt } = linesOf('欧阳建国', 60, 26)
  expect(lines).toEqual(['欧阳建国'])
  expect(sizePt).toBeCloseTo(15)
})

test('a name of many syllables is broken after its dot', () => {
  expect(linesOf('迪丽热巴·买买提江', 56, 40).lines).toEqual(['迪丽热巴·', '买买提江'])
  expect(linesOf('国庆节、中秋节', 40, 21, 11).lines).toEqual(['国庆节、', '中秋节'])
})

test('without a dot it is broken where it comes out evenly, between characters and never inside one', () => {
  expect(linesOf('𠮷𠮷𠮷𠮷𠮷𠮷', 30, 40).lines).toEqual(['𠮷𠮷𠮷', '𠮷𠮷𠮷'])
})

test('a third line only where two would be too small to read', () => {
  expect(linesOf('阿卜杜热合曼·阿卜杜克热木', 56, 40).lines).toHaveLength(3)
  expect(linesOf('古丽娜尔·吐尔逊', 56, 60).lines).toHaveLength(2)
})

test('whatever the name and the room: all of it is there, and inside', () => {
  const name = fc.array(fc.constantFrom('李', '𬱖', '·', 'a', '阿', ' '), { minLength: 1, maxLength: 40 })
    .map((characters) => characters.join('').trim()).filter((text) => text !== '')
  const points = fc.integer({ min: 5, max: 200 })
  fc.assert(fc.property(name, points, points, (text, width, height) => {
    const { lines, sizePt } = linesOf(text, width, height)
    expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
    expect(sizePt).toBeGreaterThan(0)
    expect(sizePt).toBeLessThanOrEqual(18)
    expect(Math.max(...lines.map(widthAtOne)) * sizePt).toBeLessThanOrEqual(width + 1e-6)
    expect(lines.length * sizePt * LEADING).toBeLessThanOrEqual(height + 1e-6)
  }))
})
