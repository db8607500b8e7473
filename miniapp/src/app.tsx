import '@/platform/old-browsers'
import { useEffect, type PropsWithChildren } from 'react'
import Taro, { useDidShow, useLaunch, usePageNotFound } from '@tarojs/taro'
import { watchLostPages } from '@/platform/lost-page'
import { onNetworkReturn, watchNetwork } from '@/platform/network'
import { flushOutbox } from '@/platform/outbox'
import { refreshSession } from '@/platform/session'
import { useTabBadge } from '@/platform/tab-badge'
import { useTypeOnRoot } from '@/platform/type-size'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    watchNetwork()
    onNetworkReturn(wake)
  })
  // An old link, or one cut off on its way through a chat.
  usePageNotFound(() => void Taro.reLaunch({ url: '/pages/home/index' }))
  // Also at launch: the app is shown for the first time then.
  useDidShow(wake)
  useTabBadge()
  useTypeOnRoot()
  useEffect(watchBrowserReturn, [])
  useEffect(watchLostPages, [])
  return children
}

// Who am I, then: what of mine still waits.
function wake(): void {
  void refreshSession().then(flushOutbox)
}

// A browser tells that a tab is looked at again in its own way.
function watchBrowserReturn(): (() => void) | undefined {
  if (process.env.TARO_ENV !== 'h5') return undefined
  const onVisible = () => {
    if (document.visibilityState === 'visible') wake()
  }
  document.addEventListener('visibilitychange', onVisible)
  return () => document.removeEventListener('visibilitychange', onVisible)
}
