import { noteKey, parseNoteKey, type NoteKey } from '@huiying/shared/proof'
import { join } from 'node:path'
import { ed25519Pair, type Ed25519Pair } from '../crypto/ed25519'
import { keptEd25519Key } from '../crypto/kept-key'
import { sha256 } from '../crypto/sha-256'
import { ConfigError } from './config-error'
import { textOf, type Env } from './settings'

/** By what name and with which key the heads of books are signed, and who co-signs them. */
export interface LedgerConfig {
  /** What the names of all logs begin with: `<origin>/book/<bookId>`. Another origin is another log to everybody. */
  readonly origin: string
  /** Never in the database: whoever owns that can't sign. */
  readonly key: Ed25519Pair
  readonly witness: WitnessConfig | null
}

export interface WitnessConfig {
  /** Where `/add-checkpoint` is, without a slash at the end. */
  readonly url: string
  readonly key: NoteKey
}

/** @throws ConfigError */
export function ledgerConfig(env: Env, dataDir: string): LedgerConfig {
  const origin = originIn(env)
  return Object.freeze({ origin, key: signingKey(textOf(env, 'LEDGER_KEY'), dataDir), witness: witnessConfig(env) })
}

function originIn(env: Env): string {
  const origin = textOf(env, 'LEDGER_ORIGIN') ?? 'huiying'
  try {
    noteKey(sha256, origin, 'log', new Uint8Array(32))
    // The log of a book has 38 characters more, and a witness may refuse names beyond 255 bytes.
    if (Buffer.byteLength(origin) <= LONGEST_ORIGIN) return origin.replace(/\/+$/, '')
  } catch {
    // Said below.
  }
  throw new ConfigError(
    `LEDGER_ORIGIN 不能有空格和加号，最长 ${LONGEST_ORIGIN} 个字符，例如 huiying.example.cn。`,
    `LEDGER_ORIGIN may have neither spaces nor plus signs, and ${LONGEST_ORIGIN} bytes, such as huiying.example.cn.`,
  )
}

const LONGEST_ORIGIN = 120

function signingKey(given: string | null, dataDir: string): Ed25519Pair {
  const path = join(dataDir, 'ledger.key')
  const pair = ed25519Pair(given ?? keptEd25519Key(path))
  if (pair !== null) return pair
  throw new ConfigError(
    `LEDGER_KEY（或 ${path}）不是 Ed25519 私钥，应是 PKCS #8 的 base64。不设它也行，会自动生成；已有的千万别删。`,
    'LEDGER_KEY (or ledger.key in the data folder) is no Ed25519 key in base64 of PKCS #8; left out, one is made.',
  )
}

/** Both or neither: a witness whose key is not known proves nothing. */
function witnessConfig(env: Env): WitnessConfig | null {
  const url = textOf(env, 'WITNESS_URL')
  const line = textOf(env, 'WITNESS_KEY')
  if (url === null && line === null) return null
  const key = line === null ? null : parseNoteKey(sha256, line)
  if (url !== null && /^https?:\/\/\S+$/.test(url) && key?.use === 'witness') {
    return Object.freeze({ url: url.replace(/\/+$/, ''), key })
  }
  throw new ConfigError(
    'WITNESS_URL 和 WITNESS_KEY 要一起设：见证的地址，和它启动时打印的那一行钥匙（名字+编号+base64）。',
    'WITNESS_URL and WITNESS_KEY belong together: its address, and the line it prints at its start (name+id+base64).',
  )
}
