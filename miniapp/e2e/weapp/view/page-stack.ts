import { appConfig, isKnownPage, isTabPage } from './app-config'
import { showBars } from './bars'
import { createPage, type OpenPage, type Query } from './page'
import { WxFailure } from './wx/wx-failure'

/** WeChat opens no more pages on top of each other. */
const DEEPEST_STACK = 10

const stack: OpenPage[] = []
/** Tab pages stay alive while another tab is shown. */
const tabs = new Map<string, OpenPage>()

export const openPages = (): readonly OpenPage[] => stack
export const topPage = (): OpenPage | undefined => stack.at(-1)

/** @throws WxFailure for a tab page, an unknown page, an eleventh page. */
export function navigateTo(url: string): void {
  const { path, query } = parseUrl(url)
  if (isTabPage(path)) throw new WxFailure('can not navigateTo a tabbar page')
  if (stack.length >= DEEPEST_STACK) throw new WxFailure(`webview count limit exceed (${DEEPEST_STACK} pages)`)
  hideTop()
  push(path, query)
}

export function redirectTo(url: string): void {
  const { path, query } = parseUrl(url)
  if (isTabPage(path)) throw new WxFailure('can not redirectTo a tabbar page')
  pop()
  push(path, query)
}

export function navigateBack(delta = 1): void {
  const steps = Math.min(delta, stack.length - 1)
  if (steps < 1) throw new WxFailure('cannot navigate back at first page.')
  for (let step = 0; step < steps; step += 1) pop()
  showTop()
}

export function switchTab(url: string): void {
  const { path } = parseUrl(url)
  if (!isTabPage(path)) throw new WxFailure('can not switch to no-tabBar page')
  if (topPage()?.path === path) return
  while (stack.length > 1) pop()
  const bottom = stack[0]
  if (bottom?.path === path) return showTop()
  if (bottom && isTabPage(bottom.path)) {
    hideTop()
    stack.pop()
  } else pop()
  const alive = tabs.get(path)
  if (!alive) return push(path, {})
  stack.push(alive)
  showTop()
}

export function reLaunch(url: string): void {
  const { path, query } = parseUrl(url)
  while (stack.length > 0) pop()
  for (const page of tabs.values()) close(page)
  tabs.clear()
  push(path, query)
}

/** The tap on a tab of the bar. */
export function tapTab(path: string): void {
  switchTab(`/${path}`)
  const list = appConfig().tabBar?.list ?? []
  const index = list.findIndex((tab) => tab.pagePath === path)
  topPage()?.instance.onTabItemTap?.({ index, pagePath: path, text: list[index]?.text ?? '' })
}

/** @throws WxFailure when the package has no such page. */
export function parseUrl(url: string): { readonly path: string; readonly query: Query } {
  const [address = '', search = ''] = url.split('?')
  const folder = topPage()?.path.split('/').slice(0, -1) ?? []
  const parts = address.startsWith('/') ? [] : [...folder]
  for (const part of address.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  const path = parts.join('/')
  if (!isKnownPage(path)) throw new WxFailure(`page "${path}" is not found`)
  // WeChat hands the values over as they are in the address, not decoded.
  const pairs = search.split('&').filter((pair) => pair !== '')
  return { path, query: Object.fromEntries(pairs.map((pair) => [pair.split('=')[0] ?? '', pair.split('=').slice(1).join('=')])) }
}

function push(path: string, query: Query): void {
  const page = createPage(path, query)
  stack.push(page)
  if (isTabPage(path)) tabs.set(path, page)
  page.instance.onLoad?.(query)
  showTop()
  setTimeout(() => page.instance.onReady?.())
}

function pop(): void {
  const page = stack.pop()
  if (!page) return
  tabs.delete(page.path)
  close(page)
}

function close(page: OpenPage): void {
  page.instance.onUnload?.()
  page.release()
}

function hideTop(): void {
  const page = topPage()
  if (!page?.isShown) return
  page.isShown = false
  page.scrollTop = document.documentElement.scrollTop
  page.instance.onHide?.()
}

function showTop(): void {
  const page = topPage()
  if (!page) return
  for (const other of new Set([...stack, ...tabs.values()])) {
    other.holder.hidden = other !== page
    for (const style of other.styles) style.disabled = other !== page
  }
  page.isShown = true
  showBars(page, stack.length)
  scrollTo(0, page.scrollTop)
  page.instance.onShow?.()
}
