import { requireFen, type Fen } from './money'

/**
 * The amount in capitals 大写, as on a cheque: 128000 → "壹仟贰佰捌拾元整", 1000503 → "壹万零伍元零叁分", -5 → "负伍分".
 *
 * Two rules say how, and where one leaves a choice we take what both accept: the People's Bank's rules for filling in
 * instruments (支付结算办法, annex 1) and the Ministry of Finance's basic norms of accounting (会计基础工作规范, art. 52).
 * - A run of zeros between two figures of the yuan is one 零, at the place of 万 too: 107,000 is 壹拾万零柒仟.
 * - A zero at the end of the yuan is not spoken, jiao or not: 1,680.32 is 壹仟陆佰捌拾元叁角贰分.
 * - No jiao but fen: 零 after 元. 整 after 元 and after 角, where nothing follows; never after 分.
 * @throws RangeError when it is no Fen
 */
export function capitalsOf(amountFen: Fen): string {
  const digits = `${Math.abs(requireFen(amountFen))}`.padStart(3, '0')
  const yuan = yuanInCapitals(digits.slice(0, -2))
  const [jiao = 0, fen = 0] = Array.from(digits.slice(-2), Number)
  return (amountFen < 0 ? '负' : '') + (yuan === '' ? '' : `${yuan}元`) + centsInCapitals(yuan !== '', jiao, fen)
}

const FIGURES = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const
const PLACES = ['', '拾', '佰', '仟'] as const
/** What a group of four figures is called, the lowest first. The largest Fen has three groups. */
const GROUPS = ['', '万', '亿'] as const

/** "" for no yuan at all. The figures never begin with a zero otherwise. */
function yuanInCapitals(digits: string): string {
  let written = ''
  let isZeroOwed = false
  let isGroupEmpty = true
  Array.from(digits, Number).forEach((figure, at) => {
    const place = digits.length - 1 - at
    if (figure === 0) isZeroOwed = true
    else {
      if (isZeroOwed) written += '零'
      written += `${FIGURES[figure]}${PLACES[place % 4]}`
      isZeroOwed = false
      isGroupEmpty = false
    }
    if (place % 4 > 0) return
    if (!isGroupEmpty) written += GROUPS[place / 4]
    isGroupEmpty = true
  })
  return written
}

function centsInCapitals(hasYuan: boolean, jiao: number, fen: number): string {
  if (jiao === 0 && fen === 0) return hasYuan ? '整' : '零元整'
  const tens = jiao > 0 ? `${FIGURES[jiao]}角` : hasYuan ? '零' : ''
  return fen > 0 ? `${tens}${FIGURES[fen]}分` : `${tens}整`
}
