import { type EpochMs, type Fen, textLength } from '@huiying/shared/kernel'

/** What a driver is handed. Anything else is refused first: the embedded driver ends the process on a boolean. */
export type Scalar = string | number | null

export type ColumnKind = 'id' | 'code' | 'text' | 'longText' | 'json' | 'instant' | 'fen' | 'int' | 'bool' | 'date'

export interface ColumnShape {
  readonly kind: ColumnKind
  /** characters; null where the kind has no bound */
  readonly length: number | null
  readonly isNullable: boolean
}

export interface Column<T> extends ColumnShape {
  /** set by `named`; otherwise the property in snake_case */
  readonly databaseName: string | null
  toDatabase(value: T): Scalar
  fromDatabase(raw: unknown): T
}

/** An id made by us; compared byte by byte. */
export function id<T extends string = string>(): Column<T> {
  return boundedText('id', 32)
}

/** A word for machines (status, kind, hash, key): compared byte by byte, capitals and accents count. */
export function code<T extends string = string>(length: number): Column<T> {
  return boundedText('code', length)
}

/** A short text of a person. MySQL compares it without regard to capitals, so nothing unique may rest on it. */
export function text<T extends string = string>(length: number): Column<T> {
  return boundedText('text', length)
}

export function longText<T extends string = string>(): Column<T> {
  return column('longText', null, (value) => string(value), (raw) => String(raw) as T)
}

/** A China calendar date, "YYYY-MM-DD". */
export function date<T extends string = string>(): Column<T> {
  return boundedText('date', 10)
}

/** Kept as text, not as the JSON type of MySQL, which reorders keys: what was stored comes back byte for byte. */
export function json<T>(): Column<T> {
  // Rows that are written together often share a value, which nobody changes in place.
  let last: { readonly value: T; readonly stored: string } | null = null
  return column(
    'json',
    null,
    (value) => {
      if (last !== null && last.value === value) return last.stored
      const stored = JSON.stringify(value)
      if (stored === undefined) throw new Error('undefined cannot be kept as JSON')
      last = { value, stored }
      return stored
    },
    (raw) => JSON.parse(String(raw)) as T,
  )
}

/** Epoch milliseconds as BIGINT: DATETIME would shift with time zones and round. */
export function instant<T extends EpochMs = EpochMs>(): Column<T> {
  return column('instant', null, (value) => integer(value, Number.MAX_SAFE_INTEGER), (raw) => Number(raw) as T)
}

/** Money in whole fen as BIGINT: a village's year may pass the 21 million yuan of an INT. */
export function fen<T extends Fen = Fen>(): Column<T> {
  return column('fen', null, (value) => integer(value, Number.MAX_SAFE_INTEGER), (raw) => Number(raw) as T)
}

export function int<T extends number = number>(): Column<T> {
  return column('int', null, (value) => integer(value, 2 ** 31 - 1), (raw) => Number(raw) as T)
}

export function bool<T extends boolean = boolean>(): Column<T> {
  return column(
    'bool',
    null,
    (value) => {
      if (typeof value !== 'boolean') throw new Error(`not a boolean: ${typeof value}`)
      return value ? 1 : 0
    },
    (raw) => (Number(raw) !== 0) as T,
  )
}

/** Allows null, which means stored absence. */
export function nullable<T>(inner: Column<T>): Column<T | null> {
  return {
    ...inner,
    isNullable: true,
    toDatabase: (value) => (value === null ? null : inner.toDatabase(value)),
    fromDatabase: (raw) => (raw === null ? null : inner.fromDatabase(raw)),
  }
}

/** For a property whose snake_case form is a reserved word: `named('key_', code(64))`. */
export function named<T>(databaseName: string, inner: Column<T>): Column<T> {
  return { ...inner, databaseName }
}

function boundedText<T extends string>(kind: ColumnKind, length: number): Column<T> {
  return column(
    kind,
    length,
    (value) => {
      const stored = string(value)
      // SQLite has no length of its own, so it is kept here for every database. Characters as MySQL counts them.
      if (stored.length > length && textLength(stored) > length) {
        throw new Error(`text of ${textLength(stored)} characters in a column of ${length}`)
      }
      return stored
    },
    (raw) => String(raw) as T,
  )
}

function column<T>(
  kind: ColumnKind,
  length: number | null,
  toDatabase: (value: T) => Scalar,
  fromDatabase: (raw: unknown) => T,
): Column<T> {
  const refuseAbsence = (value: T): Scalar => {
    if (value === undefined || value === null) throw new Error(`a ${kind} column was given ${String(value)}`)
    return toDatabase(value)
  }
  return { kind, length, isNullable: false, databaseName: null, toDatabase: refuseAbsence, fromDatabase }
}

function string(value: unknown): string {
  if (typeof value !== 'string') throw new Error(`not a text: ${typeof value}`)
  return withoutNul(value)
}

/** The embedded driver would cut a text at U+0000; nobody can type it. */
export function withoutNul(value: string): string {
  return value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value
}

function integer(value: unknown, bound: number): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || Math.abs(value) > bound) {
    throw new Error(`not a whole number within ±${bound}: ${typeof value}`)
  }
  return value
}
