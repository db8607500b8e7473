/**
 * Stands in for WeChat around the code under test: a storage that keeps copies, a network that is real HTTP, files that
 * are paths. `phone` is the test's hand on it. Whatever is not here does not exist, and a test that needs it fails.
 */
import { EventEmitter } from 'node:events'
import { request as httpRequest } from 'node:http'
import { useEffect } from 'react'

interface Ask {
  readonly url: string
  readonly method?: string
  readonly header?: Readonly<Record<string, string>>
  readonly data?: unknown
  readonly timeout?: number
}
interface Answer {
  readonly statusCode: number
  readonly data: unknown
  readonly header: Readonly<Record<string, unknown>>
}

interface Phone {
  readonly storage: Map<string, string>
  /** Toasts, dialogs and page turns, in order. */
  readonly calls: { readonly name: string; readonly given: unknown }[]
  /** The address that relative paths are sent to. */
  server: string
  fontSizeSetting: number
  answerToQuestions: boolean
  /** What the page was opened with: `?id=…`. */
  params: Readonly<Record<string, string>>
  /** Where it says that it is; `null`: its owner does not let it. */
  position: { readonly latitude: number; readonly longitude: number } | null
  /** How many lie on top of each other, with the one that is looked at. */
  pagesOpen: number
  /** Its own key behind a finger: absent, or what its owner does when asked. */
  soter: 'absent' | 'confirms' | 'declines'
}

// The phone outlives the app: after jest.resetModules(), which is the app's restart, its storage is the same one.
const kept = globalThis as { standInPhone?: Phone }
kept.standInPhone ??= { storage: new Map(), calls: [], server: '', fontSizeSetting: 17, answerToQuestions: true, params: {}, position: null, soter: 'absent', pagesOpen: 1 }
export const phone = kept.standInPhone

const shown = new Set<() => void>()
const hidden = new Set<() => void>()
type NetworkListener = (status: { isConnected: boolean; networkType: string }) => void
const networkListeners = new Set<NetworkListener>()
const { storage, calls } = phone

export function freshPhone(): void {
  storage.clear()
  calls.length = 0
  Object.assign(phone, { server: '', fontSizeSetting: 17, answerToQuestions: true, params: {}, position: null, soter: 'absent', pagesOpen: 1 })
}
export function showPage(): void {
  shown.forEach((listener) => listener())
}
export function hidePage(): void {
  hidden.forEach((listener) => listener())
}
export function setOnline(isConnected: boolean): void {
  networkListeners.forEach((listener) => listener({ isConnected, networkType: isConnected ? '4g' : 'none' }))
}

const events = new EventEmitter()

