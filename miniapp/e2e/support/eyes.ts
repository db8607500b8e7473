import { type ElementHandle, type Locator, type Page } from 'playwright-core'
import { type Choice } from './phone'
import { findOnScreen, readScreen, type Wanted } from './screen'

/** Patience with a thing that is not there yet; two slow cores and a server must get by. */
export const PATIENCE_MS = 10_000
const POLL_MS = 100
/** Words of the screen quoted when something is not found. */
const QUOTED_CHARS = 600

/** Looks at a screen, waits for things on it, and tells what is there when they do not come. */
export class Eyes {
  constructor(
    private readonly owner: string,
    private readonly page: Page,
  ) {}

  read(): Promise<string> {
    return this.page.evaluate(readScreen)
  }

  async see(text: string, timeoutMs: number): Promise<void> {
    const isSeen = await this.until(async () => squeeze(await this.read()).includes(squeeze(text)), timeoutMs)
    if (!isSeen) throw await this.complaint(`does not see "${text}"`)
  }

  async dontSee(text: string, timeoutMs: number): Promise<void> {
    const isGone = await this.until(async () => !squeeze(await this.read()).includes(squeeze(text)), timeoutMs)
    if (!isGone) throw await this.complaint(`still sees "${text}"`)
  }

  async count(name: string): Promise<number> {
    return (await this.page.evaluate(findOnScreen, { name })).length
  }

  /** The one visible thing of that name. @throws Error quoting the screen when there is none, or more than one. */
  async find(name: string, choice: Choice, { isPressed = false } = {}): Promise<ElementHandle<Element>> {
    const { beside, nth, timeoutMs = PATIENCE_MS } = choice
    const wanted: Wanted = { name, isPressed, ...(beside === undefined ? {} : { beside }) }
    let found = 0
    let target: ElementHandle<Element> | null = null
    await this.until(async () => {
      const list = await this.page.evaluateHandle(findOnScreen, wanted)
      found = await list.evaluate((elements) => elements.length)
      const isClear = nth === undefined ? found === 1 : found > nth
      if (isClear) target = (await list.evaluateHandle((elements, at) => elements[at] as Element, nth ?? 0)).asElement()
      await list.dispose()
      return isClear
    }, timeoutMs)
    if (target !== null) return target
    const place = beside === undefined ? '' : ` beside "${beside}"`
    const problem = found === 0 ? 'finds nothing' : `must say by beside or nth which of ${found} things is`
    throw await this.complaint(`${problem} called "${name}"${place}`)
  }

  /** The same for a place of the build's own, such as a tab. */
  async findAt(locator: Locator): Promise<ElementHandle<Element>> {
    const found = await locator.elementHandle({ timeout: PATIENCE_MS })
    if (!found) throw await this.complaint(`finds no ${locator}`)
    return found as ElementHandle<Element>
  }

  async until(isSo: () => Promise<boolean>, timeoutMs: number): Promise<boolean> {
    const end = performance.now() + timeoutMs
    for (;;) {
      // While a page is being replaced there is nothing to ask.
      if (await isSo().catch(() => false)) return true
      if (performance.now() > end) return false
      await this.page.waitForTimeout(POLL_MS)
    }
  }

  async complaint(what: string): Promise<Error> {
    const text = await this.read().catch(() => '(the screen cannot be read)')
    return new Error(`${this.owner} ${what} on\n${text.replace(/\n{2,}/g, '\n').slice(0, QUOTED_CHARS)}`)
  }
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim()
