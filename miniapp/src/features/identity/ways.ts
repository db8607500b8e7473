import Taro from '@tarojs/taro'
import { DESK_PX } from '@/platform/use-is-wide'

export const SIGN_IN_URL = '/packages/account/sign-in/index'

/** `backTo`: where one comes back to; left out: to one's first screen. */
export function openSignIn(backTo?: string): void {
  openPage(backTo === undefined ? SIGN_IN_URL : `${SIGN_IN_URL}?back=${encodeURIComponent(backTo)}`)
}

const TAB_URLS = ['/pages/home/index', '/pages/village/index', '/pages/notices/index', '/pages/me/index']

/** Opens a page by its address, whether it is a tab or not. WeChat allows ten pages on top of each other. */
export function openPage(url: string): void {
  if (TAB_URLS.includes(url)) void Taro.switchTab({ url })
  else if (Taro.getCurrentPages().length >= 9) void Taro.redirectTo({ url })
  else void Taro.navigateTo({ url })
}

/** The staff's board: at a desk the one that the server keeps fresh, on a phone the one that asks. */
export function boardUrl(): string {
  return isAtDesk() ? '/packages/desk/board/index' : '/packages/staff/board/index'
}

/** A browser as wide as a desk's; asked where a page is opened, and not followed. */
export function isAtDesk(): boolean {
  return process.env.TARO_ENV === 'h5' && window.innerWidth >= DESK_PX
}

export function openBoard(): void {
  openPage(boardUrl())
}

export function openTicket(ticketId: string): void {
  openPage(ticketUrl(ticketId))
}

export function ticketUrl(ticketId: string): string {
  return `/packages/ticket/detail/index?id=${encodeURIComponent(ticketId)}`
}
