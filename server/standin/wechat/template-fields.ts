// What WeChat lets stand in a field of a subscribe message, by the type its name begins with
// ("thing1", "time12"). Lengths in characters.

type FieldRule = (value: string) => boolean

const DAY = String.raw`(?:\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日|(?:\d{4}[-/.])?\d{1,2}[-/.]\d{1,2})`
const HOUR = String.raw`(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?`

const RULES: Readonly<Record<string, FieldRule>> = {
  thing: (value) => lengthOf(value) <= 20 && !hasControlCharacter(value),
  number: (value) => value.length <= 32 && /^-?\d+(?:\.\d+)?$/.test(value),
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => lengthOf(value) <= 5 && !/[\p{L}\p{N}\p{Cc}]/u.test(value),
  character_string: (value) => lengthOf(value) <= 32 && !/\p{Script=Han}|\p{Cc}/u.test(value),
  time: spanOf(`(?:${DAY} ?)?${HOUR}`),
  date: spanOf(`${DAY}(?: ?${HOUR})?`),
  amount: (value) => /^[^\d\s]?\d{1,10}(?:\.\d+)?元?$/.test(value),
  phone_number: (value) => /^[\d+\-() ]{1,17}$/.test(value),
  car_number: (value) => /^[\p{Script=Han}A-Z\d][A-Z\d]{0,6}[\p{Script=Han}A-Z\d]$/iu.test(value),
  name: (value) => lengthOf(value) <= (/\p{Script=Han}/u.test(value) ? 10 : 20) && !/[\d\p{Cc}]/u.test(value),
  phrase: (value) => /^\p{Script=Han}{1,5}$/u.test(value),
  enum: (value) => value.length <= 32,
}

export function isFieldName(name: string): boolean {
  return Object.hasOwn(RULES, typeOf(name)) && /\d{1,2}$/.test(name)
}

export function fieldAccepts(name: string, value: string): boolean {
  const type = typeOf(name)
  return Object.hasOwn(RULES, type) && value !== '' && RULES[type]?.(value) === true
}

function typeOf(name: string): string {
  return name.replace(/\d+$/, '')
}

function spanOf(point: string): FieldRule {
  const pattern = new RegExp(`^${point}(?: ?~ ?${point})?$`)
  return (value) => pattern.test(value)
}

function lengthOf(value: string): number {
  return Array.from(value).length
}

function hasControlCharacter(value: string): boolean {
  return /\p{Cc}/u.test(value)
}
