import { describeWithChromium, playScene } from '../support/on-both-builds'
import { openStage, type Stage } from '../support/stage'

// Where nothing listens: the app must stand and be walked through without a server, too.
const NOWHERE = 'http://127.0.0.1:9'

describeWithChromium('the WeChat build in the runner', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage({ build: 'weapp', serverUrl: NOWHERE })
  })
  afterAll(() => stage?.close())

  it('opens its four tabs without a fault', () =>
    playScene(stage, 'four tabs', async () => {
      const phone = await stage.phone('visitor')
      await phone.open()
      for (const tab of ['村里事', '消息', '我的', '首页']) {
        await phone.tab(tab)
        await phone.screenshot(`tab-${tab}`)
        expect(await phone.page.locator('.mp-page:not([hidden]) page').count()).toBe(1)
      }
    }))
})
