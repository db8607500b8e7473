import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const neverAnInput = new Set(['node_modules', 'dist', 'coverage', 'out'])

/**
 * One hash over the names and bytes of everything under `inputs` (files or folders, relative to `base`), plus `salt`.
 * Bytes, not times: a fresh checkout of the same commit is the same input. Tests are no input of a build.
 */
export function fingerprint(base, inputs, salt = '') {
  const hash = createHash('sha256').update(salt)
  for (const file of inputs.flatMap((input) => filesUnder(base, input)).sort()) {
    const bytes = readFileSync(join(base, file))
    hash.update(`\0${file}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}

/** The files under one input, with paths relative to `base` in forward slashes; none when it does not exist. */
export function filesUnder(base, input) {
  const stat = statSync(join(base, input), { throwIfNoEntry: false })
  if (!stat) return []
  if (stat.isFile()) return [input]
  return readdirSync(join(base, input), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || neverAnInput.has(entry.name) || /\.test\.tsx?$/.test(entry.name)) return []
    const path = `${input}/${entry.name}`
    return entry.isDirectory() ? filesUnder(base, path) : [path]
  })
}
