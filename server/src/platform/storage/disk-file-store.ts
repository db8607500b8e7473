import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileStore, OpenFile } from './file-store'

// Letters and digits with at most one dot inside: no key can leave its folder.
const KEY = /^[0-9A-Za-z]{2,64}(\.[0-9a-z]{1,16})?$/
const HALF_WRITTEN = '.half'

/** Files under `dir`, spread over folders so that none grows too long to list. */
export class DiskFileStore implements FileStore {
  constructor(private readonly dir: string) {}

  async put(key: string, bytes: Uint8Array): Promise<void> {
    const path = this.#pathOf(key)
    const halfPath = path + HALF_WRITTEN
    await mkdir(dirname(path), { recursive: true })
    // Keys are made once and never used again, so nobody else writes here.
    try {
      await writeWhole(halfPath, bytes)
      await rename(halfPath, path)
    } catch (error) {
      await rm(halfPath, { force: true })
      throw error
    }
    await syncFolder(dirname(path))
  }

  async open(key: string): Promise<OpenFile | null> {
    const handle = await open(this.#pathOf(key), 'r').catch(ignoreMissing)
    if (handle === null) return null
    return {
      bytes: (await handle.stat()).size,
      read: (range) => handle.createReadStream(range === null ? {} : { start: range.from, end: range.to }),
      close: () => handle.close(),
    }
  }

  async remove(key: string): Promise<void> {
    await rm(this.#pathOf(key), { force: true })
  }

  async *keysPutBefore(at: number): AsyncIterable<string> {
    for (const folder of (await readdir(this.dir).catch(ignoreMissing)) ?? []) {
      for (const name of (await readdir(join(this.dir, folder)).catch(ignoreMissing)) ?? []) {
        const path = join(this.dir, folder, name)
        const found = await stat(path).catch(ignoreMissing)
        if (found === null || found.mtimeMs >= at) continue
        if (name.endsWith(HALF_WRITTEN)) await rm(path, { force: true })
        else if (KEY.test(name)) yield name
      }
    }
  }

  #pathOf(key: string): string {
    if (!KEY.test(key)) throw new Error('a file key of the wrong form')
    const id = key.split('.')[0] ?? key
    // Ids begin with the time; their ends are evenly spread.
    return join(this.dir, id.slice(-2).toLowerCase(), key)
  }
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes the new name itself survive a power cut. Windows has no such thing for folders. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function ignoreMissing(error: unknown): null {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null
  if (code === 'ENOENT' || code === 'ENOTDIR') return null
  throw error
}
