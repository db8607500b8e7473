import { topPage } from './page-stack'
import { fault, log, recordCall } from './runner-log'

/** What a test does that no tap can: pull down, share, put the phone away. */
export function installTriggers(app: { background(): void; foreground(): void }): void {
  Object.assign(log.trigger, {
    ...app,
    pullDown() {
      const page = topPage()
      if (page?.config.enablePullDownRefresh !== true) return fault(`${page?.path} has no enablePullDownRefresh`)
      page.instance.onPullDownRefresh?.()
    },
    share: () => topPage()?.instance.onShareAppMessage?.({ from: 'menu' }) ?? null,
    route: () => topPage()?.path ?? '',
  })
  document.addEventListener('mp-share', () => {
    recordCall('share', topPage()?.instance.onShareAppMessage?.({ from: 'button' }))
  })
}

/** Turns the window's scrolling into the page's events, once per arrival at the bottom. */
export function watchScroll(): void {
  let isAtBottom = false
  addEventListener('scroll', () => {
    const page = topPage()
    if (!page) return
    const { scrollHeight, scrollTop } = document.documentElement
    const isNear = scrollHeight - scrollTop - innerHeight < (page.config.onReachBottomDistance ?? 50)
    if (isNear && !isAtBottom) page.instance.onReachBottom?.()
    isAtBottom = isNear
    page.instance.onPageScroll?.({ scrollTop })
  })
}
