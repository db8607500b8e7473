import { isWellFormedText, utf8Of } from './utf8'

/**
 * The one spelling of a value under RFC 8785: no spaces, keys in the order of their UTF-16 code units. What is signed
 * and what is a leaf of the log is this text in UTF-8, so anything that could be spelt two ways, or would be left out
 * in silence, is refused: fractions, whole numbers beyond 2^53, `undefined`, dates, maps, half a surrogate pair.
 *
 * `unknown`, because an interface does not fit a type with an index signature.
 * @throws TypeError with the path of what has no canonical form; a mistake of ours
 */
export function canonicalJson(value: unknown): string {
  return write(value, '$', 0)
}

/** `canonicalJson` in UTF-8. @throws TypeError */
export function canonicalBytes(value: unknown): Uint8Array {
  return utf8Of(canonicalJson(value))
}

/** Deeper is a circle, or no entry of a book. */
const DEPTH_LIMIT = 64

function write(value: unknown, path: string, depth: number): string {
  if (depth > DEPTH_LIMIT) throw new TypeError(`${path}: too deep`)
  if (value === null || typeof value === 'boolean') return `${value}`
  if (typeof value === 'string') return writeText(value, path)
  if (typeof value === 'number') return writeNumber(value, path)
  // By index, since `map` would pass over a hole.
  if (Array.isArray(value)) {
    return `[${Array.from(value, (item, at) => write(item, `${path}[${at}]`, depth + 1)).join(',')}]`
  }
  if (isPlainObject(value)) {
    // `sort` without a comparison goes by code units, which is what the RFC asks for.
    const keys = Object.keys(value).sort()
    const pairs = keys.map((key) => `${writeText(key, path)}:${write(value[key], `${path}.${key}`, depth + 1)}`)
    return `{${pairs.join(',')}}`
  }
  throw new TypeError(`${path}: ${typeof value} has no canonical form`)
}

function writeNumber(value: number, path: string): string {
  if (!Number.isSafeInteger(value)) throw new TypeError(`${path}: only whole numbers have a canonical form here`)
  return `${value}`
}

/** The RFC takes over the escapes of ECMAScript's own JSON.stringify. */
function writeText(value: string, path: string): string {
  if (!isWellFormedText(value)) throw new TypeError(`${path}: half a surrogate pair`)
  return JSON.stringify(value)
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
