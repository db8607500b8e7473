import fs from 'node:fs'
import path from 'node:path'
import { type BrowserContext, type ElementHandle, type Locator, type Page } from 'playwright-core'
import { type SetDataRecord } from '../weapp/view/runner-log'
import { budgetFaults } from './budgets'
import { type Build, type Choice, type Phone, type PhoneSettings } from './phone'
import { fieldOf, findOnScreen, readScreen, type Wanted } from './screen'
import { watchFaults } from './watch-faults'

/** Patience with a thing that is not there yet; two slow cores and a server must get by. */
export const PATIENCE_MS = 10_000
const POLL_MS = 100
/** One try at touching a thing that is in sight. */
const TOUCH_MS = 2_000
/** Words of the screen quoted when something is not found. */
const QUOTED_CHARS = 600

export interface PhoneParts {
  readonly name: string
  readonly page: Page
  readonly address: string
  readonly screenshotDir: string
}

/** What both builds' phones have in common: fingers and eyes. */
export abstract class BrowserPhone implements Phone {
  abstract readonly build: Build
  private readonly expected: RegExp[] = []
  private readonly seenFaults: string[]
  private acts = 0

  readonly name: string
  readonly page: Page
  protected readonly context: BrowserContext
  /** Where the build is served. */
  protected readonly address: string
  private readonly screenshotDir: string

  constructor({ name, page, address, screenshotDir }: PhoneParts) {
    this.name = name
    this.page = page
    this.context = page.context()
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
  abstract setData(): Promise<readonly SetDataRecord[]>
  /** Faults that the build itself noted. */
  protected abstract ownFaults(): Promise<readonly string[]>
  /** Told before every act, so that what follows is counted to it. */
  protected abstract actBegins(act: string): Promise<void>

  async tap(name: string, choice: Choice = {}): Promise<void> {
    await this.begin(`tap ${name}`)
    await this.press(() => this.find(name, choice), choice.timeoutMs)
  }

  async hold(name: string, holdMs: number, choice: Choice = {}): Promise<void> {
    await this.begin(`hold ${name}`)
    const target = await this.find(name, choice)
    await target.scrollIntoViewIfNeeded()
    const box = await target.boundingBox()
    if (!box) throw new Error(`${this.name}: "${name}" went away`)
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    const finger = await this.context.newCDPSession(this.page)
    await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] })
    await this.page.waitForTimeout(holdMs)
    await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await finger.detach()
  }

  async fill(label: string, text: string, choice: Choice = {}): Promise<void> {
    await this.begin(`fill ${label}`)
    const found = await this.find(label, choice)
    const field = (await found.evaluateHandle(fieldOf)).asElement()
    if (!field) throw new Error(`${this.name}: "${label}" has no field of its own on\n${await this.quote()}`)
    await (field as ElementHandle<HTMLElement>).fill(text)
  }

  async chooseFile(name: string, files: string | readonly string[], choice: Choice = {}): Promise<void> {
    const [chooser] = await Promise.all([
      this.page.waitForEvent('filechooser', { timeout: choice.timeoutMs ?? PATIENCE_MS }),
      this.tap(name, choice),
    ])
    await chooser.setFiles(typeof files === 'string' ? files : [...files])
  }

  async see(text: string, { timeoutMs = PATIENCE_MS } = {}): Promise<void> {
    const isSeen = await this.until(async () => squeeze(await this.read()).includes(squeeze(text)), timeoutMs)
    if (!isSeen) throw new Error(`${this.name} does not see "${text}" on\n${await this.quote()}`)
  }

  async dontSee(text: string, { timeoutMs = PATIENCE_MS } = {}): Promise<void> {
    const isGone = await this.until(async () => !squeeze(await this.read()).includes(squeeze(text)), timeoutMs)
    if (!isGone) throw new Error(`${this.name} still sees "${text}" on\n${await this.quote()}`)
  }

  read(): Promise<string> {
    return this.page.evaluate(readScreen)
  }

  async count(name: string): Promise<number> {
    return (await this.page.evaluate(findOnScreen, { name, isPart: false })).length
  }

  async isDisabled(name: string, choice: Choice = {}): Promise<boolean> {
    const found = await this.find(name, choice)
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
    return all.filter((fault) => !this.expected.some((pattern) => pattern.test(fault))).map((fault) => `${this.name}: ${fault}`)
  }

  close(): Promise<void> {
    return this.context.close()
  }

  /** Opens a new count: what the app sends from now on is this act's. */
  protected async begin(act: string): Promise<void> {
    this.acts += 1
    await this.actBegins(`${this.acts}. ${act}`)
  }

  /** The one visible thing of that name. @throws Error quoting the screen when there is none, or more than one. */
  protected async find(name: string, { beside, nth, timeoutMs = PATIENCE_MS }: Choice): Promise<ElementHandle<Element>> {
    const wanted: Wanted = { name, isPart: false, ...(beside === undefined ? {} : { beside }) }
    let found = 0
    let target: ElementHandle<Element> | null = null
    await this.until(async () => {
      const list = await this.page.evaluateHandle(findOnScreen, wanted)
      found = await list.evaluate((elements) => elements.length)
      const isClear = nth === undefined ? found === 1 : found > nth
      if (isClear) target = (await list.evaluateHandle((elements, at) => elements[at], nth ?? 0)).asElement() as ElementHandle<Element> | null
      await list.dispose()
      return isClear
    }, timeoutMs)
    if (target !== null) return target
    const problem = found === 0 ? `nothing is called "${name}"` : `${found} things are called "${name}": say which by beside or nth`
    throw new Error(`${this.name}: ${problem}${beside === undefined ? '' : ` (beside "${beside}")`} on\n${await this.quote()}`)
  }

  /** Taps what is found; when it goes away under the finger (a page that is just being replaced) looks again. */
  protected async press(find: () => Promise<ElementHandle<Element>>, timeoutMs = PATIENCE_MS): Promise<void> {
    const hasTouch = await this.page.evaluate(() => navigator.maxTouchPoints > 0)
    const end = performance.now() + timeoutMs
    for (;;) {
      const target = await find()
      try {
        return await (hasTouch ? target.tap({ timeout: TOUCH_MS }) : target.click({ timeout: TOUCH_MS }))
      } catch (error) {
        if (performance.now() > end) throw error
      }
    }
  }

  /** @throws Error when it does not come */
  protected async handle(locator: Locator): Promise<ElementHandle<Element>> {
    const found = await locator.elementHandle({ timeout: PATIENCE_MS })
    if (!found) throw new Error(`${this.name}: no ${locator} on\n${await this.quote()}`)
    return found as ElementHandle<Element>
  }

  protected async until(isSo: () => Promise<boolean>, timeoutMs: number): Promise<boolean> {
    const end = performance.now() + timeoutMs
    for (;;) {
      // While a page is being replaced there is nothing to ask.
      if (await isSo().catch(() => false)) return true
      if (performance.now() > end) return false
      await this.page.waitForTimeout(POLL_MS)
    }
  }

  private async quote(): Promise<string> {
    const text = await this.read().catch(() => '(the screen cannot be read)')
    return text.replace(/\n{2,}/g, '\n').slice(0, QUOTED_CHARS)
  }
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim()
