import { onBothBuilds } from '../support/on-both-builds'

onBothBuilds('a visitor', (scene) => {
  scene('walks the four tabs without a fault', async ({ phone }) => {
    const visitor = await phone('visitor', { screen: 'small' })
    await visitor.open()
    for (const tab of ['村里事', '消息', '我的', '首页']) {
      await visitor.tab(tab)
      // 我的 shows type sizes before one signs in; the others ask for it.
      await visitor.see(tab === '我的' ? '字的大小' : '去登录')
    }
  })

  scene('reads at the size that his phone is set to', async ({ phone }) => {
    const visitor = await phone('visitor', { settings: { fontSizeSetting: 27 } })
    await visitor.open()
    await visitor.see('去登录')
    expect(await visitor.page.locator('.hy-type-160').count()).toBeGreaterThan(0)
  })

  scene('finds his choice of type size again after a relaunch', async ({ phone }) => {
    const visitor = await phone('visitor')
    await visitor.open()
    await visitor.tab('我的')
    await visitor.tap('特大')
    await visitor.relaunch()
    await visitor.tab('我的')
    await visitor.see('特大')
    expect(await visitor.page.locator('.hy-type-160').count()).toBeGreaterThan(0)
    await visitor.screenshot('large-type')
  })

  // Taro's page slide hides the page below 350 ms after the next one opened, also when one is back on it by then.
  scene('finds the page he left, however quickly he comes back', async ({ phone }) => {
    const visitor = await phone('visitor')
    await visitor.open()
    await visitor.tap('去登录')
    await visitor.page.waitForTimeout(150)
    await visitor.back()
    await visitor.see('请先登录')
    await visitor.page.waitForTimeout(600)
    await visitor.see('请先登录', { timeoutMs: 0 })
  })
})
