import { useEffect } from 'react'
import Taro from '@tarojs/taro'

/**
 * For a page that is called differently by what one came for: WeChat draws the title that its config names, and knows
 * of no other. In the browser `Page` draws it.
 */
export function useBarTitle(title: string): void {
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') void Taro.setNavigationBarTitle({ title })
  }, [title])
}
