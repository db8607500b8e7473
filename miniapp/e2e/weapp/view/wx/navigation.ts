import { isTabPage } from '../app-config'
import { setBadge, setNavigationColors, setTabBarHidden, setTitle } from '../bars'
import { navigateBack, navigateTo, reLaunch, redirectTo, switchTab, topPage } from '../page-stack'
import { asyncApi } from './async-api'
import { WxFailure } from './wx-failure'

interface Address {
  readonly url: string
}

interface Tab {
  readonly index: number
}

const nothing = (): void => undefined

export const navigationApis = {
  navigateTo: asyncApi<Address>('navigateTo', ({ url }) => navigateTo(url)),
  redirectTo: asyncApi<Address>('redirectTo', ({ url }) => redirectTo(url)),
  switchTab: asyncApi<Address>('switchTab', ({ url }) => switchTab(url)),
  reLaunch: asyncApi<Address>('reLaunch', ({ url }) => reLaunch(url)),
  navigateBack: asyncApi<{ delta?: number }>('navigateBack', ({ delta }) => navigateBack(delta)),

  setNavigationBarTitle: asyncApi<{ title: string }>('setNavigationBarTitle', ({ title }) => setTitle(title)),
  setNavigationBarColor: asyncApi<{ frontColor: string; backgroundColor: string }>('setNavigationBarColor', (colors) =>
    setNavigationColors(colors.frontColor, colors.backgroundColor),
  ),
  showNavigationBarLoading: asyncApi('showNavigationBarLoading', nothing),
  hideNavigationBarLoading: asyncApi('hideNavigationBarLoading', nothing),
  hideHomeButton: asyncApi('hideHomeButton', nothing),

  setTabBarBadge: asyncApi<Tab & { text: string }>('setTabBarBadge', ({ index, text }) => onTabPage(() => setBadge(index, text))),
  removeTabBarBadge: asyncApi<Tab>('removeTabBarBadge', ({ index }) => onTabPage(() => setBadge(index, null))),
  showTabBarRedDot: asyncApi<Tab>('showTabBarRedDot', ({ index }) => onTabPage(() => setBadge(index, ''))),
  hideTabBarRedDot: asyncApi<Tab>('hideTabBarRedDot', ({ index }) => onTabPage(() => setBadge(index, null))),
  showTabBar: asyncApi('showTabBar', () => onTabPage(() => setTabBarHidden(false))),
  hideTabBar: asyncApi('hideTabBar', () => onTabPage(() => setTabBarHidden(true))),

  startPullDownRefresh: asyncApi('startPullDownRefresh', nothing),
  stopPullDownRefresh: asyncApi('stopPullDownRefresh', nothing),
  pageScrollTo: asyncApi<{ scrollTop?: number; selector?: string }>('pageScrollTo', ({ scrollTop, selector }) => {
    if (selector !== undefined) document.querySelector(selector)?.scrollIntoView()
    else scrollTo(0, scrollTop ?? 0)
  }),
  setBackgroundColor: asyncApi('setBackgroundColor', nothing),
  setBackgroundTextStyle: asyncApi('setBackgroundTextStyle', nothing),
  showShareMenu: asyncApi('showShareMenu', nothing),
  hideShareMenu: asyncApi('hideShareMenu', nothing),
  updateShareMenu: asyncApi('updateShareMenu', nothing),
}

// WeChat touches the tab bar only while it is shown.
function onTabPage(act: () => void): void {
  if (!isTabPage(topPage()?.path ?? '')) throw new WxFailure('not TabBar page')
  act()
}
