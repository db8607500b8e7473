/**
 * Writes into a browser's address what is shown, so that a reload or a bookmark shows the same; the router hears of no
 * change. For pages that are built for the browser alone.
 */
export function keepUrl(url: string): void {
  window.history.replaceState(window.history.state, '', `#${url}`)
}
