import { type Browser } from 'playwright-core'
import { H5Phone } from '../h5/h5-phone'
import { buildSite } from '../weapp/build/build-site'
import { serveSite, type ServedSite } from '../weapp/serve-site'
import { WeappPhone } from '../weapp/weapp-phone'
import { findChromium, launchChromium } from './chromium'
import { SCREENSHOT_DIR, WEAPP_DIST_DIR, WEAPP_SITE_DIR } from './places'
import { screens, type Build, type Phone, type PhoneOptions } from './phone'

/** The address that the WeChat build was told at build time; the runner leads it to the story's own server. */
const BUILT_IN_API = new URL(process.env.TARO_APP_API_BASE ?? 'http://127.0.0.1:8080').origin

/** One build, one server, and the people with their phones. */
export interface Stage {
  readonly build: Build
  phone(name: string, options?: PhoneOptions): Promise<Phone>
  /** Closes all phones. @returns what went wrong on them that nobody expected */
  clear(): Promise<readonly string[]>
  /** A picture of every phone. @returns the files */
  shoot(name: string): Promise<readonly string[]>
  close(): Promise<void>
}

export interface StageOptions {
  readonly build: Build
  /** Where the server stands: the H5 build is opened there, the WeChat build calls it. */
  readonly serverUrl: string
  /** A site made of another WeChat build than the app's. */
  readonly siteDir?: string
  /** Origins besides the server's that the WeChat build may call. */
  readonly origins?: Readonly<Record<string, string>>
}

/** @throws Error when the machine has no Chromium */
export async function openStage({ build, serverUrl, siteDir, origins = {} }: StageOptions): Promise<Stage> {
  const program = findChromium()
  if (program === null) throw new Error('no Chromium on this machine; name one in CHROMIUM_PATH')
  const known = { [BUILT_IN_API]: serverUrl, [serverUrl]: serverUrl, ...origins }
  const site = build === 'weapp' ? await serveSite({ siteDir: siteDir ?? (await appSite()), origins: known }) : null
  const browser = await launchChromium(program)
  const phones: Phone[] = []
  return {
    build,
    async phone(name, options = {}) {
      const phone = await makePhone(browser, site, serverUrl, name, options)
      phones.push(phone)
      return phone
    },
    async clear() {
      const faults: string[] = []
      for (const phone of phones.splice(0)) {
        faults.push(...(await phone.faults()))
        await phone.close()
      }
      return faults
    },
    async shoot(name) {
      return Promise.all(phones.map((phone) => phone.screenshot(`${name}-${phone.name}`)))
    },
    async close() {
      await browser.close()
      await site?.stop()
    },
  }
}

/** Made anew for each file of stories: half a second, and never stale. */
async function appSite(): Promise<string> {
  await buildSite({ distDir: WEAPP_DIST_DIR, outDir: WEAPP_SITE_DIR })
  return WEAPP_SITE_DIR
}

async function makePhone(
  browser: Browser,
  site: ServedSite | null,
  serverUrl: string,
  name: string,
  { screen = 'phone', settings = {}, isDark = false }: PhoneOptions,
): Promise<Phone> {
  const isDesk = screen === 'desk'
  const context = await browser.newContext({
    viewport: screens[screen],
    deviceScaleFactor: isDesk ? 1 : 2,
    hasTouch: !isDesk,
    isMobile: !isDesk,
    locale: 'zh-CN',
    // Far from China on purpose: what a phone takes for the time must not matter.
    timezoneId: 'America/New_York',
    colorScheme: isDark ? 'dark' : 'light',
    permissions: ['microphone'],
  })
  const page = await context.newPage()
  const parts = { name, page, address: site?.url ?? serverUrl, screenshotDir: SCREENSHOT_DIR }
  const phone = site ? new WeappPhone(parts) : new H5Phone(parts)
  await phone.configure(settings)
  return phone
}
