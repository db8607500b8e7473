import { useEffect } from 'react'
import Taro from '@tarojs/taro'
import { createStore, useStore } from './store'

/** The large-type factor: everything written on a screen is its normal size times this. */
export type TypeFactor = 1 | 1.3 | 1.6
/** What the user picked; 'system' until he does. */
export type TypeChoice = 'system' | TypeFactor

const STORAGE_KEY = 'type-size'

const choice = createStore<TypeChoice>(storedChoice())

export function useTypeFactor(): TypeFactor {
  const picked = useStore(choice)
  return picked === 'system' ? systemTypeFactor() : picked
}

/** The browser's tab bar stands outside every page, so it hears of the factor on the root. Call it once, in the app. */
export function useTypeOnRoot(): void {
  const factor = useTypeFactor()
  useEffect(() => {
    if (process.env.TARO_ENV === 'h5') document.documentElement.style.setProperty('--type', String(factor))
  }, [factor])
}

export function useTypeChoice(): readonly [TypeChoice, (next: TypeChoice) => void] {
  return [useStore(choice), pickTypeSize]
}

export function readTypeChoice(): TypeChoice {
  return choice.read()
}

export function pickTypeSize(next: TypeChoice): void {
  Taro.setStorageSync(STORAGE_KEY, next)
  choice.write(next)
}

/** Our nearest step for a system type size relative to its normal one. The borders lie halfway between the steps. */
export function nearestFactor(ratio: number): TypeFactor {
  return ratio < 1.15 ? 1 : ratio < 1.45 ? 1.3 : 1.6
}

function systemTypeFactor(): TypeFactor {
  return nearestFactor(process.env.TARO_ENV === 'h5' ? browserRatio() : weChatRatio())
}

// Browsers hand their font-size setting down as the root font size; 16 is every browser's normal.
function browserRatio(): number {
  const rootPx = Number(getComputedStyle(document.documentElement).fontSize.replace('px', ''))
  return Number.isFinite(rootPx) ? rootPx / 16 : 1
}

// 我 → 设置 → 通用 → 字体大小, in px; 17 is WeChat's normal.
function weChatRatio(): number {
  const { fontSizeSetting } = Taro.getAppBaseInfo() as { fontSizeSetting?: number }
  return fontSizeSetting === undefined ? 1 : fontSizeSetting / 17
}

function storedChoice(): TypeChoice {
  const stored: unknown = Taro.getStorageSync(STORAGE_KEY)
  return stored === 1 || stored === 1.3 || stored === 1.6 ? stored : 'system'
}
