/** An amount in fen, 1/100 yuan: a safe integer. Nothing in the product counts yuan; yuan is only a way to write. */
export type Fen = number

/** 999,999,999,999.99 yuan. Ninety such amounts may be added before whole numbers are no longer exact. */
export const MAX_FEN: Fen = 99_999_999_999_999

export function isFen(value: unknown): value is Fen {
  return typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) <= MAX_FEN
}

/**
 * What people and tables write: "1280", "¥1,280.00", "-¥5", "１２８０．５元". Null for anything else: a third decimal, an
 * exponent, commas that are not thousands ("12,80" may be meant as a decimal), more than MAX_FEN.
 */
export function parseYuan(text: string): Fen | null {
  const match = /^(-?)¥?(-?)(0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d{1,2}))?元?$/.exec(asciiOf(text))
  if (match === null) return null
  const [, before = '', after = '', yuan = '', decimals = ''] = match
  if (before !== '' && after !== '') return null
  // Digits are put side by side, never multiplied: 0.29 * 100 is not 29.
  const amountFen = Number(yuan.replace(/,/g, '') + decimals.padEnd(2, '0'))
  if (!isFen(amountFen)) return null
  return before + after === '' || amountFen === 0 ? amountFen : -amountFen
}

/**
 * "¥1,280.00", "-¥0.05".
 * @throws RangeError when it is no Fen: a mistake of ours, not of the user's.
 */
export function formatYuan(amountFen: Fen): string {
  const { sign, yuan, decimals } = partsOf(amountFen)
  return `${sign}¥${grouped(yuan)}.${decimals}`
}

/**
 * For the label of a chart: "380.5元", "1.28万元", "2.05亿元". From 10,000 yuan on it is rounded to hundredths, half away
 * from zero; the exact amount stands elsewhere.
 * @throws RangeError
 */
export function formatYuanShort(amountFen: Fen): string {
  const { sign, yuan, decimals } = partsOf(amountFen)
  const wholeFen = Math.abs(amountFen)
  if (wholeFen < WAN_FEN) return `${sign}${trimmed(grouped(yuan), decimals)}元`
  const inWan = hundredthsOf(wholeFen, WAN_FEN)
  // 99,999,999.99 rounds to 10,000.00 万, which is said 1 亿.
  const [hundredths, unit] = inWan < 1_000_000 ? [inWan, '万元'] : [hundredthsOf(wholeFen, YI_FEN), '亿元']
  const digits = `${hundredths}`
  return `${sign}${trimmed(grouped(digits.slice(0, -2)), digits.slice(-2))}${unit}`
}

/**
 * @throws RangeError when a summand or the sum is beyond MAX_FEN; a sum that is merely nearly right is never given.
 */
export function sumFen(amounts: readonly Fen[]): Fen {
  return amounts.reduce((sum, amount) => requireFen(sum + requireFen(amount)), 0)
}

export function requireFen(amount: Fen): Fen {
  if (!isFen(amount)) throw new RangeError(`not an amount in fen: ${amount}`)
  return amount
}

const WAN_FEN = 1_000_000
const YI_FEN = 10_000_000_000

function partsOf(amountFen: Fen): { readonly sign: string; readonly yuan: string; readonly decimals: string } {
  const digits = `${Math.abs(requireFen(amountFen))}`.padStart(3, '0')
  return { sign: amountFen < 0 ? '-' : '', yuan: digits.slice(0, -2), decimals: digits.slice(-2) }
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',')
}

function trimmed(whole: string, decimals: string): string {
  const rest = decimals.replace(/0+$/, '')
  return rest === '' ? whole : `${whole}.${rest}`
}

function hundredthsOf(wholeFen: Fen, unitFen: Fen): number {
  const step = unitFen / 100
  const raised = wholeFen + step / 2
  return (raised - (raised % step)) / step
}

/** Many keyboards write digits and signs as wide as characters; tables come with either yen sign, and minus signs. */
function asciiOf(text: string): string {
  return text
    .trim()
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\uffe5/g, '¥')
    .replace(/\u2212/g, '-')
}
