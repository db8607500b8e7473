import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError } from './config-error'

const SHORTEST = 32

/**
 * The given key, else the one kept in the data folder, made at the first start.
 * @throws ConfigError when a key is too short to protect anything
 */
export function keptFileUrlKey(given: string | null, dataDir: string): string {
  const key = given ?? keptKey(join(dataDir, 'file-url.key'))
  if (key.length >= SHORTEST) return key
  throw new ConfigError(
    `FILE_URL_KEY（或 ${join(dataDir, 'file-url.key')}）太短，至少要 ${SHORTEST} 个字符。不设它也行，会自动生成。`,
    `FILE_URL_KEY (or file-url.key in the data folder) needs at least ${SHORTEST} characters; left out, one is made.`,
  )
}

/** The key in the file, made where there is none yet. */
export function keptKey(path: string): string {
  try {
    // Of two servers that start together on one folder, the second finds the file of the first.
    writeFileSync(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
  return readFileSync(path, 'utf8').trim()
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : null
}
