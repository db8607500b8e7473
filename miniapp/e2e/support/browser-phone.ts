import fs from 'node:fs'
import path from 'node:path'
import { type BrowserContext, type ElementHandle, type Page } from 'playwright-core'
import { type SetDataRecord } from '../weapp/view/runner-log'
import { budgetFaults } from './budgets'
import { Eyes, PATIENCE_MS } from './eyes'
import { type Build, type Choice, type Phone, type PhoneSettings } from './phone'
import { fieldOf } from './screen'
import { watchFaults } from './watch-faults'

/** One try at touching a thing that is in sight. */
const TOUCH_MS = 2_000

type Stroke = readonly (readonly [x: number, y: number])[]

type Find = () => Promise<ElementHandle<Element>>

export interface PhoneParts {
  readonly name: string
  readonly page: Page
  readonly address: string
  readonly screenshotDir: string
}

/** What both builds' phones have in common: fingers and eyes. */
export abstract class BrowserPhone implements Phone {
  abstract readonly build: Build
  /** What the build says without meaning anything by it. */
  protected readonly harmless: RegExp | null = null
  private readonly expected: RegExp[] = []
  private readonly seenFaults: string[]
  private acts = 0

  readonly name: string
  readonly page: Page
  protected readonly context: BrowserContext
  protected readonly eyes: Eyes
  /** Where the build is served. */
  protected readonly address: string
  private readonly screenshotDir: string

  constructor({ name, page, address, screenshotDir }: PhoneParts) {
    this.name = name
    this.page = page
    this.context = page.context()
    this.eyes = new Eyes(name, page)
    this.address = address
    this.screenshotDir = screenshotDir
    this.seenFaults = watchFaults(page)
  }

  abstract open(path?: string): Promise<void>
  abstract relaunch(): Promise<void>
  abstract tab(name: string): Promise<void>
  abstract pick(name: string, option: string, choice?: Choice): Promise<void>
  abstract back(): Promise<void>
  abstract pullDown(): Promise<void>
  abstract configure(settings: Partial<PhoneSettings>): Promise<void>
  abstract dialled(): Promise<readonly string[]>
  abstract calls(api: string): Promise<readonly unknown[]>
  abstract share(): Promise<unknown>
  abstract setData(): Promise<readonly SetDataRecord[]>
  /** Faults that the build itself noted. */
  protected abstract ownFaults(): Promise<readonly string[]>
  /** Told before every act, so that what follows is counted to it. */
  protected abstract actBegins(act: string): Promise<void>

  async tap(name: string, choice: Choice = {}): Promise<void> {
    await this.press(`tap ${name}`, () => this.eyes.find(name, choice, { isPressed: true }), choice.timeoutMs)
  }