const Taro = {
  // Storage copies what it is given, as WeChat's does: a later change of the object must not reach it.
  getStorageSync: (key: string): unknown => (storage.has(key) ? JSON.parse(String(storage.get(key))) : ''),
  setStorageSync: (key: string, value: unknown) => void storage.set(key, JSON.stringify(value)),
  removeStorageSync: (key: string) => void storage.delete(key),

  request: (ask: Ask) => send(ask, 'application/json', ask.data === undefined ? null : JSON.stringify(ask.data)),
  uploadFile: async (ask: Ask & { filePath: string; formData: Record<string, string> }) => {
    const answer = await send({ ...ask, method: 'POST' }, 'text/plain', JSON.stringify({ ...ask.formData, path: ask.filePath }))
    return { ...answer, data: JSON.stringify(answer.data) }
  },
  getNetworkType: () => Promise.resolve({ networkType: '4g' }),
  onNetworkStatusChange: (listener: NetworkListener) => networkListeners.add(listener),
  getFileSystemManager: () => ({
    saveFile: ({ tempFilePath, success }: { tempFilePath: string; success: (result: object) => void }) =>
      success({ savedFilePath: tempFilePath.replace('tmp', 'saved') }),
    removeSavedFile: ({ filePath }: { filePath: string }) => note('removeSavedFile', filePath),
  }),
  nextTick: (act: () => void) => setTimeout(act),
  // A canvas of 320 × 192 px, on which lines are noted.
  createSelectorQuery: () => {
    const query = {
      select: () => query,
      fields: () => query,
      boundingClientRect: () => query,
      exec: (done: (found: readonly unknown[]) => void) =>
        done([{ node: paper(), left: 0, top: 0, width: 320, height: 192 }]),
    }
    return query
  },
  getWindowInfo: () => ({ pixelRatio: 2 }),
  getAppBaseInfo: () => ({ fontSizeSetting: phone.fontSizeSetting }),
  getLocation: (given: unknown) => {
    void note('getLocation', given)
    return phone.position === null ? Promise.reject({ errMsg: 'getLocation:fail auth deny' }) : Promise.resolve(phone.position)
  },
  chooseLocation: (given: unknown) => {
    void note('chooseLocation', given)
    return phone.position === null ? Promise.reject({ errMsg: 'chooseLocation:fail cancel' }) : Promise.resolve({ name: '', address: '', ...phone.position })
  },
  checkIsSupportSoterAuthentication: () => Promise.resolve({ supportMode: phone.soter === 'absent' ? [] : ['fingerPrint'] }),
  checkIsSoterEnrolledInDevice: () => Promise.resolve({ isEnrolled: phone.soter !== 'absent' }),
  startSoterAuthentication: (given: { challenge: string }) => {
    void note('startSoterAuthentication', given)
    if (phone.soter !== 'confirms') return Promise.reject({ errCode: 90008, errMsg: 'startSoterAuthentication:fail cancel' })
    return Promise.resolve({ resultJSON: JSON.stringify({ raw: given.challenge }), resultJSONSignature: 'signed-by-the-phone' })
  },
  login: () => Promise.resolve({ code: 'code-of-this-login' }),

  eventCenter: {
    on: (event: string, hear: () => void) => void events.on(event, hear),
    off: (event: string, hear: () => void) => void events.off(event, hear),
    trigger: (event: string) => events.emit(event),
  },
  showToast: (given: unknown) => note('showToast', given),
  showModal: (given: unknown) => note('showModal', given).then(() => ({ confirm: phone.answerToQuestions })),
  setTabBarBadge: (given: unknown) => note('setTabBarBadge', given),
  removeTabBarBadge: (given: unknown) => note('removeTabBarBadge', given),
  getCurrentPages: () => Array.from({ length: phone.pagesOpen }, () => ({})),
  setNavigationBarTitle: (given: unknown) => note('setNavigationBarTitle', given),
  navigateTo: (given: unknown) => note('navigateTo', given),
  redirectTo: (given: unknown) => note('redirectTo', given),
  reLaunch: (given: unknown) => note('reLaunch', given),
  switchTab: (given: unknown) => note('switchTab', given),
  navigateBack: () => note('navigateBack', null),
  previewImage: (given: unknown) => note('previewImage', given),
  chooseMedia: (given: unknown) => note('chooseMedia', given).then(() => ({ tempFiles: [{ tempFilePath: 'wxfile://tmp_photo.jpg' }] })),
  pageScrollTo: (given: unknown) => note('pageScrollTo', given),
  makePhoneCall: (given: unknown) => note('makePhoneCall', given),
}
export default Taro

export const stopPullDownRefresh = () => undefined
export function useDidShow(listener: () => void): void {
  useListener(shown, listener)
}
export function useDidHide(listener: () => void): void {
  useListener(hidden, listener)
}
export function useLaunch(listener: () => void): void {
  // eslint-disable-next-line react-hooks/exhaustive-deps -- a launch happens once
  useEffect(listener, [])
}
export function useRouter(): { readonly params: Readonly<Record<string, string>> } {
  return { params: phone.params }
}
export function usePullDownRefresh(): void {}
export function useReachBottom(): void {}

function paper(): object {
  const ink = { scale() {}, beginPath() {}, moveTo() {}, lineTo: (...to: number[]) => void note('ink', to), stroke() {} }
  return { width: 0, height: 0, getContext: () => ink }
}

function useListener(listeners: Set<() => void>, listener: () => void): void {
  useEffect(() => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  })
}

function note(name: string, given: unknown): Promise<void> {
  calls.push({ name, given })
  return Promise.resolve()
}

// Like wx.request: every status is a success, only a dead line or the timeout is a failure.
function send(ask: Ask, contentType: string, body: string | null): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // Its length by hand: Node sends a DELETE's body without one, and no server reads it then.
    const ofBody = body === null ? {} : { 'content-type': contentType, 'content-length': Buffer.byteLength(body) }
    const started = httpRequest(
      phone.server + ask.url,
      { method: ask.method ?? 'GET', headers: { ...ofBody, ...ask.header }, agent: false },
      (incoming) => {
        let text = ''
        incoming.setEncoding('utf8')
        incoming.on('data', (part: string) => (text += part))
        incoming.on('end', () => resolve({ statusCode: incoming.statusCode ?? 0, data: parse(text), header: incoming.headers }))
      },
    )
    started.setTimeout(ask.timeout ?? 60_000, () => started.destroy(new Error('timeout')))
    started.on('error', (error) => reject({ errMsg: `request:fail ${error.message}` }))
    started.end(body ?? undefined)
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
