import { appConfig, isTabPage, type WindowConfig } from './app-config'

interface PageFacts {
  readonly path: string
  readonly config: WindowConfig
}

const nav = byId('mp-nav')
const back = byId('mp-back')
const title = byId('mp-title')
const tabBar = byId('mp-tabs')

let isHiddenByApp = false

/** Dresses the bars for a page: title, colours, the way back, the chosen tab. */
export function showBars({ path, config }: PageFacts, depth: number): void {
  const isTab = isTabPage(path)
  nav.hidden = config.navigationStyle === 'custom'
  nav.style.background = config.navigationBarBackgroundColor ?? '#000'
  nav.style.color = config.navigationBarTextStyle === 'black' ? '#000' : '#fff'
  title.textContent = config.navigationBarTitleText ?? ''
  // On a page that was opened by a link there is nothing behind; WeChat offers the home page instead.
  back.style.visibility = depth > 1 || !isTab ? 'visible' : 'hidden'
  back.textContent = depth > 1 ? '‹' : '⌂'
  back.setAttribute('aria-label', depth > 1 ? '返回' : '回首页')
  tabBar.hidden = !isTab || isHiddenByApp
  document.documentElement.style.setProperty('--mp-ground', config.backgroundColor ?? '#fff')
  document.documentElement.style.setProperty('--mp-bars', `${(nav.hidden ? 0 : 44) + (tabBar.hidden ? 0 : 50)}px`)
  paintTabs(path)
}

export function setTitle(text: string): void {
  title.textContent = text
}

export function setNavigationColors(text: string, ground: string): void {
  nav.style.color = text
  nav.style.background = ground
}

export function onBack(go: () => void): void {
  back.addEventListener('click', go)
}

export function drawTabs(open: (path: string) => void): void {
  for (const { pagePath, text } of appConfig().tabBar?.list ?? []) {
    const tab = document.createElement('button')
    tab.dataset.path = pagePath
    tab.setAttribute('role', 'tab')
    tab.setAttribute('aria-label', text)
    tab.append(document.createElement('img'), document.createElement('span'))
    ;(tab.lastElementChild as HTMLElement).textContent = text
    tab.addEventListener('click', () => open(pagePath))
    tabBar.append(tab)
  }
}

/** A number or short word on a tab; '' draws the red dot, null takes it away. */
export function setBadge(index: number, text: string | null): void {
  const tab = tabBar.children[index]
  tab?.querySelector('.badge')?.remove()
  if (!tab || text === null) return
  const badge = document.createElement('span')
  badge.className = 'badge'
  // WeChat writes no more than four characters.
  badge.textContent = text.length > 4 ? `${text.slice(0, 3)}…` : text
  tab.append(badge)
}

export function setTabBarHidden(isHidden: boolean): void {
  isHiddenByApp = isHidden
  tabBar.hidden = isHidden
}

function paintTabs(path: string): void {
  const config = appConfig().tabBar
  tabBar.style.background = config?.backgroundColor ?? '#fff'
  for (const [index, tab] of [...tabBar.children].entries()) {
    const { iconPath, selectedIconPath, pagePath } = config?.list[index] ?? {}
    const isChosen = pagePath === path
    ;(tab as HTMLElement).style.color = (isChosen ? config?.selectedColor : config?.color) ?? ''
    tab.setAttribute('aria-selected', String(isChosen))
    const icon = isChosen ? selectedIconPath : iconPath
    const image = tab.querySelector('img')
    if (image && icon !== undefined) image.src = `/package/${icon}`
    if (image) image.hidden = icon === undefined
  }
}

function byId(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (!element) throw new Error(`index.html has no #${id}`)
  return element
}
