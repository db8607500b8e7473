import Taro from '@tarojs/taro'
import { createStore } from './store'

const STORAGE_KEY = 'token'

/** The opaque session token; `null` when signed out. Stored, so that a restart of the app stays signed in. */
export const token = createStore<string | null>(readToken())

export function keepToken(next: string | null): void {
  if (next === null) Taro.removeStorageSync(STORAGE_KEY)
  else Taro.setStorageSync(STORAGE_KEY, next)
  token.write(next)
}

function readToken(): string | null {
  const stored: unknown = Taro.getStorageSync(STORAGE_KEY)
  return typeof stored === 'string' && stored !== '' ? stored : null
}
