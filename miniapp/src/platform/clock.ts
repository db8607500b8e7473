import { useEffect, useReducer, useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'
import type { EpochMs } from '@huiying/shared/kernel'

// How far the server's clock is ahead of the phone's. The phone's time itself is shown nowhere: cheap phones are off.
let offsetMs = 0
let offsetRoundTripMs = Number.POSITIVE_INFINITY

/** Now by the server's clock, as well as the last answers let us know it. */
export function serverNow(): EpochMs {
  return Date.now() + offsetMs
}

/** By the phone's own clock: only to measure a span between two of its own instants, never to say what time it is. */
export function phoneNow(): EpochMs {
  return Date.now()
}

/**
 * Learns the offset from one answer. The instant the server wrote lies somewhere inside the round trip, so a quick
 * answer teaches better than a slow one; a worse one is taken only when it contradicts us (the clock was set anew).
 */
export function learnServerTime(serverAt: EpochMs, sentAt: EpochMs, answeredAt: EpochMs): void {
  const roundTripMs = Math.max(0, answeredAt - sentAt)
  const learnedMs = Math.round(serverAt - (sentAt + roundTripMs / 2))
  const contradicts = Math.abs(learnedMs - offsetMs) > roundTripMs / 2 + offsetRoundTripMs / 2 + 1_000
  if (roundTripMs > offsetRoundTripMs && !contradicts) return
  offsetMs = learnedMs
  offsetRoundTripMs = roundTripMs
}

/** The instant in an answer's headers: `x-server-time` in ms, else `Date`, which is cut to the second. */
export function serverTimeIn(headers: Readonly<Record<string, unknown>> | undefined): EpochMs | null {
  const exact = Number(header(headers, 'x-server-time'))
  if (Number.isFinite(exact) && exact > 0) return exact
  const date = Date.parse(String(header(headers, 'date')))
  return Number.isNaN(date) ? null : date + 500
}

/** Re-renders every `stepMs` with the server's time; rests while the page or the app is hidden. */
export function useNow(stepMs: number): EpochMs {
  const [isShown, setIsShown] = useState(true)
  const [, tick] = useReducer((count: number) => count + 1, 0)
  useDidShow(() => setIsShown(true))
  useDidHide(() => setIsShown(false))
  useEffect(() => {
    if (!isShown) return undefined
    tick()
    return onTick(stepMs, tick)
  }, [isShown, stepMs])
  return serverNow()
}

interface Ticker {
  readonly listeners: Set<() => void>
  readonly stop: () => void
}

// One timer a step for the whole app: a list of twenty countdowns wakes the phone once, not twenty times.
const tickers = new Map<number, Ticker>()

function onTick(stepMs: number, listener: () => void): () => void {
  const ticker = tickers.get(stepMs) ?? startTicker(stepMs)
  ticker.listeners.add(listener)
  return () => {
    ticker.listeners.delete(listener)
    if (ticker.listeners.size > 0) return
    ticker.stop()
    tickers.delete(stepMs)
  }
}

function startTicker(stepMs: number): Ticker {
  const listeners = new Set<() => void>()
  const handle = setInterval(() => {
    const isBrowserHidden = typeof document !== 'undefined' && document.visibilityState === 'hidden'
    if (!isBrowserHidden) listeners.forEach((listener) => listener())
  }, stepMs)
  const ticker = { listeners, stop: () => clearInterval(handle) }
  tickers.set(stepMs, ticker)
  return ticker
}

// WeChat keeps the server's spelling of a header name, browsers write it small.
function header(headers: Readonly<Record<string, unknown>> | undefined, name: string): unknown {
  const key = Object.keys(headers ?? {}).find((candidate) => candidate.toLowerCase() === name)
  return key === undefined ? undefined : headers?.[key]
}
