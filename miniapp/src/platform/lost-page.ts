import { toast } from '@/ui/toast'

/**
 * A browser fetches a page's code when it is first opened; without a network nothing would happen, and nobody would say
 * why. The next tap tries again.
 */
export function watchLostPages(): (() => void) | undefined {
  if (process.env.TARO_ENV !== 'h5') return undefined
  const onRejection = (event: PromiseRejectionEvent) => {
    if (isLostPage(event.reason)) toast('网络不通，这一页打不开。请看看信号，再点一次')
  }
  window.addEventListener('unhandledrejection', onRejection)
  return () => window.removeEventListener('unhandledrejection', onRejection)
}

/** "ChunkLoadError", "Loading chunk 7 failed", "Loading CSS chunk 7 failed": as the bundler words it. */
export function isLostPage(reason: unknown): boolean {
  if (!(reason instanceof Error)) return false
  return reason.name === 'ChunkLoadError' || /^Loading (CSS )?chunk /.test(reason.message)
}
