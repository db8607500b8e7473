import { useEffect, useRef, useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'

/** What a key does, by the key. */
export type KeyActs = Readonly<Record<string, () => void>>

/** Keys act while the page is shown, nothing is written into, and no modifier asks the browser for something. */
export function useBoardKeys(acts: KeyActs): void {
  const [isShown, setIsShown] = useState(true)
  useDidShow(() => setIsShown(true))
  useDidHide(() => setIsShown(false))
  const latest = useRef(acts)
  latest.current = acts
  useEffect(() => {
    if (!isShown) return undefined
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isMeantForOther(event)) return
      const act = latest.current[event.key]
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [isShown])
}

/** Somebody writes, answers a question, or presses the button he has tabbed to. */
function isMeantForOther({ target, key }: KeyboardEvent): boolean {
  // A question that was answered stays in the page, unseen.
  const asked = [...document.querySelectorAll('.taro__modal, [role="dialog"]')]
  if (asked.some((one) => getComputedStyle(one).display !== 'none')) return true
  if (!(target instanceof Element)) return false
  if (target.closest('input, textarea, [contenteditable]') !== null) return true
  return (key === 'Enter' || key === ' ') && target.closest('button, [role="button"], [role="radio"], a') !== null
}
