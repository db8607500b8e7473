import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it. Not by mkdir's own `recursive`: where a file system knows a folder and yet lets
 * nobody make one in it (/proc), that tries for ever.
 */
export function makeFolder(dir: string): void {
  if (isFolder(dir)) return
  const above = dirname(dir)
  if (above !== dir) makeFolder(above)
  try {
    mkdirSync(dir)
  } catch (error) {
    // Another process was faster.
    if (!isFolder(dir)) throw error
  }
}

function isFolder(dir: string): boolean {
  return statSync(dir, { throwIfNoEntry: false })?.isDirectory() === true
}
