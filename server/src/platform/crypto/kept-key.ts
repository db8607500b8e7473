import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { newEd25519Key } from './ed25519'

/** The Ed25519 key kept in a file that only its owner may read; made at the first start. Base64 of PKCS #8. */
export function keptEd25519Key(path: string): string {
  const made = `${path}.${process.pid}`
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
  writeFileSync(made, newEd25519Key(), { mode: 0o600, flush: true })
  try {
    // Of two programs that start together on one folder, the second finds the whole file of the first.
    linkSync(made, path)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  } finally {
    rmSync(made, { force: true })
  }
  return readFileSync(path, 'utf8').trim()
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : null
}
