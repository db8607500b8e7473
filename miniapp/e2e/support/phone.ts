import { type Page } from 'playwright-core'
import { type PhoneSettings, type SetDataRecord } from '../weapp/view/runner-log'

export type Build = 'h5' | 'weapp'
export type { PhoneSettings, SetDataRecord }

/** Screens that matter, CSS px. The desk has a mouse, the others are touched. */
export const screens = {
  small: { width: 360, height: 780 },
  phone: { width: 390, height: 844 },
  desk: { width: 1440, height: 900 },
} as const

export interface PhoneOptions {
  /** `phone` unless said. */
  readonly screen?: keyof typeof screens
  /** What the phone and its owner answer to WeChat's questions; also settable later by `configure`. */
  readonly settings?: Partial<PhoneSettings>
  readonly isDark?: boolean
}

export interface Choice {
  /** When several things carry the name: the one nearest to this text. */
  readonly beside?: string
  /** … or the n-th of them, from 0, in reading order. */
  readonly nth?: number
  /** How long to wait for it; 10 s unless said. */
  readonly timeoutMs?: number
}

/**
 * One person's device, with its own storage. The same on both builds: a story names what stands on the screen, by its
 * words or by its aria-label. Every act waits until its thing is there and unique, and fails with the screen's words.
 */
export interface Phone {
  readonly build: Build
  readonly name: string
  /** Playwright's page, for what this interface lacks; a story that needs it is no longer the same on both builds. */
  readonly page: Page

  /** A cold start on a page of the app (`/packages/ticket/send/index?to=…`), else on its home page. Storage is kept. */
  open(path?: string): Promise<void>
  /** Kills the app and starts it again on its home page. */
  relaunch(): Promise<void>
  /** Taps a tab of the tab bar. */
  tab(name: string): Promise<void>
  tap(name: string, choice?: Choice): Promise<void>
  /** Presses, waits, lets go: hold-to-talk, long press. */
  hold(name: string, holdMs: number, choice?: Choice): Promise<void>
  /** Writes with one finger, stroke by stroke; points in hundredths of the thing's width and height. */
  draw(name: string, strokes: readonly (readonly (readonly [x: number, y: number])[])[], choice?: Choice): Promise<void>
  /** Writes into the field with this label, placeholder or aria-label; replaces what stood there. */
  fill(label: string, text: string, choice?: Choice): Promise<void>
  /** Taps a picker and takes an option; for a date picker '2026-11-21'. */
  pick(name: string, option: string, choice?: Choice): Promise<void>
  /** Taps what opens the file chooser, and chooses. */
  chooseFile(name: string, files: string | readonly string[], choice?: Choice): Promise<void>
  /** Waits until the words can be read somewhere on the screen. */
  see(text: string, options?: Pick<Choice, 'timeoutMs'>): Promise<void>
  /** Waits until the words can be read nowhere. */
  dontSee(text: string, options?: Pick<Choice, 'timeoutMs'>): Promise<void>
  /** All words on the screen now, with the fields' contents. */
  read(): Promise<string>
  /** How many things carry the name now. */
  count(name: string): Promise<number>
  isDisabled(name: string, choice?: Choice): Promise<boolean>
  /** The phone's own way back. */
  back(): Promise<void>
  pullDown(): Promise<void>
  scrollToBottom(): Promise<void>
  /** Cuts or restores the network. */
  setOffline(isOffline: boolean): Promise<void>
  /** Writes `<build>-<name>.png` into the screenshot folder and returns its path. */
  screenshot(name: string): Promise<string>

  /** Changes what the phone answers, also after a relaunch. On the browser build: scopes, location, type size. */
  configure(settings: Partial<PhoneSettings>): Promise<void>
  /** Numbers dialled so far. */
  dialled(): Promise<readonly string[]>
  /** What was handed to a WeChat API so far; empty on the browser build. */
  calls(api: string): Promise<readonly unknown[]>
  /** What sharing this page from the menu would send; null when it cannot be shared, or in a browser. */
  share(): Promise<unknown>
  /** Every setData so far; empty on the browser build. */
  setData(): Promise<readonly SetDataRecord[]>

  /** Names a fault that this story means to cause; all others fail it. */
  expectFault(pattern: RegExp): void
  /** Faults so far that nobody expected: errors, warnings of the framework, unknown APIs, setData over budget. */
  faults(): Promise<readonly string[]>
  close(): Promise<void>
}
