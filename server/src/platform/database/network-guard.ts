import { AsyncLocalStorage } from 'node:async_hooks'

/** One unit of work in progress; `isOpen` turns false with its end, for whatever was left running behind it. */
export interface OpenWork {
  isOpen: boolean
}

export const openWork = new AsyncLocalStorage<OpenWork>()

/**
 * Fails loudly when called from within a unit of work. Everything slow calls it first (network, files, image work):
 * on SQLite all other writers wait behind the open transaction, and a rollback cannot take a call back.
 */
export function assertOutsideWork(what: string): void {
  if (openWork.getStore()?.isOpen === true) throw new Error(`${what} inside a unit of work`)
}

/** Puts the guard before the global `fetch`. Idempotent; done when a database is opened. */
export function guardFetch(): void {
  if (guarded.has(globalThis.fetch)) return
  const plainFetch = globalThis.fetch
  const guardedFetch: typeof fetch = async (...request) => {
    assertOutsideWork('fetch')
    return plainFetch(...request)
  }
  guarded.add(guardedFetch)
  globalThis.fetch = guardedFetch
}

const guarded = new WeakSet<typeof fetch>()
