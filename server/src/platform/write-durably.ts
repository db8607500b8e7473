import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** A small file, whole or not at all whenever the power fails or the process is killed; on disk when this returns. */
export function writeDurably(path: string, text: string): void {
  const made = `${path}.${process.pid}.new`
  writeFileSync(made, text, { flush: true })
  renameSync(made, path)
  // A folder can't be opened on Windows, where a rename lasts by itself.
  if (process.platform === 'win32') return
  const folder = openSync(dirname(path), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
