import { type SetDataRecord } from './view/runner-log'
import { SETTINGS_KEY } from './view/settings-key'
import { BrowserPhone } from '../support/browser-phone'
import { PATIENCE_MS } from '../support/eyes'
import { type Choice, type PhoneSettings } from '../support/phone'

/** What is kept of a run of the app when the next one begins. */
interface Kept {
  readonly setData: SetDataRecord[]
  readonly calls: { readonly api: string; readonly argument: unknown }[]
  readonly faults: string[]
}

/** A phone with WeChat on it: the real WeChat build on the runner's site. */
export class WeappPhone extends BrowserPhone {
  readonly build = 'weapp'
  private readonly kept: Kept = { setData: [], calls: [], faults: [] }
  private runs = 0

  async open(path = ''): Promise<void> {
    await this.keep()
    // The number makes it a new document: going to another #… would not start the app anew.
    await this.page.goto(`${this.address}/?run=${++this.runs}#${path}`)
    const isReady = await this.eyes.until(() => this.page.evaluate(() => window.__mp?.isReady === true), PATIENCE_MS)
    if (!isReady) throw new Error(`${this.name}: the app does not start\n${(await this.faults()).join('\n')}`)
  }

  relaunch(): Promise<void> {
    return this.open()
  }

  async tab(name: string): Promise<void> {
    await this.press(`tab ${name}`, () => this.eyes.findAt(this.page.locator(`#mp-tabs [aria-label="${name}"]`)))
  }

  async pick(name: string, option: string, choice: Choice = {}): Promise<void> {
    await this.tap(name, choice)
    const sheet = this.page.locator('#mp-dialogs [role=listbox]')
    const field = sheet.locator('input')
    await sheet.waitFor({ timeout: PATIENCE_MS })
    if ((await field.count()) > 0) {
      await field.fill(option)
      await sheet.getByText('确定').click()
    } else await sheet.getByText(option, { exact: true }).click()
  }

  async back(): Promise<void> {
    await this.press('back', () => this.eyes.findAt(this.page.locator('#mp-back')))
  }

  async pullDown(): Promise<void> {
    await this.begin('pull down')
    await this.page.evaluate(() => window.__mp.trigger.pullDown?.())
  }

  async configure(settings: Partial<PhoneSettings>): Promise<void> {
    if (this.runs > 0) await this.page.evaluate((given) => window.__mp.trigger.configure?.(given as never), settings)
    // Before the first start there is no app to tell; it finds this when it starts.
    else await this.page.addInitScript(([key, text]) => {
      if (localStorage.getItem(key) === null) localStorage.setItem(key, text)
    }, [SETTINGS_KEY, JSON.stringify(settings)] as const)
  }

  async dialled(): Promise<readonly string[]> {
    return (await this.calls('makePhoneCall')).map((call) => (call as { readonly phoneNumber: string }).phoneNumber)
  }

  async calls(api: string): Promise<readonly unknown[]> {
    await this.keep()
    return this.kept.calls.filter((call) => call.api === api).map(({ argument }) => argument)
  }

  share(): Promise<unknown> {
    return this.page.evaluate(() => window.__mp.trigger.share?.() ?? null)
  }

  async setData(): Promise<readonly SetDataRecord[]> {
    await this.keep()
    return this.kept.setData
  }

  protected async ownFaults(): Promise<readonly string[]> {
    await this.keep()
    return this.kept.faults
  }

  protected async actBegins(act: string): Promise<void> {
    await this.page.evaluate((name) => window.__mp.trigger.begin?.(name as never), act)
  }

  /** Takes over what the app's present run has noted, before a new run wipes it. */
  private async keep(): Promise<void> {
    const noted = await this.page.evaluate(() => {
      const log = window.__mp as typeof window.__mp | undefined
      if (!log) return { setData: [], calls: [], faults: [] }
      return { setData: log.setData.splice(0), calls: log.calls.splice(0), faults: log.faults.splice(0) }
    })
    this.kept.setData.push(...noted.setData)
    this.kept.calls.push(...noted.calls)
    this.kept.faults.push(...noted.faults)
  }
}
