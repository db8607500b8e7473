import { useEffect } from 'react'
import Taro, { useDidShow } from '@tarojs/taro'
import { useMe } from './session'

// 首页 村里事 消息 我的
const NOTICES_TAB = 2

/** The number of unread notices on the tab, as the session knows it. Call it in the app and in every tab page. */
export function useTabBadge(): void {
  const unread = useMe()?.unreadNotices ?? 0
  useEffect(() => show(unread), [unread])
  // WeChat refuses a badge while a page that is no tab is shown; a tab that is shown again sets it anew.
  useDidShow(() => show(unread))
}

function show(unread: number): void {
  const call = unread > 0
    ? Taro.setTabBarBadge({ index: NOTICES_TAB, text: unread > 99 ? '99+' : String(unread) })
    : Taro.removeTabBarBadge({ index: NOTICES_TAB })
  // Not on a tab page just now.
  void Promise.resolve(call).catch(() => undefined)
}
