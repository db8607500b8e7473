import { useEffect } from 'react'

/**
 * @returns the id under which a row stands in the page; the chosen one is scrolled to, and the keyboard goes along, so
 * that what is read out, and from where Tab leads on, is what is chosen
 */
export function useInSight(rowId: string, isChosen: boolean): string {
  const placeId = `row-${rowId}`
  useEffect(() => {
    if (!isChosen) return
    const place = document.getElementById(placeId)
    place?.scrollIntoView?.({ block: 'nearest' })
    place?.querySelector<HTMLElement>('[role="button"]')?.focus({ preventScroll: true })
  }, [isChosen, placeId])
  return placeId
}
