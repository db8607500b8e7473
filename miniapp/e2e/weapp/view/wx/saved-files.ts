import { extensionOf, fileOf, forget, keep } from '../files'
import { asyncApi } from './async-api'
import { WxFailure } from './wx-failure'

/** Saved files outlive the app; the browser keeps them in a database of its own, by path. */
const STORE = 'saved-files'

/** Brings back what earlier runs saved; before the app starts, for it may show a saved file at once. */
export async function restoreSavedFiles(): Promise<void> {
  const store = (await openStore()).transaction(STORE).objectStore(STORE)
  const [paths, blobs] = await Promise.all([done(store.getAllKeys()), done(store.getAll())])
  paths.forEach((path, index) => keep(String(path), blobs[index] as Blob))
}

export const fileApis = { getFileSystemManager: () => manager }

/** The part of WeChat's file system that an app needs to keep a photo or a recording. */
const manager = {
  saveFile: asyncApi<{ tempFilePath: string }>('saveFile', async ({ tempFilePath }) => {
    const blob = mustExist(tempFilePath)
    const savedFilePath = `wxfile://store_${Date.now().toString(36)}_${Math.trunc(performance.now())}.${extensionOf(tempFilePath)}`
    await change((store) => store.put(blob, savedFilePath))
    keep(savedFilePath, blob)
    // Saving moves: the temporary path names nothing any more.
    forget(tempFilePath)
    return { savedFilePath }
  }),
  removeSavedFile: asyncApi<{ filePath: string }>('removeSavedFile', ({ filePath }) => remove(filePath)),
  unlink: asyncApi<{ filePath: string }>('unlink', ({ filePath }) => remove(filePath)),
  access: asyncApi<{ path: string }>('access', ({ path }) => void mustExist(path)),
  readFile: asyncApi<{ filePath: string; encoding?: string }>('readFile', async ({ filePath, encoding }) => {
    const blob = mustExist(filePath)
    return { data: encoding === undefined ? await blob.arrayBuffer() : await blob.text() }
  }),
  getFileInfo: asyncApi<{ filePath: string }>('getFileInfo', ({ filePath }) => ({ size: mustExist(filePath).size })),
}

async function remove(path: string): Promise<void> {
  mustExist(path)
  await change((store) => store.delete(path))
  forget(path)
}

function mustExist(path: string): Blob {
  const blob = fileOf(path)
  if (!blob) throw new WxFailure(`no such file or directory, open "${path}"`)
  return blob
}

async function change(act: (store: IDBObjectStore) => IDBRequest): Promise<void> {
  await done(act((await openStore()).transaction(STORE, 'readwrite').objectStore(STORE)))
}

function openStore(): Promise<IDBDatabase> {
  const request = indexedDB.open('wechat-runner', 1)
  request.onupgradeneeded = () => request.result.createObjectStore(STORE)
  return done(request)
}

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the store of saved files does not open'))
  })
}
