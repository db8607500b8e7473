// The browser's storage for strings cannot hold a photo, so unsent files wait in IndexedDB. Where there is none
// (private windows of old browsers) they wait in memory, which loses them with the tab but never fails the person.

const DATABASE = 'huiying'
const STORE = 'files'
const memory = new Map<string, Blob>()

export async function keepBlob(ref: string, blob: Blob): Promise<void> {
  memory.set(ref, blob)
  await inStore('readwrite', (store) => store.put(blob, ref))
}

export async function readBlob(ref: string): Promise<Blob | null> {
  const held = memory.get(ref)
  if (held !== undefined) return held
  const stored = await inStore('readonly', (store) => store.get(ref))
  return stored instanceof Blob ? stored : null
}

export async function forgetBlob(ref: string): Promise<void> {
  memory.delete(ref)
  await inStore('readwrite', (store) => store.delete(ref))
}

async function inStore(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  const database = await open()
  if (database === null) return undefined
  return new Promise((resolve) => {
    const asked = act(database.transaction(STORE, mode).objectStore(STORE))
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => resolve(undefined)
  }).finally(() => database.close())
}

function open(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    if (typeof indexedDB === 'undefined') {
      resolve(null)
      return
    }
    const asked = indexedDB.open(DATABASE, 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE)
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => resolve(null)
    asked.onblocked = () => resolve(null)
  })
}
