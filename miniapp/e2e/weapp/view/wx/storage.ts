import { asyncApi } from './async-api'
import { WxFailure } from './wx-failure'

/** Kept in the browser's storage, so that a relaunch finds it, as on a phone. */
const PREFIX = 'mp:'
/** WeChat's bound for one key. */
const LARGEST_VALUE = 1024 * 1024

export const storageApis = {
  setStorageSync: write,
  getStorageSync: (key: string) => read(key) ?? '',
  removeStorageSync: (key: string) => localStorage.removeItem(PREFIX + key),
  clearStorageSync: clear,
  getStorageInfoSync: info,
  setStorage: asyncApi<{ key: string; data: unknown }>('setStorage', ({ key, data }) => write(key, data)),
  getStorage: asyncApi<{ key: string }>('getStorage', ({ key }) => {
    const data = read(key)
    if (data === undefined) throw new WxFailure('data not found')
    return { data }
  }),
  removeStorage: asyncApi<{ key: string }>('removeStorage', ({ key }) => localStorage.removeItem(PREFIX + key)),
  clearStorage: asyncApi('clearStorage', clear),
  getStorageInfo: asyncApi('getStorageInfo', info),
}

function write(key: string, data: unknown): void {
  const text = JSON.stringify({ data })
  if (text.length > LARGEST_VALUE) throw new WxFailure('entry size limit reached')
  localStorage.setItem(PREFIX + key, text)
}

function read(key: string): unknown {
  const text = localStorage.getItem(PREFIX + key)
  return text === null ? undefined : (JSON.parse(text) as { data: unknown }).data
}

function keys(): readonly string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length))
}

function clear(): void {
  keys().forEach((key) => localStorage.removeItem(PREFIX + key))
}

function info(): { readonly keys: readonly string[]; readonly currentSize: number; readonly limitSize: number } {
  const bytes = keys().reduce((sum, key) => sum + (localStorage.getItem(PREFIX + key)?.length ?? 0), 0)
  return { keys: keys(), currentSize: Math.ceil(bytes / 1024), limitSize: 10_240 }
}
