import { useEffect, useState } from 'react'

/** A desk's width, in CSS px: from here on a month fits as a grid. */
export const DESK_PX = 900

/** Whether the browser's window is at least so wide; always `false` in WeChat. */
export function useIsWide(minPx: number): boolean {
  const [isWide, setIsWide] = useState(() => queryOf(minPx)?.matches ?? false)
  useEffect(() => {
    const query = queryOf(minPx)
    if (query === null) return undefined
    const tell = () => setIsWide(query.matches)
    tell()
    // The older name: browsers before 2018 know no other.
    query.addListener(tell)
    return () => query.removeListener(tell)
  }, [minPx])
  return isWide
}

function queryOf(minPx: number): MediaQueryList | null {
  const hasQueries = process.env.TARO_ENV === 'h5' && typeof window !== 'undefined' && typeof window.matchMedia === 'function'
  return hasQueries ? window.matchMedia(`(min-width: ${minPx}px)`) : null
}
