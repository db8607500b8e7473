import { useEffect } from 'react'

/** Which row is chosen. A new one for each choice: rows may move meanwhile. */
export interface Chosen {
  readonly id: string
  readonly isByKey: boolean
}

/**
 * What is chosen is scrolled to. Whoever chooses by keys takes the keyboard along, so that what is read out, and from
 * where Tab leads on, is what is chosen. Only at the choice itself: a row that the server moves to another column
 * disturbs nobody who has gone on to something else.
 */
export function useInSight(chosen: Chosen | null): void {
  useEffect(() => {
    if (chosen === null) return
    const place = document.getElementById(placeOf(chosen.id))
    place?.scrollIntoView?.({ block: 'nearest' })
    if (chosen.isByKey) place?.querySelector<HTMLElement>('[role="button"]')?.focus({ preventScroll: true })
  }, [chosen])
}

/** The id under which a row stands in the page. */
export function placeOf(rowId: string): string {
  return `row-${rowId}`
}
