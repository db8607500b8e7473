import { useEffect, useRef } from 'react'

/**
 * At a desk: the keyboard goes into what has just opened, walks it with the arrows, leaves it with Escape, and is back
 * where it was when it closes. In WeChat there is no keyboard to lead.
 */
export function useSheetKeys(isOpen: boolean, onClose: () => void): void {
  const latest = useRef(onClose)
  latest.current = onClose
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5' || !isOpen) return undefined
    const before = document.activeElement
    const dialogs = document.querySelectorAll<HTMLElement>('[role="dialog"]')
    const dialog = dialogs[dialogs.length - 1]
    // Waits for the framework's tags to have drawn themselves, and for the key that opened it to be up.
    const timer = setTimeout(() => (stopsIn(dialog, '[aria-checked="true"]')[0] ?? stopsIn(dialog)[0])?.focus(), 0)
    const onKeyDown = (event: KeyboardEvent) => {
      const writes = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
      if (event.key === 'Escape') latest.current()
      else if (event.key === 'ArrowDown' && !writes) step(dialog, 1)
      else if (event.key === 'ArrowUp' && !writes) step(dialog, -1)
      else if (event.key === 'Tab') step(dialog, event.shiftKey ? -1 : 1)
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    document.addEventListener('keydown', onKeyDown, true)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('keydown', onKeyDown, true)
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [isOpen])
}

function stopsIn(dialog: HTMLElement | undefined, also = ''): readonly HTMLElement[] {
  const found = dialog?.querySelectorAll<HTMLElement>(`[tabindex="0"]${also}, input${also}, textarea${also}`) ?? []
  return Array.from(found)
}

function step(dialog: HTMLElement | undefined, by: 1 | -1): void {
  const stops = stopsIn(dialog)
  const here = stops.findIndex((stop) => stop === document.activeElement)
  stops[(here + by + stops.length) % stops.length]?.focus()
}
