import Taro from '@tarojs/taro'
import { createStore, useStore } from './store'

const online = createStore(true)
const returns = new Set<() => void>()

/** Whether the phone says it has a network. It may be wrong; only an answer of the server proves one. */
export function useIsOnline(): boolean {
  return useStore(online)
}

/** Calls back whenever the network comes back after it was gone. */
export function onNetworkReturn(listener: () => void): () => void {
  returns.add(listener)
  return () => returns.delete(listener)
}

/** Once, at launch. */
export function watchNetwork(): void {
  if (process.env.TARO_ENV === 'h5') {
    setOnline(navigator.onLine)
    window.addEventListener('online', () => setOnline(true))
    window.addEventListener('offline', () => setOnline(false))
    return
  }
  void Taro.getNetworkType().then(({ networkType }) => setOnline(networkType !== 'none'))
  Taro.onNetworkStatusChange(({ isConnected }) => setOnline(isConnected))
}

function setOnline(next: boolean): void {
  const wasOnline = online.read()
  online.write(next)
  if (next && !wasOnline) returns.forEach((listener) => listener())
}