  async hold(name: string, holdMs: number, choice: Choice = {}): Promise<void> {
    const target = await this.eyes.find(name, choice, { isPressed: true })
    await this.begin(`hold ${name}`)
    await target.scrollIntoViewIfNeeded()
    const box = await target.boundingBox()
    if (!box) throw await this.eyes.complaint(`lost "${name}"`)
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    const finger = await this.context.newCDPSession(this.page)
    await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] })
    await this.page.waitForTimeout(holdMs)
    await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await finger.detach()
  }

  async draw(name: string, strokes: readonly Stroke[], choice: Choice = {}): Promise<void> {
    const target = await this.eyes.find(name, choice)
    await this.begin(`draw on ${name}`)
    await target.scrollIntoViewIfNeeded()
    const box = await target.boundingBox()
    if (!box) throw await this.eyes.complaint(`lost "${name}"`)
    const finger = await this.context.newCDPSession(this.page)
    for (const stroke of strokes) {
      for (const [index, [x, y]] of stroke.entries()) {
        const touchPoints = [{ x: box.x + (box.width * x) / 100, y: box.y + (box.height * y) / 100 }]
        await finger.send('Input.dispatchTouchEvent', { type: index === 0 ? 'touchStart' : 'touchMove', touchPoints })
      }
      await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    }
    await finger.detach()
  }

  async fill(label: string, text: string, choice: Choice = {}): Promise<void> {
    const found = await this.eyes.find(label, choice)
    const field = (await found.evaluateHandle(fieldOf)).asElement()
    if (!field) throw await this.eyes.complaint(`finds no field that belongs to "${label}"`)
    await this.begin(`fill ${label}`)
    await (field as ElementHandle<HTMLElement>).fill(text)
  }

  async chooseFile(name: string, files: string | readonly string[], choice: Choice = {}): Promise<void> {
    const [chooser] = await Promise.all([
      this.page.waitForEvent('filechooser', { timeout: choice.timeoutMs ?? PATIENCE_MS }),
      this.tap(name, choice),
    ])
    await chooser.setFiles(typeof files === 'string' ? files : [...files])
  }

  see(text: string, { timeoutMs = PATIENCE_MS } = {}): Promise<void> {
    return this.eyes.see(text, timeoutMs)
  }

  dontSee(text: string, { timeoutMs = PATIENCE_MS } = {}): Promise<void> {
    return this.eyes.dontSee(text, timeoutMs)
  }

  read(): Promise<string> {
    return this.eyes.read()
  }

  count(name: string): Promise<number> {
    return this.eyes.count(name)
  }

  async isDisabled(name: string, choice: Choice = {}): Promise<boolean> {
    const found = await this.eyes.find(name, choice, { isPressed: true })
    return found.evaluate((element) => element.closest('[disabled]:not([disabled=false]), [aria-disabled=true]') !== null)
  }

  async scrollToBottom(): Promise<void> {
    await this.begin('scroll to the bottom')
    await this.page.evaluate(() => {
      // The window scrolls, or a box inside it.
      const boxes = [document.documentElement, ...document.querySelectorAll<HTMLElement>('body *')]
      const scrolls = boxes.filter((box, index) => index === 0 || /auto|scroll/.test(getComputedStyle(box).overflowY))
      scrolls.forEach((box) => (box.scrollTop = box.scrollHeight))
    })
  }

  async setOffline(isOffline: boolean): Promise<void> {
    await this.context.setOffline(isOffline)
  }

  async screenshot(name: string): Promise<string> {
    fs.mkdirSync(this.screenshotDir, { recursive: true })
    const file = path.join(this.screenshotDir, `${this.build}-${name}.png`)
    // A moving thing looks different each time.
    await this.page.screenshot({ path: file, animations: 'disabled' })
    return file
  }

  expectFault(pattern: RegExp): void {
    this.expected.push(pattern)
  }

  async faults(): Promise<readonly string[]> {
    const all = [...this.seenFaults, ...(await this.ownFaults()), ...budgetFaults(await this.setData())]
    const known = this.harmless === null ? this.expected : [...this.expected, this.harmless]
    const unexpected = all.filter((fault) => !known.some((pattern) => pattern.test(fault)))
    return [...new Set(unexpected)].map((fault) => `${this.name}: ${fault}`)
  }

  close(): Promise<void> {
    return this.context.close()
  }

  /** What the app sends from now on is this act's; to be called when its thing is there, not while waiting for it. */
  protected async begin(act: string): Promise<void> {
    this.acts += 1
    await this.actBegins(`${this.acts}. ${act}`)
  }

  /** Taps what is found; when it goes away under the finger (a page that is just being replaced) looks again. */
  protected async press(act: string, find: Find, timeoutMs = PATIENCE_MS): Promise<void> {
    const hasTouch = await this.page.evaluate(() => navigator.maxTouchPoints > 0)
    const end = performance.now() + timeoutMs
    for (;;) {
      const target = await find()
      await this.begin(act)
      try {
        return await (hasTouch ? target.tap({ timeout: TOUCH_MS }) : target.click({ timeout: TOUCH_MS }))
      } catch (error) {
        if (performance.now() > end) throw error
      }
    }
  }
}
