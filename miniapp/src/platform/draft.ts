import { useCallback, useEffect, useRef, useState } from 'react'
import Taro, { useDidHide } from '@tarojs/taro'
import { newIdempotencyKey } from './idempotency-key'
import { useMe } from './session'

export interface Draft<Value> {
  readonly value: Value
  readonly change: (part: Partial<Value>) => void
  /** Goes with the submission as its Idempotency-Key; the same until the draft is cleared or was refused. */
  readonly key: string
  /** After it was sent or kept: empty again, with a new key. */
  readonly clear: () => void
  /** After the server said no: the words stay, the next try is another one. */
  readonly renewKey: () => void
}

interface Stored<Value> {
  readonly value: Value
  readonly key: string
}

// Long enough not to write at every stroke on a slow phone; hiding the page writes at once.
const WRITE_AFTER_MS = 300

/** What somebody is writing, kept on the phone under `name` for his account until it is cleared. Plain data only. */
export function useDraft<Value extends object>(name: string, empty: Value): Draft<Value> {
  const accountId = useMe()?.accountId ?? 'nobody'
  const storageKey = `draft:${accountId}:${name}`
  const [stored, setStored] = useState<Stored<Value>>(() => readDraft(storageKey, empty))
  const latest = useRef({ storageKey, stored, empty })
  latest.current = { storageKey, stored, empty }
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)

  const write = useCallback(() => {
    if (timer.current === null) return
    clearTimeout(timer.current)
    timer.current = null
    Taro.setStorageSync(latest.current.storageKey, latest.current.stored)
  }, [])
  const set = useCallback(
    (make: (before: Stored<Value>) => Stored<Value>) => {
      const next = make(latest.current.stored)
      latest.current = { ...latest.current, stored: next }
      setStored(next)
      if (timer.current === null) timer.current = setTimeout(write, WRITE_AFTER_MS)
    },
    [write],
  )
  useDidHide(write)
  useEffect(() => write, [write])
  // Another account, another draft: what the one before wrote stays under his own name.
  useEffect(() => setStored(readDraft(storageKey, latest.current.empty)), [storageKey])

  const change = useCallback(
    (part: Partial<Value>) => set((before) => ({ ...before, value: { ...before.value, ...part } })),
    [set],
  )
  const renewKey = useCallback(() => set((before) => ({ ...before, key: newIdempotencyKey() })), [set])
  const clear = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    Taro.removeStorageSync(latest.current.storageKey)
    const next = { value: latest.current.empty, key: newIdempotencyKey() }
    latest.current = { ...latest.current, stored: next }
    setStored(next)
  }, [])
  return { value: stored.value, key: stored.key, change, clear, renewKey }
}

function readDraft<Value extends object>(storageKey: string, empty: Value): Stored<Value> {
  const stored = Taro.getStorageSync<Stored<Value> | ''>(storageKey)
  // Merged over the empty one, so that a draft of an older version still has every field.
  if (stored) return { key: stored.key, value: { ...empty, ...stored.value } }
  return { key: newIdempotencyKey(), value: empty }
}
