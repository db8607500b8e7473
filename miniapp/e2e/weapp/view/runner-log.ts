import { SETTINGS_KEY } from './settings-key'

/** One call of setData: what crossed from the app's code to the screen. */
export interface SetDataRecord {
  readonly page: string
  /** The driver's name of what the user did last; of an opening, what opened the page. */
  readonly action: string
  /** UTF-8 bytes of the JSON, as WeChat counts them. */
  readonly bytes: number
  /** Whether the page had not yet come to rest: its first content may be larger than what a tap changes later. */
  readonly isOpening: boolean
}

export interface ApiCall {
  readonly api: string
  readonly argument: unknown
}

/** What a test may set about the phone and the person holding it. Kept over a relaunch. */
export interface PhoneSettings {
  /** What wx.login hands out. */
  loginCode: string
  /** What the phone-number button hands out; null: the person declines. */
  phoneCode: string | null
  /** The answer to every request for subscribe messages, or one per template. */
  subscribe: SubscribeAnswer | Readonly<Record<string, SubscribeAnswer>>
  /** What chooseLocation hands back; null: the person backs out. */
  location: ChosenLocation | null
  /** Answers to permission questions by scope; what is missing is granted. */
  scopes: Readonly<Record<string, boolean>>
  /** 我 → 设置 → 通用 → 字体大小, px; 17 is normal. */
  fontSizeSetting: number
  networkType: 'wifi' | '4g' | '3g' | '2g'
  /** Whether the person must still agree to the privacy terms. */
  needsPrivacyConsent: boolean
  /**
   * The phone's own key behind a finger; null: it has none. `signsAt`: where a stand-in for the hardware signs
   * `{openid, challenge}`; a finger itself no test has.
   */
  soter: null | 'declines' | { readonly signsAt: string; readonly openid: string }
}

export type SubscribeAnswer = 'accept' | 'reject' | 'ban'

export interface ChosenLocation {
  readonly name: string
  readonly address: string
  readonly latitude: number
  readonly longitude: number
}

export interface RunnerLog extends PhoneSettings {
  readonly setData: SetDataRecord[]
  readonly calls: ApiCall[]
  /** Everything that fails a test: errors, warnings of the framework, APIs the runner does not play. */
  readonly faults: string[]
  /** The driver's name of what the user is doing now. */
  action: string
  /** How often the user began something while the app was at rest. */
  settledCount: number
  isReady: boolean
  readonly trigger: Record<string, (...args: never[]) => unknown>
}

const defaults: PhoneSettings = {
  loginCode: 'login-code',
  phoneCode: 'phone-code',
  subscribe: 'accept',
  location: null,
  scopes: {},
  fontSizeSetting: 17,
  networkType: 'wifi',
  needsPrivacyConsent: false,
  soter: null,
}

/** The one log of this run, at `window.__mp` for the driver. */
export const log: RunnerLog = {
  ...defaults,
  ...(JSON.parse(localStorage.getItem(SETTINGS_KEY) ?? '{}') as Partial<PhoneSettings>),
  setData: [],
  calls: [],
  faults: [],
  // Numbered, so that a relaunch is an act of its own.
  action: `launch ${new URLSearchParams(location.search).get('run') ?? ''}`,
  settledCount: 0,
  isReady: false,
  trigger: {},
}

export function fault(text: string): void {
  log.faults.push(text)
}

/** Keeps a copy: the app may change the object after the call. */
export function recordCall(api: string, argument: unknown): void {
  let copy: unknown = null
  try {
    copy = JSON.parse(JSON.stringify(argument ?? null, (key, value: unknown) => (key === 'canvas' ? undefined : value)))
  } catch {
    copy = 'not plain data'
  }
  log.calls.push({ api, argument: copy })
}

declare global {
  interface Window {
    __mp: RunnerLog
    __bundle: {
      readonly files: Readonly<Record<string, string>>
      readonly css: Readonly<Record<string, string>>
      readonly apiNames: readonly string[]
    }
    __templates: Readonly<Record<string, unknown>>
  }
}

window.__mp = log
log.trigger.configure = (settings: Partial<PhoneSettings>) => {
  Object.assign(log, settings)
  const kept = Object.fromEntries(Object.keys(defaults).map((key) => [key, log[key as keyof PhoneSettings]]))
  localStorage.setItem(SETTINGS_KEY, JSON.stringify(kept))
}
window.addEventListener('error', (event) => fault(`page error: ${describe(event.error ?? event.message)}`))
window.addEventListener('unhandledrejection', (event) => fault(`page error: ${describe(event.reason)}`))

function describe(reason: unknown): string {
  return reason instanceof Error ? (reason.stack ?? reason.message) : (JSON.stringify(reason) ?? String(reason))
}
