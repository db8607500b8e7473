import { isDark } from '../app-config'
import { log } from '../runner-log'

type Listener = (event: unknown) => void

/** What an app may listen to. Those that never happen here are still taken, as on a phone where nothing happens. */
const eventNames = [
  'NetworkStatusChange', 'ThemeChange', 'AppShow', 'AppHide', 'Error', 'UnhandledRejection', 'PageNotFound', 'LazyLoadError',
  'MemoryWarning', 'WindowResize', 'KeyboardHeightChange', 'AudioInterruptionBegin', 'AudioInterruptionEnd',
  'NeedPrivacyAuthorization', 'UserCaptureScreen', 'NetworkWeakChange',
] as const

const listeners = new Map<string, Set<Listener>>()

/** `wx.onX` and `wx.offX` for every event known. */
export function listenerApis(): Readonly<Record<string, (listener?: Listener) => void>> {
  const pairs = eventNames.flatMap((name) => [
    [`on${name}`, (listener?: Listener) => listener && group(name).add(listener)] as const,
    // Without a listener, all of them go.
    [`off${name}`, (listener?: Listener) => (listener ? group(name).delete(listener) : group(name).clear())] as const,
  ])
  return Object.fromEntries(pairs) as Readonly<Record<string, (listener?: Listener) => void>>
}

export function emit(name: (typeof eventNames)[number], event: unknown): void {
  group(name).forEach((listener) => listener(event))
}

function group(name: string): Set<Listener> {
  const found = listeners.get(name) ?? new Set()
  listeners.set(name, found)
  return found
}

for (const type of ['online', 'offline']) {
  addEventListener(type, () =>
    emit('NetworkStatusChange', { isConnected: navigator.onLine, networkType: navigator.onLine ? log.networkType : 'none' }),
  )
}
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => emit('ThemeChange', { theme: isDark() ? 'dark' : 'light' }))
log.trigger.emit = emit
