import type { CanonicalEntry } from '@huiying/shared/ledger'
import { canonicalJson, isWellFormedText, parseNoteKey, type NoteKey } from '@huiying/shared/proof'
import { sha256 } from '../platform/crypto/sha-256'

export interface ExportedBook {
  readonly bookId: string
  readonly name: string
  readonly size: number
  readonly note: string | null
  readonly signer: NoteKey
  readonly witness: NoteKey | null
}

/** One line of an export, by what it is; `null`: none of them. */
export type ExportLine =
  | { readonly kind: 'entry'; readonly entry: CanonicalEntry }
  | { readonly kind: 'leaves'; readonly leaves: readonly string[] }
  | { readonly kind: 'end'; readonly size: number }

/** The first line. Null for anything that is no export of ours. */
export function readHeader(line: string): ExportedBook | null {
  const value = objectIn(line)
  const book = asObject(value?.['book'])
  const keys = asObject(value?.['keys'])
  if (value?.['format'] !== 'huiying-book' || value['version'] !== 1 || book === null || keys === null) return null
  const { size, note } = value
  const signer = keyIn(keys['signer'], 'log')
  const witness = keyIn(keys['witness'], 'witness')
  if (!isCount(size) || (note !== null && typeof note !== 'string') || signer === null) return null
  if (typeof book['id'] !== 'string' || (keys['witness'] !== null && witness === null)) return null
  return { bookId: book['id'], name: String(book['name']), size, note, signer, witness }
}

/** Strict: a line that is written in another way than the leaf was hashed is none. */
export function readLine(line: string): ExportLine | null {
  const value = objectIn(line)
  if (value === null || !isCanonical(value, line)) return null
  if ('end' in value) return isCount(value['end']) ? { kind: 'end', size: value['end'] } : null
  const { leaves } = value
  if (leaves !== undefined) return isTexts(leaves) ? { kind: 'leaves', leaves } : null
  return isEntry(value) ? { kind: 'entry', entry: value } : null
}

export function keyIn(value: unknown, use: NoteKey['use']): NoteKey | null {
  const key = typeof value === 'string' ? parseNoteKey(sha256, value) : null
  return key?.use === use ? key : null
}

type Fields = Readonly<Record<string, unknown>>

function isCanonical(value: Fields, line: string): boolean {
  if (!isWellFormedText(line)) return false
  try {
    return canonicalJson(value) === line
  } catch {
    return false
  }
}

/** The fields that `canonicalEntry` writes, each of its type, and no other. */
function isEntry(value: Fields): value is Fields & CanonicalEntry {
  const { lines, source, vouchers } = value
  const texts = ['id', 'bookId', 'month', 'on', 'purpose', 'counterparty', 'postedBy']
  const counts = ['position', 'voucher', 'postedAt']
  const of = asObject(source)
  return value['schema'] === 1 && Object.keys(value).length === texts.length + counts.length + 4
    && texts.every((name) => typeof value[name] === 'string') && counts.every((name) => isCount(value[name]))
    && isTexts(vouchers) && Array.isArray(lines) && lines.every(isLine)
    && of !== null && Object.keys(of).length === 6 && isCount(of['voucher'])
    && ['type', 'ref', 'approval', 'of', 'month'].every((name) => typeof of[name] === 'string')
}

function isLine(value: unknown): boolean {
  const line = asObject(value)
  return line !== null && Object.keys(line).length === 3 && typeof line['account'] === 'string'
    && (line['side'] === 'debit' || line['side'] === 'credit') && isCount(line['amountFen'])
}

function objectIn(line: string): Fields | null {
  try {
    return asObject(JSON.parse(line))
  } catch {
    return null
  }
}

function asObject(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}
