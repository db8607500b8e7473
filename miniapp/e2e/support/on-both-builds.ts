import { builds } from './builds'
import { findChromium } from './chromium'
import { type Build, type Phone, type PhoneOptions } from './phone'
import { openStage, type Stage } from './stage'
import { startWorld, type World, type WorldOptions } from './world'

/** What a scene has at hand. */
export interface Scene {
  readonly build: Build
  readonly world: World
  /** A new person with a phone of his own. */
  phone(name: string, options?: PhoneOptions): Promise<Phone>
}

export type TellScene = (title: string, play: (scene: Scene) => Promise<void>) => void

/** Starting a server with thousands of residents, then a browser. */
const SET_UP_MS = 180_000

/**
 * Tells a story twice, on the H5 build and on the WeChat build, each on a fresh server of its own. A scene fails by its
 * own words, and by any fault on any phone; then there is a picture of every phone.
 */
export function onBothBuilds(story: string, tell: (scene: TellScene) => void, options: WorldOptions = {}): void {
  for (const build of builds()) onBuild(build, story, tell, options)
}

/** The same for what only browsers have: a page made for a desk. */
export function inBrowsers(story: string, tell: (scene: TellScene) => void, options: WorldOptions = {}): void {
  for (const build of builds().filter((one) => one === 'h5')) onBuild(build, story, tell, options)
}

function onBuild(build: Build, story: string, tell: (scene: TellScene) => void, options: WorldOptions): void {
  describeWithChromium(`${story} (${build})`, () => {
    let world: World
    let stage: Stage
    beforeAll(async () => {
      world = await startWorld(options)
      const origins = world.weChatUrl === null ? {} : { [world.weChatUrl]: world.weChatUrl }
      stage = await openStage({ build, serverUrl: world.url, origins })
    }, SET_UP_MS)
    afterAll(async () => {
      await stage?.close()
      await world?.stop()
    }, SET_UP_MS)
    tell((title, play) => {
      it(title, () => playScene(stage, title, () => play({ build, world, phone: (...who) => stage.phone(...who) })))
    })
  })
}

/** Plays a scene on a stage, then fails it by any fault on any phone; if it fails, every phone is photographed. */
export async function playScene(stage: Stage, title: string, play: () => Promise<void>): Promise<void> {
  let failure: unknown
  try {
    await play()
  } catch (error) {
    failure = error
    await stage.shoot(`failed-${title.replace(/[\\/:*?"<>|\s]+/g, '-')}`).catch(() => [])
  }
  const faults = await stage.clear()
  if (failure !== undefined) throw withFaults(failure, faults)
  if (faults.length > 0) throw new Error(`Faults nobody expected:\n${faults.join('\n')}`)
}

/** Without Chromium the reason is printed and the tests are skipped; on CI that is a failure. */
export function describeWithChromium(title: string, tell: () => void): void {
  if (findChromium() !== null) {
    describe(title, tell)
    return
  }
  const reason = 'no Chromium on this machine (looked at CHROMIUM_PATH and PATH)'
  if (process.env.CI === 'true') {
    it(`${title}: needs Chromium`, () => {
      throw new Error(reason)
    })
  } else {
    // Straight out: jest swallows the console of a file whose tests are all skipped.
    process.stderr.write(`Skipped "${title}": ${reason}\n`)
    describe.skip(title, tell)
  }
}

// The faults often are the cause of what a scene does not see.
function withFaults(failure: unknown, faults: readonly string[]): unknown {
  if (faults.length === 0) return failure
  // Playwright's errors come from another realm, where `instanceof Error` is false.
  const { message = String(failure), stack } = failure as Partial<Error>
  return Object.assign(new Error(`${message}\nFaults:\n${faults.join('\n')}`), { cause: stack })
}
