import { useRef } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'

/**
 * Calls back when a page is shown again after it was hidden: its first showing is no return, and whoever is drawn later
 * on the page hears of no first showing at all.
 */
export function useReturn(onReturn: () => void): void {
  const wasHidden = useRef(false)
  useDidHide(() => {
    wasHidden.current = true
  })
  useDidShow(() => {
    if (!wasHidden.current) return
    wasHidden.current = false
    onReturn()
  })
}
