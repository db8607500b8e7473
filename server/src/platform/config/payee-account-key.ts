import { join } from 'node:path'
import { ConfigError } from './config-error'
import { keptKey } from './file-url-key'

const SHORTEST = 32

/**
 * With which the digests of payees' account numbers are made: the given key, else the one kept in the data folder, made
 * at the first start. Lost, an account is not known again when it is typed anew; nothing that was signed changes.
 * @throws ConfigError when a key is too short to protect anything
 */
export function keptPayeeAccountKey(given: string | null, dataDir: string): string {
  const path = join(dataDir, 'payee-account.key')
  const key = given ?? keptKey(path)
  if (key.length >= SHORTEST) return key
  throw new ConfigError(
    `PAYEE_ACCOUNT_KEY（或 ${path}）太短，至少要 ${SHORTEST} 个字符。不设它也行，会自动生成。`,
    `PAYEE_ACCOUNT_KEY (or payee-account.key in the data folder) needs at least ${SHORTEST} characters.`,
  )
}
