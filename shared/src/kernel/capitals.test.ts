import fc from 'fast-check'
import { capitalsOf } from './capitals'
import { MAX_FEN, parseYuan } from './money'

describe('capitalsOf', () => {
  it.each([
    // The examples of the People's Bank's annex, in the form that the accounting norms accept too.
    ['1409.50', '壹仟肆佰零玖元伍角整'],
    ['6007.14', '陆仟零柒元壹角肆分'],
    ['1680.32', '壹仟陆佰捌拾元叁角贰分'],
    ['107000.53', '壹拾万零柒仟元伍角叁分'],
    ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
    ['325.04', '叁佰贰拾伍元零肆分'],
    // Whole yuan.
    ['0', '零元整'],
    ['1', '壹元整'],
    ['10', '壹拾元整'],
    ['11', '壹拾壹元整'],
    ['20', '贰拾元整'],
    ['100', '壹佰元整'],
    ['101', '壹佰零壹元整'],
    ['110', '壹佰壹拾元整'],
    ['1000', '壹仟元整'],
    ['1001', '壹仟零壹元整'],
    ['1010', '壹仟零壹拾元整'],
    ['1280', '壹仟贰佰捌拾元整'],
    ['10000', '壹万元整'],
    ['12800', '壹万贰仟捌佰元整'],
    ['10005', '壹万零伍元整'],
    ['10010', '壹万零壹拾元整'],
    ['50000', '伍万元整'],
    ['100000', '壹拾万元整'],
    ['105000', '壹拾万零伍仟元整'],
    ['1000500', '壹佰万零伍佰元整'],
    ['1203004', '壹佰贰拾万零叁仟零肆元整'],
    ['10000000', '壹仟万元整'],
    ['100000000', '壹亿元整'],
    ['100000001', '壹亿零壹元整'],
    ['100050000', '壹亿零伍万元整'],
    ['1000000000', '壹拾亿元整'],
    ['1050000000', '壹拾亿零伍仟万元整'],
    ['10203040506', '壹佰零贰亿零叁佰零肆万零伍佰零陆元整'],
    ['123456789012', '壹仟贰佰叁拾肆亿伍仟陆佰柒拾捌万玖仟零壹拾贰元整'],
    ['999999999999.99', '玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
    // Jiao and fen.
    ['0.01', '壹分'],
    ['0.10', '壹角整'],
    ['0.55', '伍角伍分'],
    ['1.10', '壹元壹角整'],
    ['1.01', '壹元零壹分'],
    ['10.01', '壹拾元零壹分'],
    ['10.10', '壹拾元壹角整'],
    ['10005.03', '壹万零伍元零叁分'],
    ['20000.50', '贰万元伍角整'],
    ['100000000.01', '壹亿元零壹分'],
    // Red entries.
    ['-1280', '负壹仟贰佰捌拾元整'],
    ['-0.05', '负伍分'],
  ])('%s yuan: %s', (yuan, capitals) => {
    expect(capitalsOf(parseYuan(yuan) ?? NaN)).toBe(capitals)
  })

  it.each([0.5, NaN, MAX_FEN + 1])('has no words for %d', (amount) => {
    expect(() => capitalsOf(amount)).toThrow(RangeError)
  })

  it('can be read back by somebody who knows nothing of how it was written', () => {
    const figure = fc.constantFrom('0', '0', '0', '1', '5', '9')
    const holey = fc.array(figure, { minLength: 1, maxLength: 14 }).map((digits) => Number(digits.join('')))
    const amounts = fc.oneof(fc.integer({ min: 0, max: MAX_FEN }), fc.integer({ min: 0, max: 2_000_000 }), holey)
    fc.assert(fc.property(amounts, fc.boolean(), (amountFen, isNegative) => {
      const signed = isNegative ? 0 - amountFen : amountFen
      expect(readCapitals(capitalsOf(signed))).toBe(signed)
    }), { numRuns: 500 })
  })

  it('never says zero twice running, nor before a unit, nor at the end', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: MAX_FEN }), (amountFen) => {
      expect(capitalsOf(amountFen)).not.toMatch(/零零|零[拾佰仟万亿元角分整]|零$/)
    }))
  })
})

/** An oracle: reads by adding up what is said, as a cashier does. Zeros are only breath to it. */
function readCapitals(text: string): number {
  const isNegative = text.startsWith('负')
  let totalFen = 0
  let group = 0
  let figure = 0
  for (const character of text.replace(/^负/, '').replace(/整$/, '')) {
    const value = '零壹贰叁肆伍陆柒捌玖'.indexOf(character)
    const place = { 拾: 10, 佰: 100, 仟: 1000 }[character]
    const lot = { 万: 1_000_000, 亿: 10_000_000_000, 元: 100, 角: 10, 分: 1 }[character]
    if (value >= 0) figure = value
    else if (place !== undefined) [group, figure] = [group + figure * place, 0]
    else if (lot !== undefined) [totalFen, group, figure] = [totalFen + (group + figure) * lot, 0, 0]
    else throw new Error(`cannot read ${character} in ${text}`)
  }
  if (group + figure !== 0) throw new Error(`${text} stops in the middle`)
  return isNegative ? -totalFen : totalFen
}
