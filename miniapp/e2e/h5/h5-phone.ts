import { type SetDataRecord } from '../weapp/view/runner-log'
import { BrowserPhone } from '../support/browser-phone'
import { PATIENCE_MS } from '../support/eyes'
import { type Choice, type PhoneSettings } from '../support/phone'
import { turnPicker } from './turn-picker'

declare global {
  interface Window {
    __dialled?: string[]
  }
}

/** WeChat's normal type size and the browsers'. */
const NORMAL_WECHAT_PX = 17
const NORMAL_BROWSER_PX = 16

/** A browser on the H5 build, served by the app's own server. */
export class H5Phone extends BrowserPhone {
  readonly build = 'h5'
  private readonly numbers: string[] = []
  // Taro's tab bar is made of `javascript:` links; the server's policy blocks them, and nothing depends on them.
  protected override readonly harmless = /^console error: Running the JavaScript URL violates/
  private runs = 0

  async open(path = ''): Promise<void> {
    await this.keepNumbers()
    if (this.runs === 0) await this.page.addInitScript(holdBackCalls)
    // The number makes it a new document: going to another #… would not start the app anew.
    await this.page.goto(`${this.address}/?run=${++this.runs}#${path}`)
    const isReady = await this.eyes.until(() => this.page.locator('.taro_page').first().isVisible(), PATIENCE_MS)
    if (!isReady) throw new Error(`${this.name}: the app does not start\n${(await this.faults()).join('\n')}`)
  }

  relaunch(): Promise<void> {
    return this.open()
  }

  async tab(name: string): Promise<void> {
    await this.press(`tab ${name}`, () => this.eyes.findAt(this.page.locator('.weui-tabbar__item', { hasText: name })))
  }

  async pick(name: string, option: string, choice: Choice = {}): Promise<void> {
    await this.tap(name, choice)
    await turnPicker(this.page, option)
  }

  async back(): Promise<void> {
    await this.begin('back')
    await this.page.goBack({ waitUntil: 'commit' })
  }

  async pullDown(): Promise<void> {
    await this.begin('pull down')
    const finger = await this.context.newCDPSession(this.page)
    const touch = (type: 'touchStart' | 'touchMove', y: number) =>
      finger.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x: 180, y }] })
    await touch('touchStart', 200)
    for (let y = 220; y <= 500; y += 20) await touch('touchMove', y)
    await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await finger.detach()
  }

  async configure({ scopes, location, fontSizeSetting }: Partial<PhoneSettings>): Promise<void> {
    if (scopes?.['scope.record'] === false) await this.context.clearPermissions()
    if (location) {
      await this.context.grantPermissions(['geolocation'])
      await this.context.setGeolocation(location)
    }
    if (fontSizeSetting !== undefined) {
      const browser = await this.context.newCDPSession(this.page)
      const standard = Math.round((NORMAL_BROWSER_PX * fontSizeSetting) / NORMAL_WECHAT_PX)
      await browser.send('Page.setFontSizes', { fontSizes: { standard } })
    }
  }

  async dialled(): Promise<readonly string[]> {
    await this.keepNumbers()
    return this.numbers
  }

  async calls(): Promise<readonly unknown[]> {
    return []
  }

  async share(): Promise<unknown> {
    return null
  }

  async setData(): Promise<readonly SetDataRecord[]> {
    return []
  }

  protected async ownFaults(): Promise<readonly string[]> {
    return []
  }

  protected async actBegins(): Promise<void> {
    // Nothing crosses a bridge here, so nothing is counted.
  }

  private async keepNumbers(): Promise<void> {
    this.numbers.push(...(await this.page.evaluate(() => window.__dialled?.splice(0) ?? [])))
  }
}

/** A desktop has no dialler and hangs on `tel:`; the number is noted instead. */
function holdBackCalls(): void {
  const numbers: string[] = (window.__dialled = [])
  const { navigation } = window as unknown as { navigation: EventTarget }
  navigation.addEventListener('navigate', (event) => {
    const { url } = (event as Event & { readonly destination: { readonly url: string } }).destination
    if (!url.startsWith('tel:')) return
    numbers.push(url.slice('tel:'.length))
    event.preventDefault()
  })
}
