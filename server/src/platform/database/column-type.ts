import type { ColumnKind } from './column'
import type { Dialect } from './dialect'

/** How a kind of column is declared, in TypeORM's words, for migrations and entity schemas alike. */
export interface ColumnType {
  readonly type: 'varchar' | 'text' | 'longtext' | 'bigint' | 'integer' | 'int' | 'tinyint' | 'boolean'
  readonly length?: string
  readonly charset?: string
  readonly collation?: string
}

export function columnType(kind: ColumnKind, length: number | null, dialect: Dialect): ColumnType {
  return dialect === 'sqlite' ? sqliteType(kind, length) : mysqlType(kind, length)
}

function sqliteType(kind: ColumnKind, length: number | null): ColumnType {
  switch (kind) {
    case 'id':
    case 'code':
    case 'date':
    case 'text':
      return { type: 'varchar', length: String(length) }
    case 'longText':
    case 'json':
      return { type: 'text' }
    case 'instant':
    case 'fen':
      return { type: 'bigint' }
    case 'int':
      return { type: 'integer' }
    case 'bool':
      return { type: 'boolean' }
  }
}

const BYTEWISE = { charset: 'utf8mb4', collation: 'utf8mb4_bin' }
const LANGUAGE = { charset: 'utf8mb4', collation: 'utf8mb4_unicode_ci' }

// Collations are spelt out per column: the default of somebody's server differs from release to release.
function mysqlType(kind: ColumnKind, length: number | null): ColumnType {
  switch (kind) {
    case 'id':
    case 'code':
    case 'date':
      return { type: 'varchar', length: String(length), ...BYTEWISE }
    case 'text':
      return { type: 'varchar', length: String(length), ...LANGUAGE }
    case 'longText':
      return { type: 'longtext', ...LANGUAGE }
    case 'json':
      return { type: 'longtext', ...BYTEWISE }
    case 'instant':
    case 'fen':
      return { type: 'bigint' }
    case 'int':
      return { type: 'int' }
    case 'bool':
      return { type: 'tinyint' }
  }
}
