import { useEffect, useRef, useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'
import type { TicketView } from '@huiying/shared/tickets'
import { useLoad, type Loaded } from '@/platform/use-load'
import { fetchTicket, recordOpening } from './api'

/** An open ticket may change at any time; asking more often would cost a village's network more than it tells. */
export const POLL_MS = 20_000

/**
 * One ticket, kept fresh while its page is seen. A handler's first look is put on record, because the reporter is
 * promised to see who has read.
 */
export function useTicket(id: string | null): Loaded<TicketView> {
  const loaded = useLoad(id === null ? null : `ticket/${id}`, () => fetchTicket(id ?? ''))
  const { data, reload, replace } = loaded

  const openedId = useRef<string | null>(null)
  const mustOpen = data !== null && data.role === 'handler' && openedId.current !== data.id
  useEffect(() => {
    if (!mustOpen || id === null) return
    openedId.current = id
    recordOpening(id).then(replace, () => {
      openedId.current = null
    })
  }, [mustOpen, id, replace])

  usePolling(id === null ? null : reload)
  return loaded
}

/** Calls every `POLL_MS` while the page is shown; `null` rests. */
export function usePolling(act: (() => Promise<void>) | null): void {
  const [isShown, setIsShown] = useState(true)
  const latest = useRef(act)
  latest.current = act
  useDidShow(() => setIsShown(true))
  useDidHide(() => setIsShown(false))
  const runs = isShown && act !== null
  useEffect(() => {
    if (!runs) return undefined
    const handle = setInterval(() => {
      const isBrowserHidden = typeof document !== 'undefined' && document.visibilityState === 'hidden'
      if (!isBrowserHidden) void latest.current?.()
    }, POLL_MS)
    return () => clearInterval(handle)
  }, [runs])
}
