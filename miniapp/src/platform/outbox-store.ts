import Taro from '@tarojs/taro'
import type { EpochMs, RefusalDetails } from '@huiying/shared/kernel'
import type { LocalFile } from './local-file'
import { createStore, useStore } from './store'

/** Something said that has not arrived yet. Plain data: it lives in the phone's storage. */
export interface OutboxItem {
  /** The Idempotency-Key: made once, kept for every try, so that the server acts once. */
  readonly key: string
  /** Nobody else who signs in on this phone may send it. */
  readonly accountId: string
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
  readonly files: readonly OutboxFile[]
  /** For the list of what waits: the first words. */
  readonly label: string
  readonly createdAt: EpochMs
  /** Set when the server said no; then it is not tried again, and the person sees why. */
  readonly refusal: { readonly code: string; readonly details: RefusalDetails } | null
}

export interface OutboxFile {
  readonly file: LocalFile
  /** Kept as soon as it is known: the server compares the bodies sent under one key, so the ids may not change. */
  readonly uploadedId: string | null
}

const STORAGE_KEY = 'outbox'
const items = createStore<readonly OutboxItem[]>(readOutbox())

/** What waits or was refused, of the given account. */
export function useOutbox(accountId: string | null): readonly OutboxItem[] {
  return useStore(items).filter((item) => item.accountId === accountId)
}

/** From the storage, not from memory: in a browser a second tab works on the same list. */
export function readOutbox(): readonly OutboxItem[] {
  const stored: unknown = Taro.getStorageSync(STORAGE_KEY)
  return Array.isArray(stored) ? (stored as OutboxItem[]) : []
}

/** Adds it, or replaces the one with the same key. Throws when the phone's storage is full. */
export function putOutboxItem(item: OutboxItem): void {
  const others = readOutbox().filter((other) => other.key !== item.key)
  writeOutbox([...others, item].sort((a, b) => a.createdAt - b.createdAt))
}

export function removeOutboxItem(key: string): void {
  writeOutbox(readOutbox().filter((item) => item.key !== key))
}

function writeOutbox(next: readonly OutboxItem[]): void {
  Taro.setStorageSync(STORAGE_KEY, next)
  items.write(next)
}
