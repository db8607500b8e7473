import { useEffect } from 'react'

/** @returns the id under which a row stands in the page; the chosen one is scrolled to */
export function useInSight(rowId: string, isChosen: boolean): string {
  const placeId = `row-${rowId}`
  useEffect(() => {
    if (isChosen) document.getElementById(placeId)?.scrollIntoView?.({ block: 'nearest' })
  }, [isChosen, placeId])
  return placeId
}
